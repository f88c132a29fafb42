package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Small rule sets at random, with chains, and every kind of packet that they can tell apart sent through them one by
/// one: a rule is dead exactly when packets it matches are sent to its list and none of them gets as far as the rule.
class ShadowBruteForceTest {
    private static final List<String> CHAINS = List.of("FORWARD", "CARE", "GUESTS");
    private static final List<String> BLOCKS =
            List.of("10.0.0.0/30", "10.0.0.0/31", "10.0.0.2/31", "10.0.0.1/32", "10.0.0.2/32", "10.0.0.3/32");
    private static final int SETS = 150;

    /// Four addresses that blocks tell apart, and one of no block; three interfaces, of which rules name two.
    private record Drawn(int in, int from, int to, boolean tcp, int port) {}

    /// @param port 0 for every port, else that one and the next
    private record Written(
            Optional<Integer> in, Optional<String> from, Optional<String> to, boolean tcp, int port, String target) {
        boolean matches(Drawn it) {
            return in.filter(name -> name != it.in()).isEmpty()
                    && from.filter(block -> !holds(block, it.from())).isEmpty()
                    && to.filter(block -> !holds(block, it.to())).isEmpty()
                    && (!tcp || it.tcp())
                    && (port == 0 || it.port() == port || it.port() == port + 1);
        }

        private static boolean holds(String block, int last) {
            int first = block.charAt(7) - '0';
            int size = 1 << (32 - Integer.parseInt(block.substring(9)));
            return last >= first && last < first + size;
        }

        String line(String chain) {
            return "-A " + chain + in.map(it -> " -i eth" + it).orElse("")
                    + from.map(it -> " -s " + it).orElse("")
                    + to.map(it -> " -d " + it).orElse("")
                    + (tcp ? " -p tcp -m tcp" : "")
                    + (port == 0 ? "" : " --dport %d:%d".formatted(port, port + 1))
                    + " -j " + target;
        }
    }

    /// What became of all packets: who met which rule, who was sent to which list, and how each ended.
    private static final class Watch {
        final Set<Written> reached = Collections.newSetFromMap(new IdentityHashMap<>());
        final Set<Written> matchedInItsList = Collections.newSetFromMap(new IdentityHashMap<>());
        final List<Boolean> accepted = new ArrayList<>();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4})
    void aRuleIsDeadExactlyWhenNoPacketThatItMatchesGetsAsFar(long seed) {
        var random = new Random(seed);
        int dead = 0;
        int redundant = 0;
        for (int i = 0; i < SETS; i++) {
            var lists = lists(random);
            var watch = watch(lists, Optional.empty());
            var shadows = shadows(lists);
            for (int chain = 0; chain < lists.size(); chain++) {
                for (int place = 0; place < lists.get(chain).size(); place++) {
                    var rule = lists.get(chain).get(place);
                    var found = found(shadows, lists, chain, place);
                    boolean unreached = !watch.reached.contains(rule) && watch.matchedInItsList.contains(rule);
                    assertThat(found.filter(it -> it == Shadow.Kind.DEAD).isPresent())
                            .as("%s of %s", rule, text(lists))
                            .isEqualTo(unreached);
                    if (found.isPresent()) {
                        assertThat(watch(lists, Optional.of(rule)).accepted)
                                .as("without %s of %s", rule, text(lists))
                                .isEqualTo(watch.accepted);
                        dead += unreached ? 1 : 0;
                        redundant += unreached ? 0 : 1;
                    }
                }
            }
        }
        assertThat(dead).isGreaterThan(SETS / 10);
        assertThat(redundant).isGreaterThan(SETS / 10);
    }

    private static List<List<Written>> lists(Random random) {
        var lists = new ArrayList<List<Written>>();
        for (int chain = 0; chain < CHAINS.size(); chain++) {
            var rules = new ArrayList<Written>();
            int size = 3 + random.nextInt(6);
            for (int i = 0; i < size; i++) {
                rules.add(rule(random, chain));
            }
            lists.add(rules);
        }
        return lists;
    }

    /// A list calls later ones only, so that no call goes round in a circle.
    private static Written rule(Random random, int chain) {
        boolean tcp = random.nextInt(3) == 0;
        var targets = new ArrayList<>(List.of("ACCEPT", "DROP", "ACCEPT", "DROP", "RETURN"));
        targets.addAll(CHAINS.subList(chain + 1, CHAINS.size()));
        return new Written(
                random.nextInt(4) == 0 ? Optional.of(random.nextInt(2)) : Optional.empty(),
                block(random),
                block(random),
                tcp,
                tcp && random.nextBoolean() ? 80 + random.nextInt(2) : 0,
                targets.get(random.nextInt(targets.size())));
    }

    private static Optional<String> block(Random random) {
        return random.nextInt(3) == 0 ? Optional.empty() : Optional.of(BLOCKS.get(random.nextInt(BLOCKS.size())));
    }

    private static String text(List<List<Written>> lists) {
        var text = new StringBuilder("*filter\n:FORWARD DROP [0:0]\n:CARE - [0:0]\n:GUESTS - [0:0]\n");
        for (int chain = 0; chain < lists.size(); chain++) {
            for (var rule : lists.get(chain)) {
                text.append(rule.line(CHAINS.get(chain))).append('\n');
            }
        }
        return text.append("COMMIT\n").toString();
    }

    private static List<Shadow> shadows(List<List<Written>> lists) {
        var devices =
                new IptablesReader().read(ConfigText.of("rules", text(lists))).devices();
        return Analysis.of(devices).shadowed();
    }

    /// Rules stand in the file one after the other, behind four lines.
    private static Optional<Shadow.Kind> found(List<Shadow> shadows, List<List<Written>> lists, int chain, int place) {
        int line = 5 + place;
        for (var before : lists.subList(0, chain)) {
            line += before.size();
        }
        int wanted = line;
        return shadows.stream()
                .filter(it -> it.rule().where().line() == wanted)
                .map(Shadow::kind)
                .findFirst();
    }

    private static Watch watch(List<List<Written>> lists, Optional<Written> without) {
        var watch = new Watch();
        for (int in = 0; in < 3; in++) {
            for (int from = 0; from < 5; from++) {
                for (int to = 0; to < 5; to++) {
                    for (int port = 79; port < 84; port++) {
                        for (var tcp : List.of(true, false)) {
                            var packet = new Drawn(in, from, to, tcp, port);
                            var end = follow(packet, lists, 0, without, watch);
                            watch.accepted.add(end.filter("ACCEPT"::equals).isPresent());
                        }
                    }
                }
            }
        }
        return watch;
    }

    /// How the packet ends in this list; empty if it is given back.
    private static Optional<String> follow(
            Drawn packet, List<List<Written>> lists, int chain, Optional<Written> without, Watch watch) {
        for (var rule : lists.get(chain)) {
            if (rule.matches(packet)) {
                watch.matchedInItsList.add(rule);
            }
        }
        for (var rule : lists.get(chain)) {
            if (!rule.matches(packet) || without.filter(it -> it == rule).isPresent()) {
                continue;
            }
            watch.reached.add(rule);
            int callee = CHAINS.indexOf(rule.target());
            if (callee >= 0) {
                var end = follow(packet, lists, callee, without, watch);
                if (end.isPresent()) {
                    return end;
                }
            } else if (rule.target().equals("RETURN")) {
                return Optional.empty();
            } else {
                return Optional.of(rule.target());
            }
        }
        return Optional.empty();
    }
}
