package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Locale;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Wording;
import org.asepsie.knowledge.Indicator;

/// Says a measured value with the unit of its indicator: `60 jours`, `85 %`, `oui`.
public record ValueInWords(Wording wording, Language language) {
    public static ValueInWords on(Page page) {
        return new ValueInWords(page.wording(), page.language());
    }

    public String say(Indicator indicator, BigDecimal value) {
        var unit = indicator.scale().unit();
        if (unit == Indicator.Unit.YES_NO) {
            return wording.say(language, value.signum() == 0 ? "evidence.unit.no" : "evidence.unit.yes");
        }
        var one = language == Language.FR
                ? value.abs().compareTo(BigDecimal.TWO) < 0
                : value.compareTo(BigDecimal.ONE) == 0;
        return wording.say(
                language,
                "evidence.unit." + code(unit) + (one ? ".one" : ".many"),
                NumberFormat.getInstance(language.locale()).format(value));
    }

    /// As the wordings name it.
    public static String code(Indicator.Unit unit) {
        return unit.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
