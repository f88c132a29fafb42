package org.asepsie.app.assessment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.InstrumentUpgrade;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.TopicMoves;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/// A closed diagnosis never changes and can always be computed again.
@ApplicationTest
@Import(Homes.class)
class HistoryTest {
    private static final String FRAMEWORK = "hygiene-42";

    @Autowired
    Homes homes;

    @Autowired
    History history;

    @Autowired
    Results results;

    @Autowired
    JdbcClient database;

    @Autowired
    TestClock clock;

    @Test
    void replaysToTheVeryResultThatWasFound() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 2);
        homes.answer(home, "hygiene.01", 3);
        var found = Actors.as(home.actor(), () -> results.of(home.id(), FRAMEWORK, clock.instant()));

        var closed = close(home);
        homes.answer(home, "hygiene.06", 0);
        clock.advance(Duration.ofDays(200));

        assertThat(closed.snapshot().replay()).isEqualTo(found);
        assertThat(closed.snapshot().replays()).isTrue();
    }

    /// The snapshot holds its instrument: a catalogue that changed since gives another result, the snapshot
    /// does not.
    @Test
    void keepsTheQuestionnaireOfItsDay() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 2);
        var closed = close(home).snapshot();
        var then = closed.instrument();
        var stricter = new Instrument(
                new Instrument.Id(FRAMEWORK, "2.0.0"), List.of(40, 60, 80, 95), then.themes(), then.items());

        var comparison = new InstrumentUpgrade(Assessor.of(then), Assessor.of(stricter), TopicMoves.NONE)
                .compare(closed.dossier(), closed.moment(), closed.dossier(), clock.instant());

        assertThat(comparison.before()).isEqualTo(closed.replay());
        assertThat(comparison.real().thousandths()).isZero();
        assertThat(comparison.ofInstrument().thousandths()).isNegative();
    }

    @Test
    void tellsWhatProgressWasMadeSince() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 0);
        close(home);
        clock.advance(Duration.ofDays(100));
        homes.answer(home, "hygiene.06", 3);

        var since = Actors.as(home.actor(), () -> history.since(home.id(), FRAMEWORK, clock.instant()))
                .orElseThrow();

        assertThat(since.comparison().real().thousandths()).isPositive();
        assertThat(since.comparison().ofInstrument().thousandths()).isZero();
    }

    @Test
    void suggestsClosingAgainAfterAYear() {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 2);
        close(home);

        assertThat(suggested(home)).isFalse();
        clock.advance(Duration.ofDays(366));
        assertThat(suggested(home)).isTrue();
    }

    @Test
    void theButtonPressedTwiceClosesOnceAndAnswersBetweenMakeTwo() throws Exception {
        var home = homes.home();
        homes.answer(home, "hygiene.06", 2);
        Callable<History.Closed> press = () -> close(home);
        try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var pressed : hands.invokeAll(Collections.nCopies(4, press))) {
                pressed.get();
            }
        }
        assertThat(Actors.as(home.actor(), () -> history.of(home.id()))).hasSize(1);

        homes.answer(home, "hygiene.06", 3);
        close(home);
        assertThat(Actors.as(home.actor(), () -> history.of(home.id()))).hasSize(2);
    }

    @Test
    void cannotBeWrittenOver() {
        var home = homes.home();
        close(home);

        for (var table : List.of("frozen", "answer")) {
            for (var sql : List.of("update assessment.%s set framework = 'x'", "delete from assessment.%s")) {
                assertThatThrownBy(() -> database.sql(sql.formatted(table)).update())
                        .hasStackTraceContaining("permission denied");
            }
        }
    }

    @Test
    void everyPartOfAnInstrumentSurvivesTheFile() {
        var home = homes.home();
        var instrument = close(home).snapshot().instrument();

        assertThat(instrument.items()).extracting(Item::gate).anyMatch(Optional::isPresent);
        assertThat(instrument).isEqualTo(close(home).snapshot().instrument());
    }

    private boolean suggested(Homes.Home home) {
        return Actors.as(home.actor(), () -> history.suggested(home.id(), FRAMEWORK, 0.1));
    }

    private History.Closed close(Homes.Home home) {
        return Actors.as(
                home.actor(),
                () -> history.find(
                                home.id(), history.close(home.id(), FRAMEWORK).id())
                        .orElseThrow());
    }
}
