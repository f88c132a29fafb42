package org.asepsie.engine.network.policy;

/// The version of the Internet protocol, with the number of bits of an address.
public enum Family {
    IPV4(32),
    IPV6(128);

    private final int bits;

    Family(int bits) {
        this.bits = bits;
    }

    public int bits() {
        return bits;
    }
}
