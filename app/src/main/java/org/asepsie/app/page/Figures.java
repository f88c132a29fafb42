package org.asepsie.app.page;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// Coordinates as SVG writes them: a point, at most two decimals, whatever the language.
final class Figures {
    private Figures() {}

    static String of(double coordinate) {
        return BigDecimal.valueOf(coordinate)
                .setScale(2, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}
