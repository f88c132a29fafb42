package org.asepsie.engine.network.proof;

import org.asepsie.engine.network.packets.Bdd;

/// Two sets of packets: `sure` holds those that certainly pass, `possible` those that perhaps do. What
/// no file can decide lies between them; where they are equal the answer is firm.
record Bounds(int sure, int possible) {
    static final Bounds NONE = firm(Bdd.NONE);
    static final Bounds ALL = firm(Bdd.ALL);

    static Bounds firm(int set) {
        return new Bounds(set, set);
    }

    boolean isFirm() {
        return sure == possible;
    }
}
