package org.asepsie.engine.network.flow;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.StringLength;
import org.asepsie.engine.network.policy.Address;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AddressDigitsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "0.0.0.0",
                "255.255.255.255",
                "10.20.30.40",
                "::",
                "::1",
                "1::",
                "fe80::1%eth0",
                "2001:db8::8:800:200c:417a",
                "1:2:3:4:5:6:7:8",
                "1::8",
                "1:2:3:4:5:6:7::",
                "::2:3:4:5:6:7:8",
                "64:ff9b::192.0.2.33",
                "1:2:3:4:5:6:1.2.3.4",
                "ABCD:ef01::"
            })
    void readsWhatTheStandardsAllow(String text) {
        var plain = text.contains("%") ? text.substring(0, text.indexOf('%')) : text;

        assertThat(read(text)).isEqualTo(Address.of(plain));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1",
                "1.2.3",
                "1.2.3.4.5",
                "1.2.3.256",
                "1.2.3.04",
                "1.2.3.",
                ".1.2.3",
                "1.2.3.4 ",
                "a.b.c.d",
                ":",
                ":::",
                "1:2",
                "1:2:3:4:5:6:7:8:9",
                "1::2::3",
                "12345::",
                "1:2:3:4:5:6:7:1.2.3.4",
                "::1.2.3",
                "g::",
                "1:",
                ":1"
            })
    void refusesEverythingElse(String text) {
        assertThat(read(text)).isNull();
    }

    @Property
    void neverReadsWhatTheStrictReaderRefuses(
            @ForAll @Chars({'0', '1', '2', 'f', ':', '.'}) @StringLength(max = 16) String text) {
        var read = read(text);

        if (read != null) {
            assertThat(read).isEqualTo(Address.of(text));
        }
    }

    @Property
    void readsBackEveryAddress(@ForAll long high, @ForAll long low, @ForAll int bits) {
        assertThat(read(Address.v6(high, low).toString())).isEqualTo(Address.v6(high, low));
        assertThat(read(Address.v4(bits).toString())).isEqualTo(Address.v4(bits));
    }

    private static @Nullable Address read(String text) {
        var digits = new AddressDigits();
        var bytes = text.getBytes(StandardCharsets.US_ASCII);
        return digits.read(bytes, 0, bytes.length) ? AddressDigits.address(digits.high, digits.low) : null;
    }
}
