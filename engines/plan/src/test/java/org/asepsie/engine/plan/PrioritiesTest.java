package org.asepsie.engine.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PrioritiesTest {
    private static final int QUARTERS = 4;

    private static int[] all(int size) {
        return IntStream.range(0, size).toArray();
    }

    @Test
    void whatHasItsPlaceStandsInFrontByFinishAndWhatFinishesTogetherKeepsItsOrder() {
        var order = new Priorities(new int[] {4, 3, 2, 1, 0}, QUARTERS);

        order.tidy(new int[] {1, Decoder.NEVER, 3, 1, Decoder.NEVER});

        assertThat(order.list()).containsExactly(3, 0, 2, 4, 1);
    }

    @Test
    void noMoveLosesATaskAndEveryMoveCanBeTakenBack() {
        var random = new SplittableRandom(1);
        var moved = 0;
        for (var trial = 0; trial < 2_000; trial++) {
            var size = 1 + trial % 9;
            var order = new Priorities(all(size), QUARTERS);
            order.tidy(random.ints(size, Decoder.NEVER, QUARTERS).toArray());
            var before = order.list().clone();

            order.move(random);

            assertThat(order.list()).containsExactlyInAnyOrder(all(size));
            moved += Arrays.equals(order.list(), before) ? 0 : 1;
            order.back();
            assertThat(order.list()).containsExactly(before);
        }
        assertThat(moved).isGreaterThan(1_000);
    }
}
