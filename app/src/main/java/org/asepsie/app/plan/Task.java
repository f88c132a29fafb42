package org.asepsie.app.plan;

import java.util.List;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.knowledge.Text;

/// Work that another module found at one facility, and that no measure of the catalogue describes.
///
/// @param id of the kind [ActionId.Kind#TASK]: the same work has the same id whenever it is found again
/// @param address where it was found, below the address of the facility
/// @param days of the facility's own people
public record Task(ActionId id, Text title, Text why, List<Text> how, String address, Range days) {
    public Task {
        how = List.copyOf(how);
        if (id.kind() != ActionId.Kind.TASK) {
            throw new IllegalArgumentException("not the id of a task: " + id);
        }
    }
}
