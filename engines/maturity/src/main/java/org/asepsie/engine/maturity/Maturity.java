package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// How mature one establishment is by one instrument at one moment, and why.
public record Maturity(
        Instrument.Id instrument,
        Instant asOf,
        Standing overall,
        List<ThemeStanding> themes,
        List<Contribution> contributions,
        Findings findings,
        Completeness completeness) {
    public Maturity {
        themes = List.copyOf(themes);
        contributions = List.copyOf(contributions);
    }

    /// A theme and where it stands; empty when none of its questions applies here.
    public record ThemeStanding(Theme theme, Optional<Standing> standing) {}

    public Optional<Contribution> on(TopicId topic) {
        return contributions.stream()
                .filter(it -> it.item().topic().equals(topic))
                .findFirst();
    }
}
