package org.asepsie.app.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Documents;
import org.asepsie.app.assessment.HandOvers;
import org.asepsie.app.assessment.History;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Wish;
import org.asepsie.app.schedule.MeansAndWishes;
import org.asepsie.app.schedule.OwnMeans;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.knowledge.Question;
import org.springframework.stereotype.Component;

/// Says what happened, through the doors a person would use: who said what of which house, how many days ago.
@Component
class Narrator {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    private static final LocalTime MORNING = LocalTime.of(10, 20);

    private final Accounts accounts;
    private final Questionnaires questionnaires;
    private final Diagnosis diagnosis;
    private final Documents documents;
    private final History history;
    private final HandOvers handOvers;
    private final EvidenceHub evidence;
    private final Decisions decisions;
    private final MeansAndWishes means;
    private final Clock clock;

    Narrator(
            Accounts accounts,
            Questionnaires questionnaires,
            Diagnosis diagnosis,
            Documents documents,
            History history,
            HandOvers handOvers,
            EvidenceHub evidence,
            Decisions decisions,
            MeansAndWishes means,
            Clock clock) {
        this.accounts = accounts;
        this.questionnaires = questionnaires;
        this.diagnosis = diagnosis;
        this.documents = documents;
        this.history = history;
        this.handOvers = handOvers;
        this.evidence = evidence;
        this.decisions = decisions;
        this.means = means;
        this.clock = clock;
    }

    Telling of(Stage.Set set, House house, Player by) {
        return new Telling(set, house, by);
    }

    /// The story of one house in the words of one person.
    final class Telling {
        private final Stage.Set set;
        private final FacilityId facility;
        private final House house;
        private final Player by;
        private final Instant now = clock.instant();

        private Telling(Stage.Set set, House house, Player by) {
            this.set = set;
            this.facility = set.of(house);
            this.house = house;
            this.by = by;
        }

        Telling by(Player other) {
            return new Telling(set, house, other);
        }

        /// The questions of the framework made for the house.
        java.util.List<Question> questions() {
            return questionnaires.madeFor(house.kind()).questions();
        }

        void answer(Question question, int attainment, int daysAgo) {
            // A question may jump a step: then the next lower answer it offers is given.
            var offered = question.options().stream()
                    .map(it -> it.attainment().value())
                    .filter(it -> it <= attainment)
                    .max(Integer::compare)
                    .orElse(0);
            answer(question, new Statement.Said(new Attainment(offered)), "", daysAgo);
        }

        /// The first answers of a house of that habit.
        void begin(Habit habit, int daysAgo) {
            for (var question : questions()) {
                if (habit.ignorant(question)) {
                    answer(question, new Statement.Unknown(), "", daysAgo);
                } else {
                    answer(question, habit.attainment(question), daysAgo);
                }
            }
        }

        /// What a house of that habit answers that day, where it differs from what it answered before.
        void live(Habit habit, Habit before, int daysAgo, Set<String> except) {
            for (var question : questions()) {
                if (habit.ignorant(question)) {
                    if (!before.ignorant(question)) {
                        answer(question, new Statement.Unknown(), "", daysAgo);
                    }
                } else if (!except.contains(question.topic().value())
                        && (before.ignorant(question) || habit.attainment(question) != before.attainment(question))) {
                    answer(question, habit.attainment(question), daysAgo);
                }
            }
        }

        void answer(Question question, Statement statement, String comment, int daysAgo) {
            speaking(() -> diagnosis.record(
                    facility, question.id(), statement, comment, ago(daysAgo), key(question.id(), daysAgo)));
        }

        void answer(String topic, Statement statement, String comment, int daysAgo) {
            answer(on(topic), statement, comment, daysAgo);
        }

        void answer(String topic, int attainment, String comment, int daysAgo) {
            answer(on(topic), new Statement.Said(new Attainment(attainment)), comment, daysAgo);
        }

        void doNotKnow(String topic, int daysAgo) {
            answer(on(topic), new Statement.Unknown(), "", daysAgo);
        }

        /// Attaches a text that shows what was answered, today.
        void document(String topic, String file, String text) {
            speaking(() -> documents.attach(facility, on(topic).id(), file, text.getBytes(StandardCharsets.UTF_8)));
        }

        void handOver(String topic, String recipient) {
            speaking(() -> handOvers.hand(facility, on(topic).id(), recipient));
        }

        void close(int daysAgo) {
            speaking(() ->
                    history.close(facility, questionnaires.madeFor(house.kind()).id(), ago(daysAgo)));
        }

        void show(String indicator, double value, Grade grade, int daysAgo, String from, String note) {
            show(indicator, value, grade, daysAgo, Optional.empty(), from, note);
        }

        /// @param forDays how long it is believed; empty: as long as the catalogue says
        void show(
                String indicator,
                double value,
                Grade grade,
                int daysAgo,
                Optional<Integer> forDays,
                String from,
                String note) {
            var piece = NewEvidence.of(
                            facility,
                            new IndicatorId(indicator),
                            BigDecimal.valueOf(value),
                            grade,
                            ago(daysAgo),
                            new Source(kind(grade), from))
                    .noted(note)
                    .once("demo " + indicator + " " + daysAgo);
            var dated =
                    forDays.map(it -> piece.believedUntil(ago(daysAgo - it))).orElse(piece);
            speaking(() -> evidence.record(dated, ago(daysAgo)));
        }

        void decide(String action, int daysAgo, UnaryOperator<Wish> change) {
            speaking(() -> decisions.decide(
                    facility,
                    ActionId.of(action),
                    change,
                    Integer.MAX_VALUE,
                    UUID.nameUUIDFromBytes((action + daysAgo).getBytes(StandardCharsets.UTF_8)),
                    ago(daysAgo)));
        }

        /// @param days the house gives a quarter
        void capacity(double days) {
            speaking(() -> {
                decisions.capacity(facility, days);
                return true;
            });
        }

        /// What the house can give to its plan by quarter.
        void means(OwnMeans given) {
            speaking(() -> {
                means.give(facility, given);
                return true;
            });
        }

        void comment(String action, String text) {
            speaking(() -> decisions.comment(facility, ActionId.of(action), text, UUID.randomUUID()));
        }

        private Question on(String topic) {
            return questions().stream()
                    .filter(it -> it.topic().value().equals(topic))
                    .findFirst()
                    .orElseThrow(() -> new IllegalStateException("no question on " + topic));
        }

        private Instant ago(int days) {
            return now.atZone(ZONE).minusDays(days).with(MORNING).toInstant();
        }

        private UUID key(QuestionId question, int daysAgo) {
            return UUID.nameUUIDFromBytes((question.value() + daysAgo).getBytes(StandardCharsets.UTF_8));
        }

        private <T> void speaking(ScopedValue.CallableOp<T, RuntimeException> deed) {
            var person = accounts.person(set.of(by)).orElseThrow();
            Actors.as(person, deed);
        }

        private static Source.Kind kind(Grade grade) {
            return switch (grade) {
                case DECLARED -> Source.Kind.TYPED;
                case DOCUMENTED -> Source.Kind.DOCUMENT;
                case OBSERVED -> Source.Kind.ADVISER;
                case MEASURED -> Source.Kind.COLLECTION;
            };
        }
    }
}
