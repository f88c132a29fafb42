package org.asepsie.engine.network.reader.paloalto;

import java.util.Set;

/// A word of a `set` line, with what it means for the words around it.
record PanWord(String text, Kind kind) {
    enum Kind {
        NAME,
        /// `[` and `]` stand around several names.
        OPEN,
        CLOSE,
        RULES,
        /// What `rules` may belong to.
        RULEBASE,
        /// A setting of a rule that goes on for several words.
        NESTED,
        /// Below it, secrets are kept: nothing of its line enters the tree.
        SECRET
    }

    private static final Set<String> SECRETS = Set.of(
            "mgt-config",
            "certificate",
            "ssl-tls-service-profile",
            "phash",
            "password",
            "key",
            "pre-shared-key",
            "secret",
            "public-key",
            "private-key",
            "snmp-setting",
            "community");

    static PanWord of(String text) {
        return new PanWord(text, isSecret(text) ? Kind.SECRET : kind(text));
    }

    static boolean isSecret(String text) {
        return SECRETS.contains(text);
    }

    private static Kind kind(String text) {
        return switch (text) {
            case "[" -> Kind.OPEN;
            case "]" -> Kind.CLOSE;
            case "rules" -> Kind.RULES;
            case "security", "nat" -> Kind.RULEBASE;
            case "profile-setting",
                    "target",
                    "option",
                    "qos",
                    "source-translation",
                    "destination-translation",
                    "dynamic-destination-translation" -> Kind.NESTED;
            default -> Kind.NAME;
        };
    }
}
