package org.asepsie.engine.network.reader.iptables;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.netfilter.ConnectionState;
import org.jspecify.annotations.Nullable;

/// What a rule does: its target, with the options that belong to it.
final class TargetParser {
    private String target = "";
    private boolean goesTo;
    private boolean untracks;
    private Optional<String> to = Optional.empty();
    private Optional<String> ports = Optional.empty();

    void begin() {
        target = "";
        goesTo = false;
        untracks = false;
        to = Optional.empty();
        ports = Optional.empty();
    }

    String target() {
        return target;
    }

    /// Options of the target itself. False if `option` is none: nothing was taken then.
    boolean take(String option, Words words) {
        switch (option) {
            case "-g", "--goto" -> {
                target = words.take();
                goesTo = true;
            }
            case "--to-destination", "--to-source", "--to" -> to = Optional.of(words.take());
            case "--to-ports", "--to-port" -> ports = Optional.of(words.take());
            case "--notrack" -> untracks = true;
            default -> {
                return false;
            }
        }
        return true;
    }

    /// `-j`: another target; null leaves the present one.
    void aim(@Nullable String jump) {
        target = jump == null ? target : jump;
    }

    /// Options that change how something is logged, marked, refused or counted, never whether it passes.
    boolean withoutEffect(String option, Words words) {
        return switch (option) {
            case "--log-uid",
                    "--log-ip-options",
                    "--log-tcp-options",
                    "--log-tcp-sequence",
                    "--random",
                    "--random-fully",
                    "--persistent",
                    "--save-mark",
                    "--restore-mark",
                    "--clamp-mss-to-pmtu",
                    "--rsource",
                    "--rdest",
                    "--rttl",
                    "--reap",
                    "--connlimit-saddr",
                    "--connlimit-daddr",
                    "--loose",
                    "--validmark",
                    "--accept-local",
                    "--physdev-is",
                    "--kerneltz",
                    "--utc",
                    "--icase",
                    "--queue-bypass",
                    "--exist",
                    "--return-nomatch" -> true;
            case "--log-prefix",
                    "--log-level",
                    "--nflog-prefix",
                    "--nflog-group",
                    "--nflog-threshold",
                    "--nflog-size",
                    "--nflog-range",
                    "--ulog-prefix",
                    "--ulog-nlgroup",
                    "--ulog-cprange",
                    "--ulog-qthreshold",
                    "--reject-with",
                    "--set-mark",
                    "--set-xmark",
                    "--or-mark",
                    "--and-mark",
                    "--xor-mark",
                    "--nfmask",
                    "--ctmask",
                    "--name",
                    "--seconds",
                    "--hitcount",
                    "--comment",
                    "--limit-burst",
                    "--hashlimit-burst",
                    "--hashlimit-mode",
                    "--hashlimit-name",
                    "--hashlimit-srcmask",
                    "--hashlimit-dstmask",
                    "--hashlimit-htable-size",
                    "--hashlimit-htable-max",
                    "--hashlimit-htable-expire",
                    "--hashlimit-htable-gcinterval",
                    "--connlimit-mask",
                    "--set-tos",
                    "--set-dscp",
                    "--set-dscp-class",
                    "--set-mss",
                    "--set-class",
                    "--ttl-set",
                    "--ttl-dec",
                    "--ttl-inc",
                    "--hl-set",
                    "--hl-dec",
                    "--hl-inc",
                    "--helper-name",
                    "--zone",
                    "--ctevents",
                    "--queue-num",
                    "--queue-balance",
                    "--algo",
                    "--from",
                    "--connbytes-dir",
                    "--connbytes-mode",
                    "--mode",
                    "--packet",
                    "--dir",
                    "--strict",
                    "--reqid",
                    "--add-set",
                    "--del-set",
                    "--timeout",
                    "--gateway",
                    "--oif",
                    "--type",
                    "--led-trigger-id" -> {
                words.take();
                yield true;
            }
            case "--mask" -> {
                words.take();
                yield true;
            }
            default -> false;
        };
    }

