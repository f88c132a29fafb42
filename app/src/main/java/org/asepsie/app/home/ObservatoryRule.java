package org.asepsie.app.home;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// How many must stand behind a figure before it is shown. The reason is on the page.
///
/// @param facilities with fewer, a neighbour who knows the others could guess one
/// @param entities with one alone, the figure would be that of its association
@ConfigurationProperties("asepsie.observatory")
public record ObservatoryRule(
        @DefaultValue("5") int facilities,
        @DefaultValue("2") int entities) {
    public ObservatoryRule {
        if (facilities < 3 || entities < 2) {
            throw new IllegalArgumentException(
                    "the observatory shows no group below 3 establishments and 2 legal entities, asked for %d and %d"
                            .formatted(facilities, entities));
        }
    }
}
