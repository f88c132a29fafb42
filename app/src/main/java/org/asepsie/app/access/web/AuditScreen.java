package org.asepsie.app.access.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.AuditChain;
import org.asepsie.app.access.AuditEntry;
import org.asepsie.app.access.AuditFilter;
import org.asepsie.app.access.NodeId;

/// The newest entries of the audit trail.
///
/// @param intact the result of a verification asked for just now
/// @param broken the row at which the chain breaks
public record AuditScreen(
        AuditFilter filter, List<Row> rows, Optional<AuditChain.Intact> intact, Optional<AuditChain.Broken> broken) {
    /// @param action the key of the wording of what was done
    public record Row(
            long number, Instant at, String who, String action, String place, String subject, String detail) {}

    static AuditScreen of(
            AuditFilter filter, List<AuditEntry> entries, Map<NodeId, String> names, Optional<AuditChain> chain) {
        return new AuditScreen(
                filter,
                entries.stream().map(it -> row(it, names)).toList(),
                chain.filter(AuditChain.Intact.class::isInstance).map(AuditChain.Intact.class::cast),
                chain.filter(AuditChain.Broken.class::isInstance).map(AuditChain.Broken.class::cast));
    }

    private static Row row(AuditEntry entry, Map<NodeId, String> names) {
        var deed = entry.deed();
        return new Row(
                entry.number(),
                deed.at(),
                deed.name(),
                deed.action(),
                deed.place().map(it -> names.getOrDefault(it, "")).orElse(""),
                deed.subject(),
                deed.detail());
    }
}
