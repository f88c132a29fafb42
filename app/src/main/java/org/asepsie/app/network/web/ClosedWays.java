package org.asepsie.app.network.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.network.Study;
import org.asepsie.engine.network.document.NetworkDocument.LinePart;

/// Ways that are closed, and need no line each on paper: the zones that one zone cannot reach by the same line.
///
/// @param line the line that stops them, where one could be named
public record ClosedWays(String from, Optional<LinePart> line, List<String> to) {
    public ClosedWays {
        to = List.copyOf(to);
    }

    static boolean holds(MatrixView.Shown way) {
        return way.state() == CellState.CLOSED && way.seen().isEmpty();
    }

    /// Grouped in the order of `ways`, of which the others are left out.
    static List<ClosedWays> among(List<MatrixView.Shown> ways, Study study) {
        record Group(String from, Optional<LinePart> line) {}
        var groups = new LinkedHashMap<Group, List<String>>();
        for (var way : ways) {
            if (holds(way)) {
                var line = study.cell(way.from(), way.to()).flatMap(it -> it.decidedBy());
                groups.computeIfAbsent(new Group(way.from(), line), _ -> new ArrayList<>())
                        .add(way.to());
            }
        }
        return groups.entrySet().stream()
                .map(it -> new ClosedWays(it.getKey().from(), it.getKey().line(), it.getValue()))
                .toList();
    }
}
