package org.asepsie.engine.plan;

import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Measure.Range;

/// What threatens a place of care and what can be done about it.
///
/// @param overrides ranges an administrator put in place of ours, by the id of the parameter (see
///     [Parameter])
public record Situation(List<Threat> threats, List<Task> tasks, Exchange exchange, Map<String, Range> overrides) {
    public Situation {
        threats = List.copyOf(threats);
        tasks = List.copyOf(tasks);
        overrides = Collections.unmodifiableMap(new TreeMap<>(overrides));
        var seen = new HashSet<>();
        for (var task : tasks) {
            if (!seen.add(task.id())) {
                throw new IllegalArgumentException("measure %s is on offer twice".formatted(task.id()));
            }
        }
    }

    public Situation(List<Threat> threats, List<Task> tasks, Exchange exchange) {
        this(threats, tasks, exchange, Map.of());
    }

    /// The same with one parameter replaced.
    ///
    /// @throws IllegalArgumentException if there is no such parameter
    public Situation with(String parameter, Range range) {
        if (parameters().stream().noneMatch(it -> it.id().equals(parameter))) {
            throw new IllegalArgumentException("there is no parameter %s here".formatted(parameter));
        }
        var changed = new TreeMap<>(overrides);
        changed.put(parameter, range);
        return new Situation(threats, tasks, exchange, changed);
    }

    /// Every number the advice rests on, with its range in force, in a stable order.
    public List<Parameter> parameters() {
        return Parameter.of(this);
    }
}
