package org.asepsie.app.home;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.maturity.Score;

/// One cell of the observatory: a region and a kind, or a total of them.
///
/// @param region the code of the region, empty for all of them
/// @param kind the code of the kind, empty for all of them
/// @param shown empty when the figures are hidden; why is not kept, since that would say how many there are
public record Figure(String region, String name, String kind, Optional<Shown> shown) {

    /// @param levels empty for a total of several kinds
    public record Shown(int facilities, Optional<Levels> levels) {}

    /// @param shares by theme, the share at level 2 or above, in tens of percent: see [#veiled]
    public record Levels(Quartiles said, Quartiles proven, Map<String, Integer> shares) {
        public Levels {
            shares = Map.copyOf(shares);
        }
    }

    /// In tenths of a level, rounded down: a figure of one establishment is not told to the thousandth.
    public record Quartiles(int low, int median, int high) {
        /// @param scores at least one
        static Quartiles of(List<Score> scores) {
            var sorted = scores.stream().sorted().toList();
            return new Quartiles(at(sorted, 1), at(sorted, 2), at(sorted, 3));
        }

        private static int at(List<Score> sorted, int quarter) {
            return sorted.get((sorted.size() - 1) * quarter / 4).tenths();
        }
    }

    /// A share in percent, to the nearest ten, never 0 nor 100: « all of them » would speak of each.
    static int veiled(int part, int whole) {
        var tens = Math.round(10f * part / whole);
        return 10 * Math.clamp(tens, 1, 9);
    }

    public boolean nation() {
        return region.isEmpty();
    }
}
