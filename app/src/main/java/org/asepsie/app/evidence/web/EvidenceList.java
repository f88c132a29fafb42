package org.asepsie.app.evidence.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.evidence.Attachment;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Wording;
import org.springframework.stereotype.Component;

/// What is known as a table for a spreadsheet: UTF-8 with its mark, separated as the spreadsheets of each country
/// expect.
@Component
class EvidenceList {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ISO_LOCAL_DATE.withZone(ZoneId.of("Europe/Paris"));
    private static final List<String> COLUMNS = List.of(
            "area",
            "indicator",
            "value",
            "unit",
            "attainment",
            "grade",
            "source",
            "observed",
            "until",
            "state",
            "proof");

    private final Pages pages;
    private final Wording wording;

    EvidenceList(Pages pages, Wording wording) {
        this.pages = pages;
        this.wording = wording;
    }

    String fileName(HttpServletRequest request) {
        return pages.language(request) == Language.FR ? "ce-que-nous-savons.csv" : "what-we-know.csv";
    }

    String csv(List<KnownIndicator> all, HttpServletRequest request) {
        var language = pages.language(request);
        var words = new EvidenceWords(wording, language);
        var heading = COLUMNS.stream().map(it -> wording.say(language, "evidence.column." + it));
        return Stream.concat(Stream.of(heading), all.stream().map(it -> cells(it, words, language)))
                .map(it -> it.map(EvidenceList::cell).collect(Collectors.joining(language == Language.FR ? ";" : ",")))
                .collect(Collectors.joining("\r\n", "\uFEFF", "\r\n"));
    }

    private Stream<String> cells(KnownIndicator known, EvidenceWords words, Language language) {
        var piece = known.piece();
        return Stream.of(
                words.area(known.area()),
                words.title(known),
                piece.map(it -> words.number(it.value())).orElse(""),
                known.described().map(words::unit).orElse(""),
                known.attainment()
                        .map(it -> wording.say(language, "evidence.attainment." + it.value()))
                        .orElse(""),
                piece.map(it -> wording.say(language, "evidence.grade." + EvidenceWords.code(it.grade())))
                        .orElse(""),
                piece.map(it -> source(it, language)).orElse(""),
                piece.map(it -> DAY.format(it.validity().observedAt())).orElse(""),
                piece.map(it -> DAY.format(it.validity().until())).orElse(""),
                wording.say(language, "evidence.state." + known.state().code()),
                known.proof().map(Attachment::name).orElse(""));
    }

    private String source(Evidence piece, Language language) {
        var source = piece.origin().source();
        return wording.say(language, "evidence.source." + source.kind().code()) + " : " + source.reference();
    }

    /// A cell that begins like a formula is told apart by an apostrophe, so that no spreadsheet computes it.
    private static String cell(String text) {
        var calm = !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0 && !text.matches("-?[\\d.,\\s\u202f]+")
                ? "'" + text
                : text;
        return '"' + calm.replace("\"", "\"\"") + '"';
    }
}
