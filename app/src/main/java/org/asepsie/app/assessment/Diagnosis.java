package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.maturity.TopicMoves;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Takes what an establishment says of itself. "Say it once": an answer belongs to its topic and serves every
/// questionnaire that asks about it.
@Service
public class Diagnosis {
    private final AnswerStore store;
    private final Dossiers dossiers;
    private final Questionnaires questionnaires;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Diagnosis(
            AnswerStore store,
            Dossiers dossiers,
            Questionnaires questionnaires,
            ApplicationEventPublisher events,
            Clock clock) {
        this.store = store;
        this.dossiers = dossiers;
        this.questionnaires = questionnaires;
        this.events = events;
        this.clock = clock;
    }

    /// The answers that count now, by topic; under the names topics have today.
    @Transactional(readOnly = true)
    public Map<TopicId, Answer> answers(FacilityId facility) {
        var kept = new TreeMap<TopicId, Answer>();
        store.newest(facility, clock.instant()).forEach(it -> kept.put(it.topic(), it));
        return moved(kept, questionnaires.moves());
    }

    /// Each statement of today beside the answer it comes from. One that comes from none, because two topics were
    /// joined of which one was never answered, is still to be given.
    private static Map<TopicId, Answer> moved(Map<TopicId, Answer> kept, TopicMoves moves) {
        var said = new TreeMap<TopicId, Statement>();
        kept.forEach((topic, answer) -> said.put(topic, answer.statement()));
        var answers = new TreeMap<TopicId, Answer>();
        moves.apply(new Dossier(said, List.of()))
                .statements()
                .forEach((topic, statement) -> Stream.concat(Stream.of(topic), moves.origins(topic).stream())
                        .map(kept::get)
                        .filter(Objects::nonNull)
                        .filter(it -> it.statement().equals(statement))
                        .max(Comparator.comparing(it -> it.turn().value()))
                        .ifPresent(it -> answers.put(topic, it)));
        return answers;
    }

    /// The answers that count now, for whoever is about to change some of them: until the transaction ends, nobody
    /// else answers on these topics.
    @Transactional
    public Map<TopicId, Answer> answersHeld(FacilityId facility, Collection<TopicId> topics) {
        // Always in the same order, so that two who hold several never wait for each other.
        new TreeSet<>(topics).forEach(it -> store.oneAtATime(facility, it));
        return answers(facility);
    }

    /// When each of many facilities last said anything, in one query. One that never did has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, Instant> lastGiven(Collection<FacilityId> facilities) {
        return store.lastGiven(facilities);
    }

    /// What was ever said of a topic, under whatever name it had, newest first.
    @Transactional(readOnly = true)
    public List<Answer> history(FacilityId facility, TopicId topic) {
        var names = new TreeSet<>(questionnaires.moves().origins(topic));
        names.add(topic);
        return store.all(facility, names);
    }

    /// @throws NoSuchFramework if the question is in no questionnaire in force
    /// @throws AnswerRefused if the question offers no such answer
    @Transactional
    public Reception give(FacilityId facility, Given given) {
        var asked = questionnaires.asked(facility, given.question());
        var topic = asked.question().topic();
        if (!Fingerprint.of(asked.question()).equals(given.fingerprint())) {
            return new Reception.QuestionChanged();
        }
        asked.check(given.statement());
        store.oneAtATime(facility, topic);
        var newest = store.newest(facility, topic);
        var sent = store.withKey(facility, given.key());
        var again = sent.filter(it -> it.says(given.statement(), given.comment()));
        if (again.isPresent() && stands(again.get(), newest)) {
            return new Reception.KeptBefore(again.get());
        }
        if (again.isEmpty()) {
            var theirs = newest.filter(it -> it.turn().value() > given.basis().value())
                    .filter(it -> !it.by().equals(author()) && !it.statement().equals(given.statement()));
            if (theirs.isPresent()) {
                return new Reception.Contested(theirs.get());
            }
        }
        return keep(facility, asked, given, sent.isPresent() ? UUID.randomUUID() : given.key());
    }

    /// A key that comes back is a repetition, unless the same person has said something else in between and now
    /// returns to their first answer on the same page.
    private static boolean stands(Answer sent, Optional<Answer> newest) {
        return newest.map(it -> it.turn().equals(sent.turn()) || !it.by().equals(sent.by()))
                .orElse(true);
    }

    private Reception keep(FacilityId facility, Questionnaire.Asked asked, Given given, UUID key) {
        var now = clock.instant();
        var assessor = asked.questionnaire().assessor();
        var before = result(facility, assessor);
        var answer = store.add(
                new AnswerStore.NewAnswer(
                        facility,
                        asked.question().topic(),
                        given.question(),
                        new Instrument.Id(asked.questionnaire().framework().id(), given.version()),
                        given.statement(),
                        given.comment()),
                author(),
                now,
                key);
        events.publishEvent(new AnswerGiven(facility, answer.topic(), now));
        return new Reception.Kept(answer, before, result(facility, assessor));
    }

    private Maturity result(FacilityId facility, Assessor assessor) {
        var now = clock.instant();
        return assessor.assess(dossiers.of(facility, now), now);
    }

    private static Answer.Author author() {
        return switch (Actors.current()) {
            case Actor.Person person -> new Answer.Author(person.name(), Optional.of(person.account()));
            case Actor other -> new Answer.Author(other.name(), Optional.empty());
        };
    }

    /// Records what an import or a demonstration knows, without a page: the same key again changes nothing.
    ///
    /// @param at when it was said
    /// @throws AnswerRefused if the question offers no such answer
    @Transactional
    public Answer record(
            FacilityId facility, QuestionId question, Statement statement, String comment, Instant at, UUID key) {
        var asked = questionnaires.asked(facility, question);
        asked.check(statement);
        var topic = asked.question().topic();
        store.oneAtATime(facility, topic);
        return store.withKey(facility, key).orElseGet(() -> {
            var answer = store.add(
                    new AnswerStore.NewAnswer(
                            facility, topic, question, asked.questionnaire().id(), statement, comment.strip()),
                    author(),
                    at,
                    key);
            events.publishEvent(new AnswerGiven(facility, topic, at));
            return answer;
        });
    }
}
