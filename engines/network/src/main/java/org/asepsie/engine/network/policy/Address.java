package org.asepsie.engine.network.policy;

/// One IPv4 or IPv6 address as an unsigned number: `high` holds the 64 upper bits (0 in IPv4), `low`
/// the others.
public record Address(Family family, long high, long low) implements Comparable<Address> {
    public Address {
        if (family == Family.IPV4 && (high != 0 || low >>> 32 != 0)) {
            throw new IllegalArgumentException("not an IPv4 address: %x %x".formatted(high, low));
        }
    }

    /// @param bits the 32 bits of an IPv4 address
    public static Address v4(int bits) {
        return new Address(Family.IPV4, 0, Integer.toUnsignedLong(bits));
    }

    public static Address v6(long high, long low) {
        return new Address(Family.IPV6, high, low);
    }

    /// Reads `10.0.0.1` or `2001:db8::1`.
    ///
    /// @throws IllegalArgumentException if `text` is neither; names are never resolved
    public static Address of(String text) {
        return AddressText.read(text);
    }

    /// Bit `index` counted from the most significant one, which is 0.
    public boolean bit(int index) {
        int fromLow = family.bits() - 1 - index;
        return ((fromLow >= 64 ? high >>> (fromLow - 64) : low >>> fromLow) & 1L) != 0;
    }

    /// The mask of `length` leading ones.
    static Address mask(Family family, int length) {
        if (length < 0 || length > family.bits()) {
            throw new IllegalArgumentException(
                    "a prefix of %s has 0 to %d bits, not %d".formatted(family, family.bits(), length));
        }
        if (family == Family.IPV4) {
            return v4(length == 0 ? 0 : -1 << (32 - length));
        }
        long high = length == 0 ? 0 : length >= 64 ? -1L : -1L << (64 - length);
        long low = length <= 64 ? 0 : length == 128 ? -1L : -1L << (128 - length);
        return v6(high, low);
    }

    /// The first address of the network of `length` bits that holds this one; it often is this one.
    Address first(int length) {
        if (family == Family.IPV4 && length >= 0 && length <= 32) {
            long network = low & -1L << (32 - length);
            return network == low ? this : new Address(family, 0, network);
        }
        var first = and(mask(family, length));
        return first.equals(this) ? this : first;
    }

    /// The last address of the network of `length` bits that holds this one.
    Address last(int length) {
        if (family == Family.IPV4 && length >= 0 && length <= 32) {
            return length == 32 ? this : new Address(family, 0, low | 0xFFFF_FFFFL >>> length);
        }
        return orNot(mask(family, length));
    }

    Address and(Address other) {
        return new Address(family, high & other.high, low & other.low);
    }

    /// Sets every bit that `mask` leaves out.
    Address orNot(Address mask) {
        long full = family == Family.IPV4 ? 0xFFFF_FFFFL : -1L;
        return new Address(family, family == Family.IPV4 ? 0 : high | ~mask.high, low | ~mask.low & full);
    }

    /// The address after this one; the last one is followed by the first.
    public Address next() {
        if (family == Family.IPV4) {
            return v4((int) low + 1);
        }
        return v6(low == -1L ? high + 1 : high, low + 1);
    }

    @Override
    public int compareTo(Address other) {
        if (family != other.family) {
            return family.compareTo(other.family);
        }
        int upper = Long.compareUnsigned(high, other.high);
        return upper != 0 ? upper : Long.compareUnsigned(low, other.low);
    }

    @Override
    public String toString() {
        return AddressText.write(this);
    }
}
