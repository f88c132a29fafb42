package org.asepsie.knowledge;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.MeasureId;

/// A date that may bind a plan: a funding window, a yearly duty, the renewal of a contract. A proposal that the
/// establishment takes up, moves or leaves.
///
/// @param by the date itself; empty when it comes round or when only the establishment knows it
/// @param every how often it comes round
/// @param rule the rule of law or of a programme behind it
/// @param ruleSwitch hidden while this switch is off
/// @param measures what should be finished by then
public record BindingDate(
        String id,
        Text title,
        Text why,
        List<Audience> audience,
        Optional<LocalDate> by,
        Optional<Period> every,
        Optional<String> rule,
        Optional<String> ruleSwitch,
        List<MeasureId> measures,
        Source source) {
    public BindingDate {
        audience = List.copyOf(audience);
        measures = List.copyOf(measures);
    }

    public boolean isFor(Audience one) {
        return audience.stream().anyMatch(it -> it.covers(one));
    }

    /// The day to propose: the one in the file, or a whole turn from today; empty when the establishment must say.
    public Optional<LocalDate> proposedOn(LocalDate today) {
        return by.or(() -> every.map(today::plus));
    }

    static BindingDate read(Fields in) {
        var date = new BindingDate(
                Ids.read(in),
                in.text("title"),
                in.text("why"),
                in.words("audience", Audience.class),
                in.optionalDate("by"),
                in.has("every") ? Optional.of(in.period("every", Period.ZERO)) : Optional.empty(),
                in.optionalString("rule"),
                in.optionalString("switch"),
                in.strings("measures").stream().map(MeasureId::new).toList(),
                Source.read(in.block("source")));
        in.close();
        return in.remember(date);
    }
}
