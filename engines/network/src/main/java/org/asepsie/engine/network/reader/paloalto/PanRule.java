package org.asepsie.engine.network.reader.paloalto;

import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Reason;
import org.jspecify.annotations.Nullable;

/// The settings of a rule by what they mean, found in one walk: rules have some seven of them, and tables of rules are
/// what a large configuration consists of.
final class PanRule {
    private static final Set<String> HARMLESS = Set.of(
            "description",
            "tag",
            "log-start",
            "log-end",
            "log-setting",
            "profile-setting",
            "uuid",
            "group-tag",
            "option",
            "qos",
            "icmp-unreachable",
            "target",
            "saas-user-list",
            "saas-tenant-list");
    private static final Map<String, Reason> CONDITIONS = Map.of(
            "application", Reason.APPLICATION,
            "category", Reason.APPLICATION,
            "source-user", Reason.USER,
            "hip-profiles", Reason.USER,
            "source-hip", Reason.USER,
            "destination-hip", Reason.USER,
            "schedule", Reason.TIME);

    final PanNode node;

    @Nullable
    PanNode from;

    @Nullable
    PanNode to;

    @Nullable
    PanNode source;

    @Nullable
    PanNode destination;

    @Nullable
    PanNode service;

    @Nullable
    PanNode action;

    boolean disabled;
    boolean otherSources;
    boolean otherDestinations;
    String type = "";

    PanRule(PanNode node) {
        this.node = node;
        for (var it = node.first(); it != null; it = it.next()) {
            switch (it.name()) {
                case "from" -> from = it;
                case "to" -> to = it;
                case "source" -> source = it;
                case "destination" -> destination = it;
                case "service" -> service = it;
                case "action" -> action = it;
                case "disabled" -> disabled = saysYes(it);
                case "negate-source" -> otherSources = saysYes(it);
                case "negate-destination" -> otherDestinations = saysYes(it);
                case "rule-type" -> type = it.value();
                default -> {}
            }
        }
    }

    private static boolean saysYes(PanNode setting) {
        return setting.value().equals("yes");
    }

    /// Whether a setting narrows the rule in a way that addresses and ports do not say.
    static boolean isCondition(PanNode setting) {
        return switch (setting.name()) {
            case "from",
                    "to",
                    "source",
                    "destination",
                    "service",
                    "action",
                    "disabled",
                    "negate-source",
                    "negate-destination",
                    "rule-type" -> false;
            default -> setting.size() > 0 && setting.named("any") == null && !HARMLESS.contains(setting.name());
        };
    }

    static Reason reason(PanNode condition) {
        return CONDITIONS.getOrDefault(condition.name(), Reason.UNKNOWN_WORD);
    }
}
