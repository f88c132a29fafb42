package org.asepsie.engine.directory.control;

import static org.asepsie.engine.directory.control.HealthyForest.DOMAIN;
import static org.asepsie.engine.directory.control.HealthyForest.TODAY;
import static org.asepsie.engine.directory.control.HealthyForest.healthy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.control.Trend.Acceptance;
import org.asepsie.engine.directory.control.Trend.Change;
import org.asepsie.engine.directory.control.Trend.State;
import org.junit.jupiter.api.Test;

class TrendTest {
    private static final String POINT = "guest";
    private static final String GUEST = DOMAIN + "-501";
    private static final Assessment GOOD = Assessment.of(healthy().build(), TODAY);
    private static final Assessment BAD = Assessment.of(
            healthy().but("-501", (_, it) -> it.flag(Attribute.ENABLED, true)).build(), TODAY);
    private static final Assessment BLIND =
            Assessment.of(healthy().without(Attribute.ENABLED).build(), TODAY);

    @Test
    void followsAFindingFromItsFirstDayToItsReturn() {
        assertThat(state(BAD)).isEqualTo(State.NEW);
        assertThat(state(GOOD, BAD)).isEqualTo(State.NEW);
        assertThat(state(BAD, BAD)).isEqualTo(State.STILL_THERE);
        assertThat(state(BAD, GOOD)).isEqualTo(State.CLOSED);
        assertThat(state(BAD, GOOD, BAD)).isEqualTo(State.REOPENED);
    }

    @Test
    void whatCouldNotBeEvaluatedIsNotClosed() {
        assertThat(state(BAD, BLIND)).isEqualTo(State.UNKNOWN);
    }

    @Test
    void leavesOutWhatWasClosedLongAgo() {
        assertThat(Trend.of(List.of(BAD, GOOD, GOOD), List.of()).changes()).isEmpty();
    }

    @Test
    void acceptsAFindingUntilADayAndNotLonger() {
        var day = LocalDate.parse("2026-09-30");

        assertThat(Trend.of(List.of(BAD), List.of(accepted(day))).changes())
                .containsExactly(new Change(POINT, GUEST, "GUEST@EXAMPLE.LAN", State.ACCEPTED));
        assertThat(Trend.of(List.of(BAD), List.of(accepted(day.minusDays(1)))).changes())
                .extracting(Change::state)
                .containsExactly(State.NEW);
        assertThatThrownBy(() -> new Acceptance(POINT, GUEST, day, " ")).hasMessageContaining("reason");
    }

    private static Acceptance accepted(LocalDate until) {
        return new Acceptance(POINT, GUEST, until, "kept for the scanner until it is replaced");
    }

    private static State state(Assessment... history) {
        return Trend.of(List.of(history), List.of()).changes().getFirst().state();
    }
}
