package org.asepsie.engine.network.reader.iptables;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// The tables of one dump, and the order in which netfilter runs their chains (priorities: raw -300,
/// mangle -150, destination NAT -100, filter 0, security 50, source NAT 100).
final class Dump {
    private final Map<String, RuleList> lists = new LinkedHashMap<>();
    private final Set<String> tables = new HashSet<>();
    private boolean doubtful;

    boolean has(String table) {
        return tables.contains(table);
    }

    void add(Table table) {
        tables.add(table.name());
        lists.putAll(table.lists());
    }

    /// Lines outside of every table: one of them may be missing.
    void doubt() {
        doubtful = true;
    }

    Optional<Device> device(String file, int number, Family family) {
        if (tables.isEmpty()) {
            return Optional.empty();
        }
        var ways = new EnumMap<Traffic, List<Stage>>(Traffic.class);
        way(
                        "filter/FORWARD",
                        List.of(
                                "raw/PREROUTING",
                                "mangle/PREROUTING",
                                "nat/PREROUTING",
                                "",
                                "mangle/FORWARD",
                                "filter/FORWARD",
                                "security/FORWARD",
                                "mangle/POSTROUTING",
                                "nat/POSTROUTING"))
                .ifPresent(it -> ways.put(Traffic.THROUGH, it));
        way(
                        "filter/INPUT",
                        List.of(
                                "raw/PREROUTING",
                                "mangle/PREROUTING",
                                "nat/PREROUTING",
                                "",
                                "mangle/INPUT",
                                "filter/INPUT",
                                "security/INPUT",
                                "nat/INPUT"))
                .ifPresent(it -> ways.put(Traffic.TO_DEVICE, it));
        way(
                        "filter/OUTPUT",
                        List.of(
                                "",
                                "raw/OUTPUT",
                                "mangle/OUTPUT",
                                "nat/OUTPUT",
                                "filter/OUTPUT",
                                "security/OUTPUT",
                                "mangle/POSTROUTING",
                                "nat/POSTROUTING"))
                .ifPresent(it -> ways.put(Traffic.FROM_DEVICE, it));
        var name = number == 1 ? file : file + " (" + number + ")";
        return Optional.of(new Device(name, "iptables", List.of(), List.of(), lists, ways, EnumSet.of(family)));
    }

    /// Without its filter chain a way is not covered. Chains that let everything pass as it is are left
    /// out.
    private Optional<List<Stage>> way(String filter, List<String> order) {
        if (!lists.containsKey(filter) || doubtful) {
            return Optional.empty();
        }
        var stages = new ArrayList<Stage>();
        for (var list : order) {
            if (list.isEmpty()) {
                stages.add(new Stage.Routing());
            } else if (lists.containsKey(list) && (list.equals(filter) || acts(lists.get(list)))) {
                stages.add(new Stage.Run(list));
            }
        }
        return Optional.of(stages);
    }

    private static boolean acts(RuleList list) {
        return list.ending() != RuleList.Ending.ACCEPT
                || list.rules().stream().anyMatch(it -> !(it.action() instanceof Action.Continue));
    }
}
