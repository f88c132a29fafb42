package org.asepsie.app.evidence.web;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.evidence.ValueInWords;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Tone;
import org.asepsie.app.page.Wording;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.knowledge.Indicator;
import org.asepsie.knowledge.Text;

/// Says values, units and areas in words.
public record EvidenceWords(Wording wording, Language language) {
    public static EvidenceWords on(Page page) {
        return new EvidenceWords(page.wording(), page.language());
    }

    public String title(KnownIndicator known) {
        if (known.described().isEmpty()) {
            return known.id().value();
        }
        var title = text(known.described().get().title());
        return known.id().answeredTopic().isPresent() ? say("evidence.answer", title) : title;
    }

    public String meaning(KnownIndicator known) {
        if (known.id().answeredTopic().isPresent()) {
            return "";
        }
        return known.described().map(it -> text(it.meaning())).orElseGet(() -> say("evidence.former"));
    }

    /// `60 jours`, `85 %`, `oui`. Without a unit when the catalogue no longer knows the indicator.
    public String value(Optional<Indicator> described, BigDecimal value) {
        return described
                .map(it -> new ValueInWords(wording, language).say(it, value))
                .orElseGet(() -> number(value));
    }

    /// Where the piece comes from, ready for its date to follow. The id of a question says nothing to a reader, and
    /// the title names it already.
    public String reference(Evidence piece) {
        var source = piece.origin().source();
        return source.kind() == Source.Kind.QUESTION || source.reference().isBlank() ? "" : source.reference() + ", ";
    }

    public String unit(Indicator indicator) {
        return say("evidence.unit-name." + ValueInWords.code(indicator.scale().unit()));
    }

    public String area(String area) {
        var key = "evidence.area." + area;
        return wording.knows(language, key) ? say(key) : say("evidence.area.other");
    }

    /// `12 mois`, `45 jours`.
    public String freshness(Indicator indicator) {
        var months = indicator.freshness().toTotalMonths();
        return months > 0
                ? say("evidence.months", number(BigDecimal.valueOf(months)))
                : say(
                        "evidence.days-long",
                        number(BigDecimal.valueOf(indicator.freshness().getDays())));
    }

    public String steps(Indicator indicator) {
        List<String> steps = indicator.attainments().stream()
                .map(it -> value(Optional.of(indicator), BigDecimal.valueOf(it)))
                .toList();
        return steps.stream().collect(Collectors.joining(language == Language.FR ? "\u202f; " : "; "));
    }

    public String number(BigDecimal value) {
        return java.text.NumberFormat.getInstance(language.locale()).format(value);
    }

    public String text(Text text) {
        return language == Language.FR ? text.fr() : text.en();
    }

    /// Outlined for what is said, filled for what is proven, as everywhere in the product.
    public static Tone tone(Grade grade) {
        return switch (grade) {
            case DECLARED -> Tone.SAID;
            case DOCUMENTED, OBSERVED, MEASURED -> Tone.PROVEN;
        };
    }

    public static Tone tone(KnownIndicator.State state) {
        return switch (state) {
            case CURRENT -> Tone.DONE;
            case SOON, EXPIRED -> Tone.ATTENTION;
            case UNKNOWN -> Tone.UNKNOWN;
        };
    }

    public static String code(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }

    private String say(String key, Object... arguments) {
        return wording.say(language, key, arguments);
    }
}
