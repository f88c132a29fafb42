package org.asepsie.app.schedule;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.plan.Aim;
import org.asepsie.engine.plan.Smallest;
import org.asepsie.engine.plan.SmallestPlan;
import org.asepsie.knowledge.Measure;
import org.asepsie.knowledge.diagnosis.Planning;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The least work and money that reaches the next level, or the must-haves of a framework.
@Service
public class Aims {
    private static final String KIND = "aims";
    private static final int HIGHEST = 4;

    private final Asides asides;
    private final Questionnaires questionnaires;
    private final TransactionTemplate transaction;

    Aims(Asides asides, Questionnaires questionnaires, PlatformTransactionManager transactions) {
        this.asides = asides;
        this.questionnaires = questionnaires;
        this.transaction = new TransactionTemplate(transactions);
    }

    /// @param level the level aimed at; 0 for the must-haves
    /// @param status `reached` (already), `possible`, `out-of-reach` or `unknown` (no solver on this machine)
    /// @param closed topics that stay short with everything done
    /// @param proven whether no cheaper set exists
    public record Found(
            String framework,
            int level,
            String status,
            List<String> measures,
            double days,
            double euros,
            boolean proven,
            List<String> closed) {
        public String key() {
            return framework + "@" + level;
        }
    }

    public record All(List<Found> aims) {}

    public Aside<All> of(FacilityId facility, Basis basis) {
        return asides.of(facility, KIND, basis.fingerprint(), All.class, progress -> {
            List<Questionnaire> all = transaction.execute(_ -> questionnaires.proposedTo(basis.facility()));
            var questions = all == null ? List.<Questionnaire>of() : all;
            var found = new ArrayList<Found>();
            var total = questions.size() + 1;
            next(basis).ifPresent(found::add);
            for (var questionnaire : questions) {
                progress.step(found.size(), total);
                found.add(mustHaves(basis, questionnaire));
            }
            return new All(found);
        });
    }

    private static Optional<Found> next(Basis basis) {
        var outlook = basis.outlook();
        var level = outlook.after(List.of()).level() + 1;
        return level > HIGHEST
                ? Optional.empty()
                : Optional.of(found(basis, basis.questionnaire(), outlook, new Aim.Level(level), level));
    }

    private static Found mustHaves(Basis basis, Questionnaire questionnaire) {
        var outlook = new Outlook(questionnaire.assessor(), basis.dossier(), basis.now());
        return found(basis, questionnaire, outlook, new Aim.MustHaves(), 0);
    }

    private static Found found(Basis basis, Questionnaire questionnaire, Outlook outlook, Aim aim, int level) {
        var refused = basis.refused();
        var offered = Planning.offered(basis.catalogue(), questionnaire.framework()).stream()
                .filter(it -> !refused.contains(it.id()))
                .filter(it -> basis.open().containsKey(it.id()))
                .map(Measure::candidate)
                .toList();
        var framework = questionnaire.framework().id();
        return switch (new SmallestPlan(outlook, offered).reach(aim)) {
            case Smallest.Reached(var measures, var days, var euros, var proven) ->
                new Found(
                        framework,
                        level,
                        measures.isEmpty() ? "reached" : "possible",
                        measures.stream().map(MeasureId::value).toList(),
                        days,
                        euros,
                        proven,
                        List.of());
            case Smallest.OutOfReach(var closed) ->
                new Found(framework, level, "out-of-reach", List.of(), 0, 0, false, closed);
            case Smallest.Unknown() -> new Found(framework, level, "unknown", List.of(), 0, 0, false, List.of());
        };
    }

    /// The words of topics that stay short.
    public static List<TopicId> closed(Found found) {
        return found.closed().stream().map(TopicId::new).toList();
    }
}
