package org.asepsie.engine.network.reader.nftables;

import java.util.Optional;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Reason;

/// What stands on the left of a comparison: `tcp dport`, `ip saddr`, `ct state`.
///
/// @param implied what holds whenever the comparison can hold: `tcp dport` speaks of TCP packets
/// @param value the packets for which it has a value; empty if the value is not understood
/// @param most the greatest number it can hold, for `<` and `>`
/// @param open why no value can be compared at all; empty for an ordinary key
record Key(String name, Match implied, Function<String, Optional<Match>> value, int most, Optional<Reason> open) {
    static Key of(String name, Match implied, int most, Function<String, Optional<Match>> value) {
        return new Key(name, implied, value, most, Optional.empty());
    }

    static Key open(String name, Reason reason) {
        return new Key(name, Match.EVERY, _ -> Optional.empty(), 0, Optional.of(reason));
    }
}
