package org.asepsie.app.assessment;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.DeadLink;
import org.asepsie.app.access.Link;
import org.asepsie.app.access.LinkPurpose;
import org.asepsie.app.access.Links;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.QuestionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Hands one question to whoever knows: a link that opens this question and nothing else, once, for two weeks.
@Service
public class HandOvers {
    public static final Duration VALID = Duration.ofDays(14);

    private final HandOverStore store;
    private final Links links;
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;
    private final Audit audit;
    private final Clock clock;

    HandOvers(
            HandOverStore store,
            Links links,
            Diagnosis diagnosis,
            Questionnaires questionnaires,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.links = links;
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
        this.audit = audit;
        this.clock = clock;
    }

    public record HandedOver(QuestionId question, String recipient, String by, Instant at) {}

    /// What a link opens.
    public record Opened(Link link, FacilityId facility, QuestionId question, String recipient) {}

    /// @return the token for the address `/q/{token}`; it cannot be shown a second time
    @Transactional
    public String hand(FacilityId facility, QuestionId question, String recipient) {
        questionnaires.asked(facility, question);
        var now = clock.instant();
        var name = recipient.strip();
        store.add(facility, new HandedOver(question, name, Actors.current().name(), now));
        audit.record("assessment.action.handed-over", Optional.of(facility.node()), question.value(), name);
        return links.issue(
                LinkPurpose.QUESTION,
                Optional.of(facility.node()),
                Map.of("facility", facility.toString(), "question", question.value(), "name", name),
                VALID);
    }

    /// Those whose links may still serve, newest first.
    @Transactional(readOnly = true)
    public List<HandedOver> pending(FacilityId facility) {
        return store.since(facility, clock.instant().minus(VALID));
    }

    /// @throws DeadLink if it no longer opens anything
    @Transactional(readOnly = true)
    public Opened open(String token) {
        var link = links.valid(token, LinkPurpose.QUESTION);
        return new Opened(
                link,
                FacilityId.of(link.payload().getOrDefault("facility", "")),
                new QuestionId(link.payload().getOrDefault("question", "")),
                link.payload().getOrDefault("name", ""));
    }

    /// Records the answer and uses the link up, both or neither. Call it on behalf of [Link#holder].
    ///
    /// @throws DeadLink if another answer used the link first
    /// @throws AnswerRefused if the answer is to another question than the one handed over
    @Transactional
    public Reception answer(String token, Given given) {
        var opened = open(token);
        if (!opened.question().equals(given.question())) {
            throw new AnswerRefused("this link opens %s, not %s".formatted(opened.question(), given.question()));
        }
        var reception = diagnosis.give(opened.facility(), given);
        switch (reception) {
            case Reception.Kept _, Reception.KeptBefore _ -> {
                if (links.use(token).isEmpty()) {
                    throw new DeadLink(DeadLink.Reason.USED);
                }
            }
            case Reception.Contested _, Reception.QuestionChanged _ -> {
                // The link stays good: the holder has still to choose.
            }
        }
        return reception;
    }
}
