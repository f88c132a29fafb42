package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.Renderings;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One policy from `lan` to `wan`, written as each vendor writes it: the packets that pass are the same set, bit by
/// bit.
class VendorsAgreeTest {
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void onTheSamePackets(long seed) {
        var renderings = Renderings.of(Renderings.policy(seed));
        var devices = new ArrayList<Device>();
        for (var it : renderings) {
            devices.add(Readers.read(ConfigText.of(it.vendor(), it.text()))
                    .devices()
                    .getFirst());
        }
        var ways = new Ways(devices, 5_000_000);
        int expected = passing(ways, devices.getFirst(), renderings.getFirst()).sure();
        assertThat(expected).as("something passes").isNotEqualTo(Bdd.NONE);

        for (int i = 0; i < devices.size(); i++) {
            var vendor = renderings.get(i).vendor();
            var bounds = passing(ways, devices.get(i), renderings.get(i));
            assertThat(example(ways, bounds.sure(), expected))
                    .as("%s surely lets pass", vendor)
                    .isEmpty();
            assertThat(example(ways, expected, bounds.sure()))
                    .as("%s surely stops", vendor)
                    .isEmpty();
            assertThat(bounds.possible()).as("%s is firm", vendor).isEqualTo(bounds.sure());
        }
    }

    /// From the one side to the other, IPv4, as long as neither end is the device itself.
    private static Bounds passing(Ways ways, Device device, Renderings.Rendering rendering) {
        var bdd = ways.sets().bdd();
        var bounds = ways.through(device, Traffic.THROUGH, Bounds.ALL, false);
        int in = ways.sets().exactly(Field.IN, ways.vocabulary().number(rendering.in()));
        int out = ways.sets().exactly(Field.OUT, ways.vocabulary().number(rendering.out()));
        int family = ways.sets().family(Family.IPV4);
        int sides = bdd.and(in, out);
        return new Bounds(
                bdd.and(family, bdd.set(bounds.sure(), sides)), bdd.and(family, bdd.set(bounds.possible(), sides)));
    }

    private static List<String> example(Ways ways, int set, int without) {
        int more = ways.sets().bdd().without(set, without);
        return more == Bdd.NONE
                ? List.of()
                : List.of(new Witnesses(ways.sets(), ways.vocabulary())
                        .pick(more, Traffic.THROUGH, Addresses.ALL, Addresses.ALL)
                        .toString());
    }
}
