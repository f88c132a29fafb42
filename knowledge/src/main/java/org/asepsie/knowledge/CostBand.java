package org.asepsie.knowledge;

import java.util.OptionalInt;

/// A band of outside spending in the first year for one site, in euros.
///
/// @param below first amount above the band; empty for the last one
public record CostBand(int band, int from, OptionalInt below, Text label) {
    static CostBand read(Fields in) {
        var band = new CostBand(
                in.integer("band", 0, 4),
                in.integer("from", 0, 1_000_000),
                in.has("below") ? OptionalInt.of(in.integer("below", 1, 1_000_000)) : OptionalInt.empty(),
                in.here());
        in.close();
        return band;
    }
}
