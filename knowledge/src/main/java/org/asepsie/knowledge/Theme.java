package org.asepsie.knowledge;

import org.asepsie.engine.maturity.ThemeId;

/// @param intro why this theme matters to care, in one sentence
/// @param weight 1 to 5, share of the overall index
public record Theme(ThemeId id, Text title, Text intro, int weight) {
    static Theme read(Fields in) {
        var theme =
                new Theme(new ThemeId(Ids.read(in)), in.text("title"), in.text("intro"), in.integer("weight", 1, 5));
        in.close();
        return in.remember(theme);
    }
}
