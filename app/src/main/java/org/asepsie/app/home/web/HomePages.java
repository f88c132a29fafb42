package org.asepsie.app.home.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.assessment.web.Levels;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.Keeping;
import org.asepsie.app.facility.Kept;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Reopenings;
import org.asepsie.app.plan.web.PlanWords;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Score;
import org.asepsie.knowledge.Measure;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the home of a facility: where it stands, what comes next, what binds, what changed, who helps.
@Component
@Transactional(readOnly = true)
class HomePages {
    private static final Duration MONTH = Duration.ofDays(30);
    private static final Duration SOON = Duration.ofDays(90);
    private static final int NEXT = 3;
    private static final int TECHNICAL = 6;
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /// Each of a few kB.
    private static final int KEPT = 400;

    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final Results results;
    private final History history;
    private final Diagnosis diagnosis;
    private final EvidenceHub evidence;
    private final Plans plans;
    private final Reopenings reopenings;
    private final Clock clock;
    private final Kept<Asked, HomePage> kept;

    HomePages(
            Facilities facilities,
            Questionnaires questionnaires,
            Results results,
            History history,
            Diagnosis diagnosis,
            EvidenceHub evidence,
            Plans plans,
            Reopenings reopenings,
            Keeping keeping,
            Clock clock) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.results = results;
        this.history = history;
        this.diagnosis = diagnosis;
        this.evidence = evidence;
        this.plans = plans;
        this.reopenings = reopenings;
        this.clock = clock;
        this.kept = keeping.atMost(KEPT);
    }

    /// What may make two homes of one facility differ.
    private record Asked(Language language, boolean technical) {}

    HomePage of(FacilityId facility, Page page, boolean technical) {
        return kept.of(
                facility, new Asked(page.language(), technical), () -> made(facilities.get(facility), page, technical));
    }

    private HomePage made(Facility facility, Page page, boolean technical) {
        var framework = framework(facility);
        var plan = plans.of(facility.id());
        var made = new Made(facility, framework, plan, page, clock.instant());
        return new HomePage(
                !results.latestOf(facility.id()).isEmpty(),
                made.start(),
                made.level(),
                plan.first(NEXT).stream().map(made::step).toList(),
                technical ? Optional.of(made.technical()) : Optional.empty(),
                made.deadlines(),
                made.changes(),
                new Supports(questionnaires.catalogue(), page).of(facility));
    }

    /// The one made for its kind; else the first of which anything is known.
    private String framework(Facility facility) {
        var own = questionnaires.madeFor(facility.kind()).id();
        var known = results.latestOf(facility.id()).stream()
                .map(it -> it.instrument().framework())
                .toList();
        return known.isEmpty() || known.contains(own) ? own : known.getFirst();
    }

    private final class Made {
        private final Facility facility;
        private final String framework;
        private final Plan plan;
        private final PlanWords words;
        private final Instant now;
        private final String here;
        private final Maturity maturity;

        Made(Facility facility, String framework, Plan plan, Page page, Instant now) {
            this.facility = facility;
            this.framework = framework;
            this.plan = plan;
            this.words = new PlanWords(page, plan.today());
            this.now = now;
            this.here = "/f/" + facility.id();
            this.maturity = results.of(facility.id(), framework, now);
        }

        HomePage.Start start() {
            var questionnaire = questionnaires.of(facility.id(), framework);
            var presentation = questionnaire.framework().presentation();
            return new HomePage.Start(
                    words.text(presentation.title()),
                    presentation.minutes(),
                    questionnaire.questions().size(),
                    here + "/diagnosis/" + framework);
        }

        HomePage.Level level() {
            var overall = maturity.overall();
            var number = overall.said().level();
            var name = questionnaires.catalogue().surroundings().levels().stream()
                    .filter(it -> it.level() == number)
                    .findFirst();
            var meaning = name.map(it -> words.text(it.meaning(Questionnaires.audience(facility.kind()))))
                    .orElse("");
            var end = meaning.indexOf(". ");
            return new HomePage.Level(
                    number,
                    name.map(it -> words.text(it.name())).orElse(""),
                    end < 0 ? meaning : meaning.substring(0, end + 1),
                    end < 0 ? "" : meaning.substring(end + 2),
                    Levels.motif(overall));
        }

        HomePage.NextStep step(Action action) {
            return new HomePage.NextStep(
                    words.text(action.title()), words.why(action), words.effort(action.effort()), address(action));
        }

        private String address(Action action) {
            return here + "/plan/" + action.id();
        }

        HomePage.Technical technical() {
            var actions = plan.open().stream()
                    .filter(Made::forTheComputers)
                    .limit(TECHNICAL)
                    .map(this::step)
                    .toList();
            return new HomePage.Technical(actions, expiring().map(this::proof).toList());
        }

        private static boolean forTheComputers(Action action) {
            return switch (action.advice()) {
                case Advice.Carry(var measure, var _) -> byTechnicians(measure);
                case Advice.Keep(var measure, var _) -> byTechnicians(measure);
                case Advice.Found _ -> true;
                case Advice.FindOut _,
                        Advice.Advance _,
                        Advice.Renew _,
                        Advice.Answer _,
                        Advice.Review _,
                        Advice.Forgotten _ -> false;
            };
        }

        private static boolean byTechnicians(Measure measure) {
            return switch (measure.doing().who()) {
                case IT, PROVIDER -> true;
                case DIRECTION, HR, CARE, QUALITY, LOGISTICS, ALL -> false;
            };
        }

        /// The proofs that stop counting within three months, first to end first.
        private Stream<Evidence> expiring() {
            return evidence.expiringBefore(List.of(facility.id()), now, now.plus(SOON)).stream();
        }

        private HomePage.Deadline proof(Evidence piece) {
            var id = piece.indicator().value();
            var title = questionnaires
                    .catalogue()
                    .indicator(id)
                    .map(it -> it.title())
                    .orElse(new Text(id, id));
            return new HomePage.Deadline(
                    words.text(title), day(piece.validity().until()), true, here + "/evidence/" + id);
        }

        HomePage.Deadlines deadlines() {
            var actions = plan.open().stream()
                    .flatMap(it -> it.due().stream()
                            .map(day -> new HomePage.Deadline(words.text(it.title()), day, false, address(it))));
            var next = Stream.concat(actions, expiring().map(this::proof))
                    .filter(it -> !it.day().isBefore(plan.today()))
                    .min(Comparator.comparing(HomePage.Deadline::day));
            var late = plan.open().stream()
                    .filter(it -> it.wish().status().retained() && it.lateOn(plan.today()))
                    .count();
            var again = reopenings.of(facility.id()).keySet();
            var reopened =
                    plan.open().stream().filter(it -> again.contains(it.id())).count();
            return new HomePage.Deadlines(next, (int) late, (int) reopened, closing());
        }

        private Optional<String> closing() {
            var answered = maturity.completeness().answered();
            return history.suggested(facility.id(), framework, answered)
                    ? Optional.of(here + "/result/" + framework)
                    : Optional.empty();
        }

        HomePage.Changes changes() {
            var since = now.minus(MONTH);
            var answers = diagnosis.answers(facility.id()).values().stream()
                    .filter(it -> it.at().isAfter(since))
                    .count();
            var proofs = evidence.current(facility.id(), now).stream()
                    .flatMap(it -> it.all())
                    .filter(it -> it.origin().recordedAt().isAfter(since))
                    .count();
            var done = plan.actions().stream()
                    .flatMap(it -> it.decision().stream())
                    .flatMap(it -> it.doneAt().stream())
                    .filter(it -> it.isAfter(since))
                    .count();
            return new HomePage.Changes((int) answers, (int) proofs, (int) done, progress());
        }

        private Optional<HomePage.Progress> progress() {
            return history.since(facility.id(), framework, now)
                    .map(it -> new HomePage.Progress(
                            it.line().asOf(),
                            shown(it.comparison().rescored().overall().said().score()),
                            shown(it.comparison().after().overall().said().score()),
                            here + "/history/" + it.line().id()));
        }

        private static double shown(Score score) {
            return score.tenths() / 10.0;
        }

        private static LocalDate day(Instant moment) {
            return moment.atZone(ZONE).toLocalDate();
        }
    }
}
