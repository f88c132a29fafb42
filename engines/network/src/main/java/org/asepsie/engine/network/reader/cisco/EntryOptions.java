package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.Set;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// What stands behind the addresses and ports of an entry: logging, flags, messages, hours.
final class EntryOptions {
    private static final int TCP = 6;
    private static final Set<String> LOG_LEVELS = Set.of(
            "default",
            "disable",
            "emergencies",
            "alerts",
            "critical",
            "errors",
            "warnings",
            "notifications",
            "informational",
            "debugging",
            "0",
            "1",
            "2",
            "3",
            "4",
            "5",
            "6",
            "7");
    /// Fields of the header that are not followed; each takes one argument.
    private static final Set<String> OTHER_FIELDS = Set.of("dscp", "precedence", "tos", "option", "ttl", "flow-label");
    /// TCP flags that no packet opening a connection carries.
    private static final Set<String> FLAGS_OF_OTHERS = Set.of("ack", "fin", "rst", "psh", "urg", "established");

    private final EntryParser parser;
    private final Gaps gaps;
    private final EntryWords words;

    EntryOptions(EntryParser parser, Gaps gaps, EntryWords words) {
        this.parser = parser;
        this.gaps = gaps;
        this.words = words;
    }

    /// The match, narrowed by every option that follows.
    Match after(Match match, int protocol) {
        var parts = new ArrayList<Match>();
        parts.add(match);
        while (words.more()) {
            var option = option(protocol);
            if (!option.equals(Match.EVERY)) {
                parts.add(option);
            }
        }
        return Match.all(parts);
    }

    private Match option(int protocol) {
        var word = words.next();
        if (word.equals("log") || word.equals("log-input")) {
            while (words.more() && (LOG_LEVELS.contains(words.peek()) || words.is("interval"))) {
                words.skip(words.is("interval") ? 2 : 1);
            }
            return Match.EVERY;
        }
        if (protocol == TCP && FLAGS_OF_OTHERS.contains(word)) {
            return Match.NONE;
        }
        if (protocol == TCP && word.equals("syn")) {
            return Match.EVERY;
        }
        if (protocol == 1 || protocol == 58) {
            var message = icmp(word, protocol);
            if (message != null) {
                return message;
            }
        }
        if (word.equals("fragments")) {
            // Later fragments only: never the packet that opens a flow.
            return Match.NONE;
        }
        if (word.equals("reflect")) {
            words.skip(1);
            if (words.is("timeout")) {
                words.skip(2);
            }
            return Match.EVERY;
        }
        if (word.equals("time-range")) {
            return gaps.unknown(words.where(), Reason.TIME, "time-range " + words.next());
        }
        if (OTHER_FIELDS.contains(word)) {
            return gaps.unknown(words.where(), Reason.UNKNOWN_MATCH, word + " " + words.next());
        }
        if (word.startsWith("!")) {
            words.toTheEnd();
            return Match.EVERY;
        }
        words.skip(-1);
        return words.rest();
    }

    private @Nullable Match icmp(String word, int protocol) {
        if (word.equals("object-group")) {
            return parser.groups().icmp(words.where(), words.next(), protocol);
        }
        var message = CiscoNames.icmp(word, protocol);
        if (message instanceof Match.Icmp(var types, var codes)
                && codes.equals(Match.Icmp.ANY_CODE)
                && words.peek().matches("\\d{1,3}")
                && Integer.parseInt(words.peek()) <= 255) {
            return new Match.Icmp(types, PortRange.of(Integer.parseInt(words.next())));
        }
        return message;
    }
}
