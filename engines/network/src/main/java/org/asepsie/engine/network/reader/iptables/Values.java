package org.asepsie.engine.network.reader.iptables;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Services;

/// Addresses and ports in the notation of iptables. Empty means: not understood.
final class Values {
    private final Map<String, Optional<Addresses>> known = new HashMap<>();

    /// `10.0.0.0/8`, `10.0.0.1,10.0.0.2`, `10.0.0.0/255.255.255.0`, also with holes in the mask.
    Optional<Addresses> addresses(String text) {
        return known.computeIfAbsent(text, Values::read);
    }

    private static Optional<Addresses> read(String text) {
        var blocks = new ArrayList<AddressBlock>();
        for (var part : text.split(",")) {
            try {
                blocks.add(block(part));
            } catch (IllegalArgumentException _) {
                return Optional.empty();
            }
        }
        return Optional.of(new Addresses(blocks));
    }

    private static AddressBlock block(String text) {
        int slash = text.indexOf('/');
        if (slash >= 0 && (text.indexOf('.', slash) > 0 || text.indexOf(':', slash) > 0)) {
            return AddressBlock.of(Address.of(text.substring(0, slash)), Address.of(text.substring(slash + 1)));
        }
        return Prefix.of(text).block();
    }

    /// `10.0.0.1-10.0.0.9` or one address. A range written backwards holds nothing.
    static Optional<Addresses> range(String text) {
        try {
            int dash = text.indexOf('-');
            var first = Address.of(dash < 0 ? text : text.substring(0, dash));
            var last = dash < 0 ? first : Address.of(text.substring(dash + 1));
            return Optional.of(
                    first.compareTo(last) > 0
                            ? new Addresses(List.of())
                            : Addresses.of(new AddressBlock.Range(first, last)));
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    /// `22`, `ssh`, `1024:65535`, `:1023`, `1024:`. A range written backwards holds nothing: an empty list.
    static Optional<List<PortRange>> ports(String text, char separator) {
        int colon = text.indexOf(separator);
        var low = colon < 0 ? text : text.substring(0, colon);
        var high = colon < 0 ? text : text.substring(colon + 1);
        var first = low.isEmpty() && colon == 0 ? OptionalInt.of(0) : Services.port(low);
        var last = high.isEmpty() && colon >= 0 ? OptionalInt.of(65_535) : Services.port(high);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                first.getAsInt() > last.getAsInt()
                        ? List.of()
                        : List.of(new PortRange(first.getAsInt(), last.getAsInt())));
    }

    /// A hexadecimal (`0x1f`) or decimal number.
    static Optional<Long> number(String text) {
        try {
            return Optional.of(Long.decode(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
