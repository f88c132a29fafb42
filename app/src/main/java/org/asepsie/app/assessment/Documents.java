package org.asepsie.app.assessment;

import java.math.BigDecimal;
import java.time.Clock;
import java.util.Optional;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Documents attached to an answer: each shows the attainment that was said when it was attached, and no more.
@Service
public class Documents {
    private final Diagnosis diagnosis;
    private final Questionnaires questionnaires;
    private final Attachments attachments;
    private final EvidenceHub evidence;
    private final Clock clock;

    Documents(
            Diagnosis diagnosis,
            Questionnaires questionnaires,
            Attachments attachments,
            EvidenceHub evidence,
            Clock clock) {
        this.diagnosis = diagnosis;
        this.questionnaires = questionnaires;
        this.attachments = attachments;
        this.evidence = evidence;
        this.clock = clock;
    }

    /// Keeps the file and records it as documented evidence; empty when nothing is said yet that a document
    /// could show.
    ///
    /// @throws org.asepsie.app.evidence.AttachmentRefused if the file is too large, damaged or of a refused kind
    @Transactional
    public Optional<Evidence> attach(FacilityId facility, QuestionId question, String name, byte[] content) {
        var topic = questionnaires.asked(facility, question).question().topic();
        var said = Optional.ofNullable(diagnosis.answers(facility).get(topic)).map(Answer::statement);
        if (!(said.orElse(null) instanceof Statement.Said(var attainment))) {
            return Optional.empty();
        }
        var file = attachments.keep(facility, name, content);
        return Optional.of(evidence.record(NewEvidence.of(
                        facility,
                        IndicatorId.ofAnswer(topic),
                        BigDecimal.valueOf(attainment.value()),
                        Grade.DOCUMENTED,
                        clock.instant(),
                        new Source(Source.Kind.QUESTION, question.value()))
                .provenBy(file.id())
                .noted(file.name())));
    }
}
