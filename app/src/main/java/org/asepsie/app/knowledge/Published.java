package org.asepsie.app.knowledge;

import java.time.Instant;
import java.time.LocalDate;
import org.asepsie.app.access.NodeId;

/// One version of a region's own questionnaire, as it was published.
///
/// @param yaml what the catalogue is made from; the same whether a workbook or YAML was sent
public record Published(
        NodeId region,
        String framework,
        String version,
        LocalDate validFrom,
        String yaml,
        String publishedBy,
        Instant publishedAt) {}
