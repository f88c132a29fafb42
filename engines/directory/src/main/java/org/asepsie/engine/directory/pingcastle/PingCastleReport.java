package org.asepsie.engine.directory.pingcastle;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// What PingCastle reported of one domain. Its points and categories are its own; only rule names are compared.
public record PingCastleReport(
        String file, String domain, String domainSid, Optional<Instant> generatedAt, String version, List<Rule> rules) {
    public PingCastleReport {
        rules = List.copyOf(rules);
    }

    public record Rule(String id, String category, int points, String rationale, List<String> details) {
        public Rule {
            details = List.copyOf(details);
        }
    }
}
