package org.asepsie.app.plan;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Prioritiser;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Step;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Measure;
import org.springframework.stereotype.Component;

/// The engine's order of measures, worked out again only when something it rests on has changed.
///
/// Ranking is by far the dearest part of a page (tens of milliseconds of a processor; the rest takes a few). It is a
/// pure function, so the last one of each facility is kept beside all it was worked out from and served again when
/// that is the same, compared by value: nothing has to be told when an answer, a proof or the time changes, and
/// nodes of one installation need not agree.
@Component
class Rankings {
    /// About 100 kB each.
    private static final int KEPT = 200;

    private final Map<FacilityId, Kept> kept = Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<FacilityId, Kept> eldest) {
            return size() > KEPT;
        }
    });

    List<Step> of(Situation situation) {
        var basis = Basis.of(situation);
        var last = kept.get(situation.facility().id());
        if (last != null && last.basis().sameAs(basis)) {
            return last.steps();
        }
        var done = basis.done();
        var candidates = situation.measures().stream()
                .filter(it -> !basis.dismissed().contains(it.id()) && !done.contains(it.id()))
                .map(Measure::candidate)
                .toList();
        var steps = new Prioritiser(situation.ranking()).rank(situation.believed(), situation.now(), candidates, done);
        kept.put(situation.facility().id(), new Kept(basis, steps));
        return steps;
    }

    private record Kept(Basis basis, List<Step> steps) {}

    /// @param proofs those that hold now: time counts through them alone
    private record Basis(
            Catalogue catalogue,
            Audience audience,
            List<Questionnaire> questionnaires,
            Map<TopicId, Statement> statements,
            Set<Proof> proofs,
            Set<MeasureId> dismissed,
            Set<MeasureId> done) {
        static Basis of(Situation situation) {
            var believed = situation.believed();
            return new Basis(
                    situation.catalogue(),
                    situation.audience(),
                    situation.questionnaires(),
                    believed.statements(),
                    believed.proofs().stream()
                            .filter(it -> it.validity().holdsAt(situation.now()))
                            .collect(Collectors.toSet()),
                    situation.subjectsOf(Status.DISMISSED),
                    situation.subjectsOf(Status.DONE));
        }

        boolean sameAs(Basis other) {
            return catalogue == other.catalogue
                    && audience == other.audience
                    && same(questionnaires, other.questionnaires)
                    && statements.equals(other.statements)
                    && proofs.equals(other.proofs)
                    && dismissed.equals(other.dismissed)
                    && done.equals(other.done);
        }

        /// Questionnaires are made once; comparing their texts would cost more than it tells.
        private static boolean same(List<Questionnaire> some, List<Questionnaire> others) {
            for (var i = 0; i < Math.min(some.size(), others.size()); i++) {
                if (some.get(i) != others.get(i)) {
                    return false;
                }
            }
            return some.size() == others.size();
        }
    }
}
