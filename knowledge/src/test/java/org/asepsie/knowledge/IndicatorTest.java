package org.asepsie.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import org.asepsie.knowledge.Indicator.Direction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IndicatorTest {
    @ParameterizedTest(name = "{0} days since the last restore test is attainment {1}")
    @CsvSource({"0,3", "92,3", "93,2", "180,2", "365,1", "366,0"})
    void fewerDaysAreBetter(double days, int attainment) {
        assertThat(indicator(Direction.LOWER, 365, 180, 92).attainment(days).value())
                .isEqualTo(attainment);
    }

    @ParameterizedTest(name = "{0} % is attainment {1}")
    @CsvSource({"0,0", "39,0", "40,1", "75,2", "100,3"})
    void morePercentAreBetter(double percent, int attainment) {
        assertThat(indicator(Direction.HIGHER, 40, 75, 95).attainment(percent).value())
                .isEqualTo(attainment);
    }

    @Test
    void twoEqualThresholdsJumpAStep() {
        assertThat(indicator(Direction.HIGHER, 1, 1, 1).attainment(1).value()).isEqualTo(3);
    }

    @Test
    void aValueOutsideItsBoundsIsRefused() {
        assertThatThrownBy(() -> indicator(Direction.LOWER, 365, 180, 92).attainment(-1))
                .hasMessageContaining("lies between");
    }

    private static Indicator indicator(Direction direction, double... thresholds) {
        return new Indicator(
                "test",
                new Text("", ""),
                new Text("", ""),
                new Indicator.Scale(Indicator.Unit.DAYS, direction, 0, 3650),
                List.of(thresholds[0], thresholds[1], thresholds[2]),
                Period.ofMonths(6),
                "test",
                new Source("", "", LocalDate.EPOCH, Source.Confidence.P));
    }
}
