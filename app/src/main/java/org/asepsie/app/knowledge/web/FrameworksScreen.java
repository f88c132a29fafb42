package org.asepsie.app.knowledge.web;

import java.util.List;
import java.util.Map;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.Region;
import org.asepsie.app.knowledge.FileProblem;
import org.asepsie.app.knowledge.Published;
import org.asepsie.knowledge.Framework;

/// The questionnaires in force, those of the regions of the person, and the form for one more.
///
/// @param problems of a file that could not even be looked at; `fileName` is its name
public record FrameworksScreen(
        List<Row> rows,
        List<Published> published,
        Map<NodeId, String> regionNames,
        List<Region> regions,
        String fileName,
        List<FileProblem> problems) {
    /// @param region the name of the region it belongs to; empty for those of the product
    /// @param hidden whether a dated rule keeps it from sight
    public record Row(Framework framework, String region, boolean hidden) {}
}
