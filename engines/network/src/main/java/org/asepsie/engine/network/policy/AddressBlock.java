package org.asepsie.engine.network.policy;

/// A piece of one family's address space.
public sealed interface AddressBlock {
    Family family();

    boolean contains(Address address);

    /// Every address from `first` to `last`, both included.
    record Range(Address first, Address last) implements AddressBlock {
        public Range {
            if (first.compareTo(last) > 0 || first.family() != last.family()) {
                throw new IllegalArgumentException("not a range of addresses: %s-%s".formatted(first, last));
            }
        }

        @Override
        public Family family() {
            return first.family();
        }

        @Override
        public boolean contains(Address address) {
            return first.compareTo(address) <= 0 && address.compareTo(last) <= 0;
        }
    }

    /// Every address that agrees with `value` where `mask` has a one: Cisco's wildcards (inverted) and the
    /// non-contiguous masks of iptables. A contiguous mask is better written as a [Range].
    record Masked(Address value, Address mask) implements AddressBlock {
        public Masked {
            if (value.family() != mask.family()) {
                throw new IllegalArgumentException("a mask of another family: %s/%s".formatted(value, mask));
            }
            value = value.and(mask);
        }

        @Override
        public Family family() {
            return value.family();
        }

        @Override
        public boolean contains(Address address) {
            return address.family() == family() && address.and(mask).equals(value);
        }
    }

    static AddressBlock of(Address value, Address mask) {
        var length = Prefix.lengthOfMask(mask);
        return length.isPresent() ? new Prefix(value, length.getAsInt()).block() : new Masked(value, mask);
    }

    static AddressBlock host(Address address) {
        return new Range(address, address);
    }
}
