package org.asepsie.engine.network.reader.iptables;

import java.util.Optional;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Reason;

/// Matches that no configuration can decide: rates, history, clocks, hardware, lists kept elsewhere.
final class Undecidable {
    private Undecidable() {}

    /// Takes the values of `option` if it is one of these.
    static Optional<Match.Unknown> of(String option, Words words) {
        var reason = reason(option);
        return reason.map(it -> new Match.Unknown(it, option + words.takeUntilOption()));
    }

    private static Optional<Reason> reason(String option) {
        return Optional.ofNullable(
                switch (option) {
                    case "--limit",
                            "--hashlimit-above",
                            "--hashlimit-upto",
                            "--hashlimit",
                            "--connlimit-above",
                            "--connlimit-upto",
                            "--connbytes",
                            "--quota",
                            "--rateest" -> Reason.RATE;
                    case "--rcheck", "--update", "--remove" -> Reason.HISTORY;
                    case "--timestart", "--timestop", "--weekdays", "--monthdays", "--datestart", "--datestop" ->
                        Reason.TIME;
                    case "--mac-source" -> Reason.HARDWARE;
                    case "--uid-owner", "--gid-owner", "--socket-exists", "--suppl-groups", "--cgroup", "--path" ->
                        Reason.USER;
                    case "--match-set" -> Reason.DYNAMIC_SET;
                    case "--source-country", "--destination-country", "--src-cc", "--dst-cc" -> Reason.GEOGRAPHY;
                    case "--string", "--hex-string", "--helper", "--l7proto", "--protocol-id", "--u32", "--bytecode" ->
                        Reason.APPLICATION;
                    case "--probability", "--every" -> Reason.CHANCE;
                    case "--hl-eq",
                            "--hl-lt",
                            "--hl-gt",
                            "--ttl-eq",
                            "--ttl-lt",
                            "--ttl-gt",
                            "--ttl",
                            "--tos",
                            "--dscp",
                            "--dscp-class",
                            "--length",
                            "--tcp-option",
                            "--mss",
                            "--ecn-tcp-cwr",
                            "--ecn-tcp-ece",
                            "--ecn-ip-ect",
                            "--header",
                            "--chunk-types",
                            "--espspi",
                            "--ahspi" -> Reason.SENDER;
                    case "--ctstatus",
                            "--ctexpire",
                            "--ctreplsrc",
                            "--ctrepldst",
                            "--ctreplsrcport",
                            "--ctrepldstport" -> Reason.TRANSLATION;
                    case "--realm", "--nodst" -> Reason.ROUTING;
                    default -> null;
                });
    }
}
