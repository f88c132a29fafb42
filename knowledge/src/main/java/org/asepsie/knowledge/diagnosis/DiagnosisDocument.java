package org.asepsie.knowledge.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Completeness;
import org.asepsie.engine.maturity.Contribution;
import org.asepsie.engine.maturity.Index;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.Mark;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.knowledge.Text;

/// A diagnosis as it leaves the product, in JSON: `docs/schemas/assess.schema.json` describes it, and only it.
/// Scores and indexes are decimal numbers, moments ISO 8601, texts in both languages.
public record DiagnosisDocument(
        FrameworkPart framework,
        String asOf,
        StandingPart overall,
        CompletenessPart completeness,
        List<ThemePart> themes,
        List<ContributionPart> contributions,
        FindingsPart findings,
        List<ClarificationPart> clarifications,
        List<PlanDocument.StepPart> plan) {

    public record FrameworkPart(String id, String version, Text title, Optional<String> entityClass) {}

    public record MarkPart(double index, double score, int level, boolean heldBackByGate) {
        static MarkPart of(Mark mark) {
            return new MarkPart(mark.index().points(), mark.score().value(), mark.level(), mark.heldBack());
        }
    }

    public record IntervalPart(double low, double high) {
        static IntervalPart of(Standing.Interval interval) {
            return new IntervalPart(interval.low().value(), interval.high().value());
        }
    }

    public record StandingPart(
            MarkPart proven,
            MarkPart said,
            MarkPart possible,
            IntervalPart interval,
            IntervalPart provenInterval,
            IntervalPart declaredInterval) {
        static StandingPart of(Standing standing) {
            return new StandingPart(
                    MarkPart.of(standing.proven()),
                    MarkPart.of(standing.said()),
                    MarkPart.of(standing.possible()),
                    IntervalPart.of(standing.interval()),
                    IntervalPart.of(standing.provenInterval()),
                    IntervalPart.of(standing.declared()));
        }
    }

    public record CompletenessPart(double answered, double informed) {
        static CompletenessPart of(Completeness completeness) {
            return new CompletenessPart(thousandths(completeness.answered()), thousandths(completeness.informed()));
        }

        private static double thousandths(double share) {
            return Math.round(share * 1000) / 1000.0;
        }
    }

    /// @param standing absent when no question of the theme applies here
    public record ThemePart(String id, Text title, int weight, Optional<StandingPart> standing) {}

    /// @param statement `said`, `unknown`, `notApplicable`, or `unanswered`
    /// @param held points of the overall index that would be lost if this topic fell to nothing
    /// @param toGain points that would be gained if it were full
    public record ContributionPart(
            String question,
            String topic,
            String theme,
            String statement,
            Optional<AttainedPart> attained,
            Optional<ProofPart> proof,
            double held,
            double toGain) {
        static ContributionPart of(Contribution contribution) {
            var known = contribution.known();
            return new ContributionPart(
                    contribution.item().question().value(),
                    contribution.item().topic().value(),
                    contribution.item().theme().value(),
                    name(known.statement()),
                    known.attained().map(AttainedPart::of),
                    known.counted().map(ProofPart::of),
                    points(contribution.held()),
                    points(contribution.toGain()));
        }

        private static double points(Index index) {
            return index.points();
        }

        static String name(Optional<Statement> statement) {
            return statement
                    .map(it -> switch (it) {
                        case Statement.Said _ -> "said";
                        case Statement.Unknown _ -> "unknown";
                        case Statement.NotApplicable _ -> "notApplicable";
                    })
                    .orElse("unanswered");
        }
    }

    public record AttainedPart(int proven, int said, int possible) {
        static AttainedPart of(Known.Attained attained) {
            return new AttainedPart(
                    attained.proven().value(),
                    attained.said().value(),
                    attained.possible().value());
        }
    }

    public record ProofPart(
            String indicator, int attainment, String grade, String from, String until, String reference) {
        static ProofPart of(Proof proof) {
            return new ProofPart(
                    proof.indicator(),
                    proof.attainment().value(),
                    proof.grade().name().toLowerCase(Locale.ROOT),
                    proof.validity().from().toString(),
                    proof.validity().until().toString(),
                    proof.reference());
        }
    }

    public record FindingsPart(
            List<GatePart> gates,
            List<ContradictionPart> contradictions,
            List<ExpiredPart> expired,
            List<RemovedPart> notApplicable) {}

    public record GatePart(String question, int level, int needs, boolean passedAsSaid, boolean mayBePassed) {}

    /// @param said absent when it was declared not applicable
    public record ContradictionPart(String question, Optional<Integer> said, ProofPart proof) {}

    public record ExpiredPart(String topic, ProofPart proof) {}

    public record RemovedPart(String question, String fact) {}

    /// @param need `answer`, `find_out` or `prove`
    /// @param score how much the interval of scores may shrink
    public record ClarificationPart(String question, Text ask, String need, double score, double index) {}

    public static DiagnosisDocument of(Diagnosis diagnosis, PlanDocument plan) {
        var framework = diagnosis.framework();
        var maturity = diagnosis.maturity();
        return new DiagnosisDocument(
                new FrameworkPart(
                        framework.id(),
                        framework.version().number(),
                        framework.presentation().title(),
                        diagnosis.entityClass()),
                maturity.asOf().toString(),
                StandingPart.of(maturity.overall()),
                CompletenessPart.of(maturity.completeness()),
                themes(diagnosis),
                maturity.contributions().stream().map(ContributionPart::of).toList(),
                findings(maturity),
                clarifications(diagnosis),
                plan.plan());
    }

    private static List<ThemePart> themes(Diagnosis diagnosis) {
        var titles = diagnosis.framework().themes();
        return diagnosis.maturity().themes().stream()
                .map(it -> new ThemePart(
                        it.theme().id().value(),
                        titles.stream()
                                .filter(theme -> theme.id().equals(it.theme().id()))
                                .findFirst()
                                .orElseThrow()
                                .title(),
                        it.theme().weight(),
                        it.standing().map(StandingPart::of)))
                .toList();
    }

    private static FindingsPart findings(Maturity maturity) {
        var findings = maturity.findings();
        return new FindingsPart(
                findings.gates().stream()
                        .map(it -> new GatePart(
                                it.item().question().value(),
                                it.gate().level(),
                                it.gate().attainment().value(),
                                it.passedAsSaid(),
                                it.mayBePassed()))
                        .toList(),
                findings.contradictions().stream()
                        .map(it -> new ContradictionPart(
                                it.item().question().value(), said(it.statement()), ProofPart.of(it.proof())))
                        .toList(),
                findings.expired().stream()
                        .map(it -> new ExpiredPart(it.topic().value(), ProofPart.of(it)))
                        .toList(),
                findings.removed().stream()
                        .map(it -> new RemovedPart(it.item().question().value(), it.fact()))
                        .toList());
    }

    private static Optional<Integer> said(Statement statement) {
        return statement instanceof Statement.Said(Attainment value) ? Optional.of(value.value()) : Optional.empty();
    }

    private static List<ClarificationPart> clarifications(Diagnosis diagnosis) {
        return diagnosis.clarifications().stream()
                .map(it -> new ClarificationPart(
                        it.item().question().value(),
                        diagnosis
                                .framework()
                                .question(it.item().question())
                                .orElseThrow()
                                .wording()
                                .ask(),
                        it.need().name().toLowerCase(Locale.ROOT),
                        it.score().value(),
                        it.index().points()))
                .toList();
    }
}
