package org.asepsie.engine.directory.control;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

/// How one point is judged: what it needs, and which objects fail it in what was read.
record Rule(String point, List<Need> needs, Function<Examination, Stream<Finding>> failing) {
    static Rule of(String point, Function<Examination, Stream<Finding>> failing, Need... needs) {
        return new Rule(point, List.of(needs), failing);
    }

    /// A failing object counts even where something is missing; a pass is claimed only where nothing is.
    Verdict judge(Examination examination) {
        var findings = failing.apply(examination).distinct().toList();
        if (!findings.isEmpty()) {
            return new Verdict.Failed(
                    findings.stream().mapToInt(Finding::level).min().orElseThrow(), findings);
        }
        var missing = needs.stream().filter(it -> !it.met(examination.forest())).toList();
        return missing.isEmpty() ? new Verdict.Passed() : new Verdict.NotEvaluated(missing);
    }
}
