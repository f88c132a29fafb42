package org.asepsie.engine.network.policy;

import java.util.List;

/// The union of its blocks, of one or both families. Without a block it holds no address at all.
public record Addresses(List<AddressBlock> blocks) {
    /// Every address of both families.
    public static final Addresses ALL = new Addresses(
            List.of(Prefix.of("0.0.0.0/0").block(), Prefix.of("::/0").block()));

    public Addresses {
        blocks = List.copyOf(blocks);
    }

    public static Addresses of(AddressBlock... blocks) {
        return new Addresses(List.of(blocks));
    }

    /// Reads prefixes and hosts, for instance `of("10.0.0.0/8", "2001:db8::1")`.
    public static Addresses of(String... prefixes) {
        return new Addresses(
                List.of(prefixes).stream().map(it -> Prefix.of(it).block()).toList());
    }

    public boolean contains(Address address) {
        for (var block : blocks) {
            if (block.contains(address)) {
                return true;
            }
        }
        return false;
    }
}
