package org.asepsie.app.home.web;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import org.asepsie.app.assessment.HandOvers;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.page.Page;
import org.asepsie.engine.maturity.Contribution;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What is left for somebody who answers and does not read results: questions without an answer, questions
/// nobody could answer, questions that were handed over.
@Component
class ShareOfWork {
    private static final int SHOWN = 8;

    private final Questionnaires questionnaires;
    private final Results results;
    private final HandOvers handOvers;
    private final Clock clock;

    ShareOfWork(Questionnaires questionnaires, Results results, HandOvers handOvers, Clock clock) {
        this.questionnaires = questionnaires;
        this.results = results;
        this.handOvers = handOvers;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public ContributorPage of(Facility facility, Page page) {
        var framework = questionnaires.madeFor(facility.kind()).id();
        var questionnaire = questionnaires.of(facility.id(), framework);
        var contributions =
                results.of(facility.id(), framework, clock.instant()).contributions();
        var left = contributions.stream()
                .filter(it ->
                        it.known().statement().isEmpty() && it.known().counted().isEmpty())
                .sorted(Comparator.comparing((Contribution it) -> !it.item().essential()))
                .toList();
        var unknown = contributions.stream()
                .filter(it -> it.known().statement().orElse(null) instanceof Statement.Unknown)
                .toList();
        var handed = handOvers.pending(facility.id()).stream()
                .map(it -> new ContributorPage.Handed(
                        text(
                                questionnaires
                                        .asked(facility.id(), it.question())
                                        .question()
                                        .wording()
                                        .ask(),
                                page),
                        it.recipient(),
                        it.at(),
                        "/f/%s/questions/%s".formatted(facility.id(), it.question())))
                .toList();
        return new ContributorPage(
                text(questionnaire.framework().presentation().title(), page),
                "/f/%s/diagnosis/%s".formatted(facility.id(), framework),
                contributions.size() - left.size(),
                contributions.size(),
                asks(left, facility, questionnaire, page),
                asks(unknown, facility, questionnaire, page),
                handed);
    }

    private static List<ContributorPage.Ask> asks(
            List<Contribution> some, Facility facility, Questionnaire questionnaire, Page page) {
        return some.stream()
                .limit(SHOWN)
                .map(it -> questionnaire.question(it.item().question()))
                .map(it -> new ContributorPage.Ask(
                        text(it.wording().ask(), page),
                        text(it.findOut().who(), page),
                        it.findOut().minutes(),
                        "/f/%s/questions/%s".formatted(facility.id(), it.id())))
                .toList();
    }

    private static String text(Text text, Page page) {
        return page.french() ? text.fr() : text.en();
    }
}
