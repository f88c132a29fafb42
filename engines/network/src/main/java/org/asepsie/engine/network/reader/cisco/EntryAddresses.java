package org.asepsie.engine.network.reader.cisco;

import java.util.function.Function;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;

/// The addresses of an entry.
final class EntryAddresses {
    private final EntryParser parser;
    private final Gaps gaps;
    private final EntryWords words;
    private final boolean wild;

    /// @param wild whether a one bit is free, as IOS writes masks
    EntryAddresses(EntryParser parser, Gaps gaps, EntryWords words, boolean wild) {
        this.parser = parser;
        this.gaps = gaps;
        this.words = words;
        this.wild = wild;
    }

    /// Addresses and nothing behind them.
    Match only(Function<Addresses, Match> side) {
        var match = address(side);
        return words.more() ? Match.all(match, words.rest()) : match;
    }

    Match address(Function<Addresses, Match> side) {
        var start = words.mark();
        try {
            return switch (words.next()) {
                case "any" -> Match.EVERY;
                case "any4" -> new Match.OfFamily(Family.IPV4);
                case "any6" -> new Match.OfFamily(Family.IPV6);
                case "host" -> side.apply(Addresses.of(AddressBlock.host(parser.named(words.next()))));
                case "object-group", "object", "addrgroup" ->
                    parser.groups().network(words.where(), words.next(), side);
                case "interface" -> ofInterface(side);
                default -> {
                    words.back(start);
                    yield side.apply(Addresses.of(block()));
                }
            };
        } catch (IllegalArgumentException _) {
            words.back(start);
            return words.rest();
        }
    }

    private Match ofInterface(Function<Addresses, Match> side) {
        var name = words.next();
        var address = parser.interfaceAddress(name);
        return address == null
                ? gaps.unknown(words.where(), Reason.UNDEFINED, "interface " + name)
                : side.apply(Addresses.of(AddressBlock.host(address)));
    }

    private AddressBlock block() {
        var word = words.next();
        if (word.indexOf('/') > 0) {
            return Prefix.of(word).block();
        }
        var address = parser.named(word);
        var behind = words.peek();
        if (behind.isEmpty() || !Character.isDigit(behind.charAt(0)) || behind.indexOf('.') < 0) {
            return AddressBlock.host(address);
        }
        if (address.family() != Family.IPV4) {
            throw new IllegalArgumentException("an IPv6 address with a mask of IPv4");
        }
        var written = (int) Address.of(words.next()).low();
        var mask = wild ? ~written : written;
        var contiguous = (~mask & ~mask + 1) == 0;
        return contiguous
                ? new Prefix(address, Integer.bitCount(mask)).block()
                : new AddressBlock.Masked(address, Address.v4(mask));
    }
}
