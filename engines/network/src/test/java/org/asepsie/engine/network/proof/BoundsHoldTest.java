package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever the words that were not understood mean, the truth lies within the bounds: a pair that they touch is never
/// called closed, and never surely open.
class BoundsHoldTest {
    private static final String WORD = "not understood";

    private static final List<Zone> ZONES = List.of(
            Zone.behind("lan", "lan", Addresses.of("10.0.0.0/22")),
            Zone.behind("wan", "wan", Addresses.ALL),
            Zone.behind("dmz", "dmz0", Addresses.of("10.0.4.0/23")));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {11, 12, 13, 14, 15, 16, 17, 18})
    void whateverTheUnknownMeans(long seed) {
        var random = new Random(seed);
        var plain = new IptablesReader()
                .read(ConfigText.of("rules", MadeUpRules.iptables(seed, Family.IPV4, 40)))
                .devices()
                .getFirst();
        var device = with(plain, rule -> blurred(rule, random));
        var analysis = Analysis.of(List.of(device));
        var cells = analysis.matrix(ZONES);
        int touched = 0;
        for (int world = 0; world < 12; world++) {
            var real = with(device, rule -> decided(rule, random));
            var ways = new Ways(List.of(device, real), 20_000_000);
            var bdd = ways.sets().bdd();
            for (var traffic : Traffic.values()) {
                var bounds = ways.through(device, traffic, Bounds.ALL, false);
                var truth = ways.through(real, traffic, Bounds.ALL, false);
                int ipv4 = ways.sets().family(Family.IPV4);
                assertThat(bdd.within(bdd.and(ipv4, truth.possible()), truth.sure()))
                        .as("nothing is left open")
                        .isTrue();
                assertThat(bdd.within(truth.sure(), bounds.possible()))
                        .as("%s: nothing more passes", traffic)
                        .isTrue();
                assertThat(bdd.within(bounds.sure(), truth.sure()))
                        .as("%s: nothing less passes", traffic)
                        .isTrue();
                touched += bdd.within(bdd.and(ipv4, bounds.possible()), bounds.sure()) ? 0 : 1;
            }
            var truth = Analysis.of(List.of(real)).matrix(ZONES);
            for (int i = 0; i < cells.size(); i++) {
                if (truth.get(i).verdict() != Verdict.DENIED) {
                    assertThat(cells.get(i).verdict()).isNotEqualTo(Verdict.DENIED);
                }
            }
        }
        assertThat(touched).isPositive();
    }

    private static Device with(Device device, UnaryOperator<Rule> change) {
        var lists = new LinkedHashMap<String, RuleList>();
        device.lists()
                .forEach((name, list) -> lists.put(
                        name,
                        new RuleList(
                                name,
                                list.where(),
                                list.rules().stream().map(change).toList(),
                                list.ending())));
        return new Device(
                device.name(),
                device.kind(),
                device.interfaces(),
                device.routes(),
                lists,
                device.ways(),
                device.families());
    }

    private static Rule blurred(Rule rule, Random random) {
        var unknown = new Match.Unknown(Reason.UNKNOWN_MATCH, WORD);
        return switch (random.nextInt(6)) {
            case 0 -> new Rule(rule.where(), rule.text(), Match.all(rule.match(), unknown), rule.action(), true);
            case 1 ->
                new Rule(rule.where(), rule.text(), Match.all(rule.match(), Match.not(unknown)), rule.action(), true);
            case 2 ->
                filters(rule)
                        ? new Rule(
                                rule.where(),
                                rule.text(),
                                rule.match(),
                                new Action.Undecided(Reason.UNKNOWN_ACTION, WORD),
                                true)
                        : rule;
            default -> rule;
        };
    }

    private static boolean filters(Rule rule) {
        return rule.action() instanceof Action.Accept || rule.action() instanceof Action.Drop;
    }

    /// One thing the unknown may mean, for this rule.
    private static Rule decided(Rule rule, Random random) {
        boolean holds = random.nextBoolean();
        var action = rule.action() instanceof Action.Undecided
                ? List.of(Action.ACCEPT, Action.DROP, Action.CONTINUE).get(random.nextInt(3))
                : rule.action();
        return new Rule(rule.where(), rule.text(), decided(rule.match(), holds), action, true);
    }

    private static Match decided(Match match, boolean holds) {
        return switch (match) {
            case Match.All(var parts) ->
                new Match.All(parts.stream().map(it -> decided(it, holds)).toList());
            case Match.OneOf(var parts) ->
                new Match.OneOf(parts.stream().map(it -> decided(it, holds)).toList());
            case Match.Not(var part) -> new Match.Not(decided(part, holds));
            case Match.Unknown _ -> holds ? Match.EVERY : Match.NONE;
            default -> match;
        };
    }
}
