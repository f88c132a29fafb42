package org.asepsie.engine.network.policy;

import java.util.OptionalInt;

/// A network such as `10.1.0.0/16`. The host bits of `network` are zero.
public record Prefix(Address network, int length) {
    public Prefix {
        network = network.first(length);
    }

    /// Reads `10.1.0.0/16`, `10.1.2.3` (one host) or `10.1.0.0/255.255.0.0`.
    ///
    /// @throws IllegalArgumentException if it is none of these; a mask with holes is none
    public static Prefix of(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            var host = Address.of(text);
            return new Prefix(host, host.family().bits());
        }
        var network = AddressText.read(text, 0, slash);
        if (text.indexOf('.', slash) < 0 && text.indexOf(':', slash) < 0) {
            return new Prefix(network, length(text, slash + 1));
        }
        var mask = text.substring(slash + 1);
        return lengthOfMask(Address.of(mask)).stream()
                .mapToObj(it -> new Prefix(network, it))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("a mask with holes is not a prefix: " + text));
    }

    private static int length(String text, int from) {
        try {
            return Integer.parseInt(text, from, text.length(), 10);
        } catch (NumberFormatException _) {
            throw new IllegalArgumentException("not a network: " + text);
        }
    }

    /// How many leading ones `mask` has, or empty if ones follow a zero.
    public static OptionalInt lengthOfMask(Address mask) {
        int length = mask.family() == Family.IPV4
                ? Integer.numberOfLeadingZeros(~(int) mask.low())
                : mask.high() == -1L
                        ? 64 + Long.numberOfLeadingZeros(~mask.low())
                        : Long.numberOfLeadingZeros(~mask.high());
        // ones behind the leading ones would be in the mask, but not in its shortened form
        return mask.first(length).equals(mask) ? OptionalInt.of(length) : OptionalInt.empty();
    }

    public Family family() {
        return network.family();
    }

    public Address first() {
        return network;
    }

    public Address last() {
        return network.last(length);
    }

    public boolean contains(Address address) {
        return address.family() == family()
                && address.and(Address.mask(family(), length)).equals(network);
    }

    /// The address of this network whose host bits are those of `address`.
    public Address withHostOf(Address address) {
        var mask = Address.mask(family(), length);
        return new Address(
                family(), network.high() | address.high() & ~mask.high(), network.low() | address.low() & ~mask.low());
    }

    public AddressBlock block() {
        return new AddressBlock.Range(first(), last());
    }

    @Override
    public String toString() {
        return network + "/" + length;
    }
}
