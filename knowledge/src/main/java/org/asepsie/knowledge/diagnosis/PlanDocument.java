package org.asepsie.knowledge.diagnosis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.Step;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Text;

/// A plan as it leaves the product, in JSON; also the last part of a [DiagnosisDocument].
public record PlanDocument(String framework, String asOf, List<StepPart> plan) {

    /// One line of the plan; of the optional parts, those that `kind` calls for are there.
    ///
    /// @param kind `do`, `find_out` or `advance`
    public record StepPart(
            int rank,
            String kind,
            Text title,
            Optional<String> measure,
            Optional<String> question,
            Optional<MeansPart> means,
            Optional<GainPart> gain,
            List<LiftPart> raises,
            Optional<String> preparesFor,
            Optional<FindOutPart> findOut) {}

    public record MeansPart(
            String who, RangePart effortDays, int costBand, RangePart costEuros, int weeks, boolean quickWin) {}

    public record RangePart(double low, double high) {
        static RangePart of(Range range) {
            return new RangePart(range.low(), range.high());
        }
    }

    public record GainPart(double score, double index, double scoreAfter) {}

    public record LiftPart(String topic, int from, int to) {}

    public record FindOutPart(Text who, Text look, int minutes) {}

    public static PlanDocument of(Diagnosis diagnosis, Catalogue catalogue) {
        var steps = new ArrayList<StepPart>();
        for (var step : diagnosis.plan()) {
            steps.add(part(steps.size() + 1, step, diagnosis, catalogue));
        }
        return new PlanDocument(
                diagnosis.framework().id(), diagnosis.maturity().asOf().toString(), steps);
    }

    private static StepPart part(int rank, Step step, Diagnosis diagnosis, Catalogue catalogue) {
        return switch (step) {
            case Step.Do act -> act(rank, act, catalogue);
            case Step.FindOut look -> about(rank, "find_out", look.item(), diagnosis);
            case Step.Advance aim -> about(rank, "advance", aim.item(), diagnosis);
        };
    }

    private static StepPart act(int rank, Step.Do act, Catalogue catalogue) {
        var measure = catalogue.measure(act.measure().id()).orElseThrow();
        var doing = measure.doing();
        return new StepPart(
                rank,
                "do",
                measure.title(),
                Optional.of(measure.id().value()),
                Optional.empty(),
                Optional.of(new MeansPart(
                        doing.who().name().toLowerCase(Locale.ROOT),
                        RangePart.of(doing.days()),
                        doing.costBand(),
                        RangePart.of(doing.euros()),
                        doing.weeks(),
                        doing.quickWin())),
                Optional.of(new GainPart(
                        act.gain().score().value(),
                        act.gain().index().points(),
                        act.gain().scoreAfter().value())),
                act.raised().stream()
                        .map(it -> new LiftPart(
                                it.topic().value(), it.from().value(), it.to().value()))
                        .toList(),
                act.preparesFor().map(it -> it.value()),
                Optional.empty());
    }

    private static StepPart about(int rank, String kind, Item item, Diagnosis diagnosis) {
        var question = diagnosis.framework().question(item.question()).orElseThrow();
        var findOut = question.findOut();
        return new StepPart(
                rank,
                kind,
                question.wording().ask(),
                Optional.empty(),
                Optional.of(question.id().value()),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.of(new FindOutPart(findOut.who(), findOut.look(), findOut.minutes())));
    }
}
