package org.asepsie.app.evidence.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.evidence.AttachmentId;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.evidence.web.IndicatorScreen.Refusal;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

/// Makes evidence of what somebody typed, or says what must be mended first.
@Component
class EvidenceFormReader {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final IndicatorPage pages;
    private final Attachments attachments;
    private final Clock clock;

    EvidenceFormReader(IndicatorPage pages, Attachments attachments, Clock clock) {
        this.pages = pages;
        this.attachments = attachments;
        this.clock = clock;
    }

    /// @throws FormRefused if the form cannot be evidence yet
    NewEvidence read(FacilityId facility, IndicatorId indicator, EvidenceForm form, Optional<MultipartFile> file)
            throws IOException {
        var grade = pages.gradesFor(facility).stream()
                .filter(it -> EvidenceWords.code(it).equals(form.grade()))
                .findFirst()
                .orElseThrow(() -> new FormRefused("grade", "grade-not-yours"));
        var value = number(form.value());
        var observedAt = moment(form.observedOn());
        if (form.reference().isEmpty()) {
            throw new FormRefused("reference", "reference-missing");
        }
        if (grade == Grade.DOCUMENTED && file.isEmpty()) {
            throw new FormRefused("file", "document-missing");
        }
        var given = NewEvidence.of(facility, indicator, value, grade, observedAt, source(grade, form.reference()))
                .noted(form.note());
        var once = form.once().isEmpty() ? given : given.once("form:" + form.once());
        return file.isPresent() ? once.provenBy(kept(facility, file.get())) : once;
    }

    private AttachmentId kept(FacilityId facility, MultipartFile file) throws IOException {
        var name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        return attachments.keep(facility, name, file.getBytes()).id();
    }

    private static Source source(Grade grade, String reference) {
        return switch (grade) {
            case DECLARED -> new Source(Source.Kind.TYPED, reference);
            case DOCUMENTED -> new Source(Source.Kind.DOCUMENT, reference);
            case OBSERVED, MEASURED -> new Source(Source.Kind.ADVISER, reference);
        };
    }

    private static BigDecimal number(String typed) {
        var plain = typed.replaceAll("[\\s\u00a0\u202f%€]", "").replace(',', '.');
        if (!plain.matches("-?\\d{1,12}(\\.\\d{1,6})?")) {
            throw new FormRefused("value", "not-a-number", typed);
        }
        return new BigDecimal(plain);
    }

    /// A day that is today means now; a day before means its noon, so that time zones cannot move it.
    private Instant moment(String typed) {
        try {
            var day = LocalDate.parse(typed);
            var now = clock.instant();
            return day.equals(LocalDate.ofInstant(now, ZONE))
                    ? now
                    : day.atTime(12, 0).atZone(ZONE).toInstant();
        } catch (DateTimeException notADate) {
            throw new FormRefused("observedOn", "not-a-date");
        }
    }

    /// The form says something that cannot be evidence yet.
    static final class FormRefused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Refusal refusal;

        Refusal refusal() {
            return refusal;
        }

        FormRefused(String field, String problem, String... details) {
            super(problem);
            refusal = new Refusal(field, "evidence.refused." + problem, List.of(details));
        }
    }
}
