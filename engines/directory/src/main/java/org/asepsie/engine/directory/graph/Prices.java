package org.asepsie.engine.directory.graph;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/// What it costs to remove each unit of remediation, and which ones nobody may remove.
///
/// A price is a whole number from 1 to [#DEAREST] in any unit of effort one likes; all 1 asks for the fewest changes.
/// Immutable.
public final class Prices {
    public static final int DEAREST = 1_000_000;

    private static final int PROTECTED = 0;

    private final int[] prices;

    private Prices(int[] prices) {
        this.prices = prices;
        if (prices.length > 0) {
            prices[AttackGraph.NOBODYS] = PROTECTED;
        }
    }

    /// Every unit costs 1, but [AttackGraph#NOBODYS] cannot be removed.
    public static Prices even(int units) {
        var prices = new int[units];
        Arrays.fill(prices, 1);
        return new Prices(prices);
    }

    /// Each unit at its own price; 0 protects it. [AttackGraph#NOBODYS] cannot be removed, whatever its price.
    public static Prices of(int units, IntUnaryOperator price) {
        var prices = new int[units];
        for (var unit = AttackGraph.NOBODYS + 1; unit < units; unit++) {
            prices[unit] = price.applyAsInt(unit) == PROTECTED ? PROTECTED : checked(unit, price.applyAsInt(unit));
        }
        return new Prices(prices);
    }

    private static int checked(int unit, int price) {
        if (price < 1 || price > DEAREST) {
            throw new IllegalArgumentException(
                    "the price of unit %d is not 1 to %d: %d".formatted(unit, DEAREST, price));
        }
        return price;
    }

    /// @throws IllegalArgumentException for a price below 1 or above [#DEAREST]
    public Prices with(int unit, int price) {
        var copy = prices.clone();
        copy[unit] = checked(unit, price);
        return new Prices(copy);
    }

    /// These units stay, whatever it costs elsewhere.
    public Prices protecting(int... units) {
        var copy = prices.clone();
        for (var unit : units) {
            copy[unit] = PROTECTED;
        }
        return new Prices(copy);
    }

    public int units() {
        return prices.length;
    }

    public boolean isProtected(int unit) {
        return prices[unit] == PROTECTED;
    }

    /// What removing `unit` costs; only for one that is not protected.
    public int price(int unit) {
        return prices[unit];
    }

    public long total(int[] units) {
        return Arrays.stream(units).mapToLong(it -> prices[it]).sum();
    }
}
