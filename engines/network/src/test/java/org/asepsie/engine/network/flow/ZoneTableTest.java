package org.asepsie.engine.network.flow;

import static org.asepsie.engine.network.flow.Zones.zones;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Prefix;
import org.junit.jupiter.api.Test;

class ZoneTableTest {
    private static final int[] V4_LENGTHS = {0, 1, 8, 15, 16, 17, 23, 24, 30, 31, 32};
    private static final int[] V6_LENGTHS = {0, 1, 16, 32, 63, 64, 65, 96, 127, 128};

    @Test
    void theLongestPrefixWinsAndBehindItTheWiderOneRulesAgain() {
        var table = zones("campus 10.0.0.0/8", "biomed 10.20.16.0/23", "scanner 10.20.16.9", "internet 0.0.0.0/0 ::/0");

        assertThat(table.zoneOf(Address.of("10.20.16.8"))).isEqualTo("biomed");
        assertThat(table.zoneOf(Address.of("10.20.16.9"))).isEqualTo("scanner");
        assertThat(table.zoneOf(Address.of("10.20.16.10"))).isEqualTo("biomed");
        assertThat(table.zoneOf(Address.of("10.20.18.0"))).isEqualTo("campus");
        assertThat(table.zoneOf(Address.of("11.0.0.0"))).isEqualTo("internet");
        assertThat(table.zoneOf(Address.of("2001:db8::1"))).isEqualTo("internet");
    }

    @Test
    void anAddressInNoBlockIsOutsideAndNotInTheInternet() {
        var table = zones("biomed 10.20.16.0/23");

        assertThat(table.zoneOf(Address.of("10.20.15.255"))).isEqualTo(ZoneTable.OUTSIDE);
        assertThat(table.zoneOf(Address.of("::1"))).isEqualTo(ZoneTable.OUTSIDE);
    }

    @Test
    void aBlockClaimedTwiceIsRefusedWithBothNames() {
        assertThatThrownBy(() -> zones("care 10.0.0.0/8", "guests 10.0.0.0/8"))
                .hasMessageContaining("10.0.0.0/8")
                .hasMessageContaining("care")
                .hasMessageContaining("guests");
    }

    @Property(tries = 200)
    void agreesWithLookingAtEveryPrefix(@ForAll long seed) {
        var random = new Random(seed);
        var zones = new LinkedHashMap<String, List<Prefix>>();
        for (var i = 0; i < 30; i++) {
            var prefix = prefix(random);
            if (zones.values().stream().noneMatch(it -> it.contains(prefix))) {
                zones.put("zone " + i, List.of(prefix));
            }
        }
        var table = ZoneTable.of(zones);

        for (var i = 0; i < 200; i++) {
            var address = address(random);
            var digits = new AddressDigits();
            var text = address.toString().getBytes(java.nio.charset.StandardCharsets.US_ASCII);

            assertThat(digits.read(text, 0, text.length)).isTrue();
            assertThat(table.name(table.indexOf(digits)))
                    .isEqualTo(table.zoneOf(address))
                    .isEqualTo(bruteForce(zones, address));
        }
    }

    private static String bruteForce(LinkedHashMap<String, List<Prefix>> zones, Address address) {
        var best = ZoneTable.OUTSIDE;
        var length = -1;
        for (var zone : zones.entrySet()) {
            for (var prefix : zone.getValue()) {
                if (prefix.contains(address) && prefix.length() > length) {
                    best = zone.getKey();
                    length = prefix.length();
                }
            }
        }
        return best;
    }

    private static Prefix prefix(Random random) {
        var address = address(random);
        var lengths = address.family().bits() == 32 ? V4_LENGTHS : V6_LENGTHS;
        return new Prefix(address, lengths[random.nextInt(lengths.length)]);
    }

    /// Few different bits, so that prefixes nest and addresses hit their edges.
    private static Address address(Random random) {
        var bits = random.nextInt(16) * 0x1001_0101 + (random.nextInt(4) == 0 ? -1 : 0);
        return random.nextBoolean()
                ? Address.v4(bits)
                : Address.v6(0x2001_0db8L << 32 | bits & 0xffff, random.nextBoolean() ? bits : -1L);
    }
}
