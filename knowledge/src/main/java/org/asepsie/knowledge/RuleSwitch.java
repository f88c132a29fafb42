package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.Optional;

/// A dated rule that is not (yet) in force: what depends on it stays hidden while it is off.
public record RuleSwitch(
        String id,
        boolean on,
        Optional<LocalDate> since,
        Text title,
        Text explanation,
        Text turnsOnWhen,
        Source source) {
    private enum State {
        OFF,
        ON
    }

    static RuleSwitch read(Fields in) {
        var ruleSwitch = new RuleSwitch(
                Ids.read(in),
                in.word("state", State.class) == State.ON,
                in.optionalDate("since"),
                in.text("title"),
                in.text("explanation"),
                in.text("turnsOnWhen"),
                Source.read(in.block("source")));
        in.close();
        return ruleSwitch;
    }

    /// The same as an administrator decided.
    public RuleSwitch decided(boolean nowOn, LocalDate when) {
        return new RuleSwitch(id, nowOn, Optional.of(when), title, explanation, turnsOnWhen, source);
    }
}