    /// @param isChain whether the target is a chain of the same table
    Action action(boolean isChain) {
        if (isChain || goesTo) {
            return goesTo ? new Action.Goto(target) : new Action.Jump(target);
        }
        return switch (target) {
            case "ACCEPT" -> Action.ACCEPT;
            case "DROP" -> Action.DROP;
            case "REJECT" -> Action.REJECT;
            case "RETURN" -> Action.RETURN;
            case "",
                    "LOG",
                    "NFLOG",
                    "ULOG",
                    "MARK",
                    "CONNMARK",
                    "TCPMSS",
                    "TOS",
                    "DSCP",
                    "CLASSIFY",
                    "TTL",
                    "HL",
                    "SECMARK",
                    "CONNSECMARK",
                    "CHECKSUM",
                    "AUDIT",
                    "LED",
                    "SET",
                    "TRACE",
                    "TEE",
                    "RATEEST",
                    "ECN",
                    "TCPOPTSTRIP",
                    "IDLETIMER" -> Action.CONTINUE;
            case "NOTRACK" -> new Action.Mark(ConnectionState.UNTRACKED_MARK);
            case "CT" -> untracks ? new Action.Mark(ConnectionState.UNTRACKED_MARK) : Action.CONTINUE;
            case "MASQUERADE" -> translate(Action.Side.SOURCE, new Action.Translation.OwnAddress(), ports);
            case "REDIRECT" -> translate(Action.Side.DESTINATION, new Action.Translation.OwnAddress(), ports);
            case "SNAT" -> into(Action.Side.SOURCE);
            case "DNAT" -> into(Action.Side.DESTINATION);
            case "NETMAP" -> new Action.Undecided(Reason.TRANSLATION, "NETMAP " + to.orElse(""));
            case "NFQUEUE", "QUEUE" -> new Action.Undecided(Reason.APPLICATION, target);
            case "TPROXY" -> new Action.Undecided(Reason.TRANSLATION, target);
            default -> new Action.Jump(target);
        };
    }

    /// NETMAP rewrites sources behind the routing decision and destinations before it.
    Action netmap(Action.Side side) {
        try {
            return translate(side, new Action.Translation.Onto(Prefix.of(to.orElse(""))), Optional.empty());
        } catch (IllegalArgumentException _) {
            return unreadable();
        }
    }

    /// `10.0.0.1`, `10.0.0.1-10.0.0.9`, `:8080`, `10.0.0.1:80-90`, `[2001:db8::1]:80`.
    private Action into(Action.Side side) {
        var text = to.orElse("");
        int bracket = text.lastIndexOf(']');
        int colon = text.indexOf(':', bracket + 1);
        boolean plainIpv6 = bracket < 0 && colon >= 0 && text.indexOf(':', colon + 1) >= 0;
        var address = (colon < 0 || plainIpv6 ? text : text.substring(0, colon))
                .replace("[", "")
                .replace("]", "");
        var port = colon < 0 || plainIpv6 ? Optional.<String>empty() : Optional.of(text.substring(colon + 1));
        if (address.isEmpty()) {
            return port.isEmpty() ? unreadable() : translate(side, new Action.Translation.Unchanged(), port);
        }
        return Values.range(address)
                .filter(it -> !it.blocks().isEmpty())
                .<Action>map(it -> translate(side, new Action.Translation.Into(it), port))
                .orElseGet(this::unreadable);
    }

    private Action unreadable() {
        return new Action.Undecided(Reason.TRANSLATION, target + " " + to.orElse(""));
    }

    private Action translate(Action.Side side, Action.Translation into, Optional<String> port) {
        if (port.isEmpty()) {
            return new Action.Translate(side, into, Optional.empty());
        }
        // A second range after a slash shifts ports: rare, so said not to be understood.
        Optional<List<PortRange>> range = Values.ports(port.get(), '-');
        return range.filter(it -> !it.isEmpty())
                .<Action>map(it -> new Action.Translate(side, into, Optional.of(it.getFirst())))
                .orElseGet(this::unreadable);
    }
}
