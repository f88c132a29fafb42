package org.asepsie.engine.maturity;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttainmentTest {
    @ParameterizedTest
    @ValueSource(ints = {-1, 4})
    void staysWithinItsScale(int value) {
        assertThatThrownBy(() -> new Attainment(value)).hasMessageContaining("0, 1, 2 or 3");
    }
}
