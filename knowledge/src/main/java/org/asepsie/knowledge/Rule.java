package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/// A rule of law or of a public programme that sets a duty. Rules change: show when it was checked, let a person
/// decide.
public record Rule(
        String id,
        Text title,
        List<Audience> audience,
        Duty duty,
        Deadline deadline,
        Validity validity,
        Source source) {

    /// @param trigger what starts the duty
    /// @param reportTo to whom one reports, and how
    public record Duty(
            Text concerns, Optional<Text> trigger, Text asks, Optional<Text> reportTo, Optional<String> legalBase) {}

    public enum DeadlineKind {
        WITHIN,
        EVERY,
        BY,
        NONE
    }

    /// @param value an ISO 8601 duration or date, as written; empty when no figure is known
    /// @param clock which moment starts the time
    public record Deadline(DeadlineKind kind, Optional<String> value, Optional<String> clock) {}

    /// @param ruleSwitch hidden while this switch is off
    public record Validity(Optional<LocalDate> from, Optional<LocalDate> until, Optional<String> ruleSwitch) {
        public boolean at(LocalDate day) {
            return from.filter(day::isBefore).isEmpty()
                    && until.filter(it -> it.isBefore(day)).isEmpty();
        }
    }

    static Rule read(Fields in) {
        var rule = new Rule(
                Ids.read(in),
                in.text("title"),
                in.words("audience", Audience.class),
                new Duty(
                        in.text("concerns"),
                        in.optionalText("trigger"),
                        in.text("asks"),
                        in.optionalText("to"),
                        in.optionalString("legalBase")),
                new Deadline(
                        in.word("deadlineKind", DeadlineKind.class),
                        in.optionalString("deadline"),
                        in.optionalString("clock")),
                new Validity(in.optionalDate("validFrom"), in.optionalDate("validUntil"), in.optionalString("switch")),
                Source.read(in.block("source")));
        in.close();
        return in.remember(rule);
    }
}
