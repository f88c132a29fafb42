package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Gap;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.netfilter.Mentions;

/// Reads nftables. Every base chain of a hook is a stage, in all tables, by rising priority; a table of one
/// family does not see the packets of the other. A hook without a base chain lets everything pass, if the
/// file speaks for the whole rule set (`flush ruleset`); otherwise a way without a filter chain is not
/// covered.
public final class NftablesReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        int score = 0;
        for (int number = 1; number <= Math.min(text.lines(), 400) && score < 90; number++) {
            var line = text.stripped(number);
            if (number == 1 && line.startsWith("#!") && line.contains("nft")
                    || line.startsWith("flush ruleset")
                    || line.startsWith("table ") && line.endsWith("{")
                    || line.startsWith("add table ")
                    || line.startsWith("add chain ")
                    || line.startsWith("add rule ")) {
                score += 60;
            }
        }
        return Math.min(score, 90);
    }

    @Override
    public Reading read(ConfigText text) {
        var whole = text.whole();
        var keys = new Keys(Mentions.of(whole, "notrack", 'k'), Mentions.of(whole, "mark set", 'k'));
        var script = NftScript.of(text, keys);
        if (script.tables.isEmpty()) {
            throw new UnreadableConfig(
                    text.at(1),
                    "aucune table : donnez la sortie de « nft list ruleset » ou un script nft (le format JSON n’est"
                            + " pas lu)",
                    "no table: give the output of \"nft list ruleset\" or an nft script (JSON is not read)");
        }
        return new Reading(text.file(), List.of(device(text, script, keys)), said(text), script.gaps);
    }

    private static int said(ConfigText text) {
        int said = 0;
        for (int number = 1; number <= text.lines(); number++) {
            int first = text.firstWord(number);
            said += first == text.end(number) || text.whole().charAt(first) == '#' ? 0 : 1;
        }
        return said;
    }

    private static Device device(ConfigText text, NftScript script, Keys keys) {
        Map<String, RuleList> lists = new LinkedHashMap<>();
        var bases = new ArrayList<Base>();
        for (var table : script.tables.values()) {
            var parser = new NftRuleParser(table, keys, script.gaps);
            table.chains.forEach((name, chain) -> {
                var list = list(text, table, name, chain, parser);
                lists.put(list.name(), list);
                if (chain.hook != null) {
                    bases.add(new Base(table.family, list.name(), chain.hook, chain));
                }
            });
        }
        bases.sort(Comparator.comparingInt(it -> it.hook().priority()));
        unsupported(bases, script.gaps);
        return new Device(
                text.file(), "nftables", List.of(), List.of(), lists, ways(bases, script.flushed), families(script));
    }

    private record Base(String family, String list, NftTable.Hook hook, NftTable.NftChain chain) {
        boolean isIp() {
            return family.equals("ip") || family.equals("ip6") || family.equals("inet");
        }
    }

    private static RuleList list(
            ConfigText text, NftTable table, String name, NftTable.NftChain chain, NftRuleParser parser) {
        var rules = new ArrayList<Rule>();
        if (chain.hook != null && !table.family.equals("inet")) {
            var other = table.family.equals("ip") ? Family.IPV6 : Family.IPV4;
            rules.add(Rule.implied(chain.where, "table " + table.family, new Match.OfFamily(other), Action.ACCEPT));
        }
        for (var words : chain.rules) {
            var whole = words.getFirst().rule();
            if (whole == null) {
                rules.addAll(parser.read(words, text.at(words.getFirst().line())));
            } else {
                rules.add(parser.finished(whole));
            }
        }
        if (chain.cut) {
            rules.add(Rule.implied(
                    chain.where, name, Match.EVERY, new Action.Undecided(Reason.TRUNCATED, "chain " + name)));
        }
        return new RuleList(
                table.listName(name), chain.where, rules, chain.hook == null ? Ending.RETURN : chain.policy);
    }

    /// Chains that see packets elsewhere than on the way of an IP packet through the host.
    private static void unsupported(List<Base> bases, List<Gap> gaps) {
        for (var base : bases) {
            boolean known = Set.of("prerouting", "input", "forward", "output", "postrouting")
                    .contains(base.hook().hook());
            if (!base.isIp() && !base.family().equals("arp") || base.isIp() && !known) {
                gaps.add(Gap.of(
                        base.chain().where,
                        Reason.NOT_COVERED,
                        base.list() + " " + base.hook().hook()));
            }
        }
    }

    private static Set<Family> families(NftScript script) {
        if (script.flushed) {
            return EnumSet.allOf(Family.class);
        }
        var families = EnumSet.noneOf(Family.class);
        for (var table : script.tables.values()) {
            if (!table.family.equals("ip")) {
                families.add(Family.IPV6);
            }
            if (!table.family.equals("ip6")) {
                families.add(Family.IPV4);
            }
        }
        return families;
    }

    private static Map<Traffic, List<Stage>> ways(List<Base> bases, boolean whole) {
        var ways = new EnumMap<Traffic, List<Stage>>(Traffic.class);
        way(bases, whole, "forward", List.of("prerouting", "", "forward", "postrouting"), Traffic.THROUGH, ways);
        way(bases, whole, "input", List.of("prerouting", "", "input"), Traffic.TO_DEVICE, ways);
        way(bases, whole, "output", List.of("", "output", "postrouting"), Traffic.FROM_DEVICE, ways);
        return ways;
    }

    private static void way(
            List<Base> bases,
            boolean whole,
            String filter,
            List<String> hooks,
            Traffic traffic,
            Map<Traffic, List<Stage>> ways) {
        if (!whole
                && bases.stream().noneMatch(it -> it.isIp() && it.hook().hook().equals(filter))) {
            return;
        }
        var stages = new ArrayList<Stage>();
        for (var hook : hooks) {
            if (hook.isEmpty()) {
                stages.add(new Stage.Routing());
            } else {
                bases.stream()
                        .filter(it -> it.isIp() && it.hook().hook().equals(hook))
                        .forEach(it -> stages.add(new Stage.Run(it.list())));
            }
        }
        ways.put(traffic, stages);
    }
}
