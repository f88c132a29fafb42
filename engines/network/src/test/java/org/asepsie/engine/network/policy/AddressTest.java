package org.asepsie.engine.network.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressTest {
    @Property
    void anIpv6AddressSurvivesItsText(@ForAll long high, @ForAll long low) {
        var address = Address.v6(high, low);

        assertThat(Address.of(address.toString())).isEqualTo(address);
    }

    @Property
    void theJdkReadsTheSameIpv6Address(@ForAll short a, @ForAll short b) throws Exception {
        var address = Address.v6((long) a << 48, b);

        var bytes = InetAddress.getByName(address.toString()).getAddress();

        // The JDK turns ::ffff:a.b.c.d into IPv4; such addresses are not drawn here.
        assertThat(bytes).hasSize(16);
        for (int i = 0; i < 128; i++) {
            assertThat(address.bit(i)).isEqualTo((bytes[i / 8] >> (7 - i % 8) & 1) != 0);
        }
    }

    @Property
    void anIpv4AddressSurvivesItsText(@ForAll int bits) {
        assertThat(Address.of(Address.v4(bits).toString())).isEqualTo(Address.v4(bits));
    }

    @Test
    void writesIpv6TheShortWay() {
        assertThat(Address.of("2001:0db8:0:0:1:0:0:1")).hasToString("2001:db8::1:0:0:1");
        assertThat(Address.of("::ffff:10.0.0.1")).hasToString("::ffff:a00:1");
        assertThat(Address.of("fe80::")).hasToString("fe80::");
        assertThat(Address.of("::")).hasToString("::");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "10.0.0",
                "10.0.0.256",
                "10.0.0.0.1",
                "10..0.1",
                "a.b.c.d",
                "1::2::3",
                "1:2:3:4:5:6:7",
                "::g",
                "12345::",
                "1:2:3:4:5:6:7:8:9",
                "1:2:3:4:5:6:7:8::",
                ":1:2:3:4:5:6:7:8",
                "1:",
                "www.example.org",
                "10.0.0.1 "
            })
    void refusesWhatIsNoAddress(String text) {
        assertThatThrownBy(() -> Address.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsNetworksByLengthAndByMask() {
        assertThat(Prefix.of("10.1.2.3/255.255.0.0")).isEqualTo(Prefix.of("10.1.0.0/16"));
        assertThat(Prefix.of("10.1.2.3/16").last()).hasToString("10.1.255.255");
        assertThat(Prefix.of("2001:db8::1/33").last()).hasToString("2001:db8:7fff:ffff:ffff:ffff:ffff:ffff");
        assertThat(Prefix.of("0.0.0.0/0").last()).hasToString("255.255.255.255");
        assertThatThrownBy(() -> Prefix.of("10.0.0.0/255.0.255.0")).hasMessageContaining("holes");
        assertThatThrownBy(() -> Prefix.of("10.0.0.0/33")).isInstanceOf(IllegalArgumentException.class);
    }
}
