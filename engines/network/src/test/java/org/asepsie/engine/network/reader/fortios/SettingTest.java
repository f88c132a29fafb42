package org.asepsie.engine.network.reader.fortios;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.network.reader.source.SpanTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class SettingTest {
    @ParameterizedTest
    @EnumSource
    void isFoundInsideOfALine(Setting setting) {
        var line = "set " + setting.word() + " enable";
        var end = 4 + setting.word().length();

        assertThat(Setting.spelled(line, 4, end, SpanTable.hash(line, 4, end))).isEqualTo(setting);
    }

    @Test
    void doesNotMatchALongerOrAShorterWord() {
        var line = "set dstaddrs dstadd";

        assertThat(Setting.spelled(line, 4, 12, SpanTable.hash(line, 4, 12))).isNull();
        assertThat(Setting.spelled(line, 13, 19, SpanTable.hash(line, 13, 19))).isNull();
    }
}
