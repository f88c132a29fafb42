package org.asepsie.app.evidence.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.evidence.Attachment;
import org.asepsie.app.evidence.AttachmentId;
import org.asepsie.app.evidence.EvidenceId;
import org.asepsie.app.evidence.PastEvidence;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;

/// One indicator of one establishment: what it is, all its values, and the form for the next one.
///
/// @param history newest first
/// @param counting the piece that counts today
/// @param grades how surely this person may say it; empty when they may only read
/// @param withdrawable the pieces this person may take back
public record IndicatorScreen(
        FacilityId facility,
        KnownIndicator known,
        List<PastEvidence> history,
        Optional<EvidenceId> counting,
        Map<AttachmentId, Attachment> files,
        List<Grade> grades,
        List<EvidenceId> withdrawable,
        EvidenceForm form,
        List<Refusal> refusals) {

    /// Something in the form that must be mended: the field, and the wording with what fills it.
    public record Refusal(String field, String key, List<String> details) {
        public Refusal {
            details = List.copyOf(details);
        }
    }

    public IndicatorScreen {
        history = List.copyOf(history);
        grades = List.copyOf(grades);
        refusals = List.copyOf(refusals);
    }
}
