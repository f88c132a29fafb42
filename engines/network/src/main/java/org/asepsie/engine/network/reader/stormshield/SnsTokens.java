package org.asepsie.engine.network.reader.stormshield;

import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.policy.Reason;
import org.jspecify.annotations.Nullable;

/// The keys of a rule's tokens, by what they say about packets.
final class SnsTokens {
    /// Logging, shaping and inspection of what has been let through.
    private static final Set<String> HARMLESS = Set.of(
            "state",
            "action",
            "position",
            "index",
            "type",
            "global",
            "comment",
            "rulename",
            "color",
            "collapse",
            "ruleid",
            "loglevel",
            "noconnlog",
            "count",
            "settos",
            "qosid",
            "ackqosid",
            "qosfairness",
            "inspection",
            "antivirus",
            "sandboxing",
            "antispam",
            "proxycache",
            "ftpfiltering",
            "urlfiltering",
            "mailfiltering",
            "sslfiltering",
            "securityinspection",
            "synproxy",
            "ipstate",
            "srcusertype",
            "srcuserdomain",
            "srcusermethod",
            "dstuserdomain",
            "webportalexcept",
            "natsrctarget",
            "natsrclb",
            "natsrcarp",
            "natsrcport",
            "natsrcportop",
            "natsrcportlb",
            "natdsttarget",
            "natdstlb",
            "natdstarp",
            "natdstport",
            "natdstportop",
            "natdstportlb",
            "beforevpn",
            "enforceipsecforward",
            "enforceipsecreverse");

    /// Conditions that no configuration can decide.
    private static final Map<String, Reason> CONDITIONS = Map.ofEntries(
            Map.entry("schedule", Reason.TIME),
            Map.entry("rate", Reason.RATE),
            Map.entry("srcuser", Reason.USER),
            Map.entry("via", Reason.TUNNEL),
            Map.entry("tos", Reason.UNKNOWN_MATCH),
            Map.entry("proto", Reason.APPLICATION),
            Map.entry("fwservice", Reason.APPLICATION),
            Map.entry("inbound", Reason.APPLICATION),
            Map.entry("srcgeo", Reason.GEOGRAPHY),
            Map.entry("dstgeo", Reason.GEOGRAPHY),
            Map.entry("srciprep", Reason.GEOGRAPHY),
            Map.entry("dstiprep", Reason.GEOGRAPHY),
            Map.entry("srchostrep", Reason.GEOGRAPHY),
            Map.entry("dsthostrep", Reason.GEOGRAPHY));

    /// Values by which a condition says that it is none.
    private static final Set<String> NONE = Set.of("", "any", "anytime", "auto", "none");

    private static final int LONGEST_NONE = 7;

    /// What [SnsMatches] makes matches of.
    private static final Set<String> HANDLED = Set.of(
            "srctarget",
            "dsttarget",
            "srcif",
            "dstif",
            "srcport",
            "dstport",
            "srcportop",
            "dstportop",
            "ipproto",
            "icmptype",
            "icmpcode",
            "srchostrepop",
            "dsthostrepop");

    /// Both of them, since most keys are one or the other.
    private static final Set<String> NO_CONDITION = union(HARMLESS, HANDLED);

    private static Set<String> union(Set<String> some, Set<String> others) {
        var all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }

    private SnsTokens() {}

    /// Whether `key` says nothing about packets, or is made a match of.
    static boolean isNoCondition(String key) {
        return NO_CONDITION.contains(key);
    }

    /// Why nobody can decide the condition `key`, or null if it is not known.
    static @Nullable Reason condition(String key) {
        return CONDITIONS.get(key);
    }

    /// Whether a token with this value says anything.
    static boolean isSet(String value) {
        return value.length() > LONGEST_NONE || !NONE.contains(value.toLowerCase(Locale.ROOT));
    }
}
