package org.asepsie.engine.network.reader.stormshield;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.asepsie.engine.network.reader.source.Words;

/// A rule as the appliance lists it: `pass log tos 8 from Network_in on in to Internet port web # comment`.
final class ListLine {
    private static final Set<String> LOG_LEVELS = Set.of("log", "minor", "major", "nolog");
    private static final Set<String> INSPECTIONS = Set.of("firewall", "ids", "ips");
    private static final Map<String, String> WITH_VALUE = Map.of(
            "tos", "tos",
            "settos", "settos",
            "ipproto", "ipproto",
            "proto", "proto",
            "schedule", "schedule",
            "rate", "rate",
            "route", "route",
            "icmptype", "icmptype",
            "icmpcode", "icmpcode",
            "qid", "qosid");

    private final List<String> words;
    private final KeyedValues tokens = new KeyedValues();
    private int at;

    private ListLine(List<String> words) {
        this.words = words;
    }

    /// The tokens of `line`, which starts with the state or the action.
    static KeyedValues tokens(String line) {
        var hash = comment(line);
        var parsed = new ListLine(Words.of(hash < 0 ? line : line.substring(0, hash)));
        parsed.rule();
        if (hash >= 0) {
            parsed.tokens.put("comment", line.substring(hash + 1).strip());
        }
        return parsed.tokens;
    }

    private static int comment(String line) {
        var hash = line.indexOf(" #");
        return hash < 0 ? -1 : hash + 1;
    }

    private void rule() {
        if (is("off") || is("on")) {
            tokens.put("state", next());
        }
        tokens.put("action", next().toLowerCase(Locale.ROOT));
        while (at < words.size() && !is("from")) {
            header();
        }
        if (is("from")) {
            at++;
            side("src");
        }
        if (is("to")) {
            at++;
            side("dst");
        }
        while (at < words.size()) {
            unknown(next());
        }
    }

    private void header() {
        var word = next();
        var lower = word.toLowerCase(Locale.ROOT);
        if (LOG_LEVELS.contains(lower)) {
            tokens.put("loglevel", lower);
        } else if (INSPECTIONS.contains(lower)) {
            tokens.put("inspection", lower);
        } else if (lower.equals("count")) {
            tokens.put("count", "on");
        } else if (WITH_VALUE.containsKey(lower) && at < words.size()) {
            tokens.put(WITH_VALUE.getOrDefault(lower, lower), next());
        } else {
            unknown(word);
        }
    }

    /// `group="nurses"@Network_in domain clinic on in port ssh`
    private void side(String side) {
        if (at < words.size()) {
            target(side, next());
        }
        while (at < words.size() && !is("to")) {
            var word = next();
            switch (word.toLowerCase(Locale.ROOT)) {
                case "on" -> tokens.put(side + "if", next());
                case "port" -> tokens.put(side + "port", next());
                case "via" -> tokens.put("via", next());
                case "domain" -> tokens.put(side + "userdomain", next());
                default -> unknown(word);
            }
        }
    }

    private void target(String side, String word) {
        var user = word.lastIndexOf('@');
        if (user > 0 && (word.startsWith("user=") || word.startsWith("group="))) {
            tokens.put(side + "user", word.substring(0, user));
            tokens.put(side + "target", word.substring(user + 1));
        } else {
            tokens.put(side + "target", word);
        }
    }

    private void unknown(String word) {
        tokens.append(SnsRule.UNKNOWN, " ", word);
    }

    private boolean is(String word) {
        return at < words.size() && words.get(at).equalsIgnoreCase(word);
    }

    private String next() {
        return at < words.size() ? words.get(at++) : "";
    }
}
