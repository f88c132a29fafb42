package org.asepsie.engine.network.packets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.BitSet;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

/// Every operation against its truth table, on ten variables.
class BddTest {
    private static final int LEVELS = 10;
    private static final int ROWS = 1 << LEVELS;

    private final Bdd bdd = new Bdd(LEVELS, 1 << 20);

    /// A set as a diagram and as its table, built by the same random steps.
    private record Both(int set, BitSet table) {}

    private Both random(int[] steps) {
        var made = new Both[steps.length + 1];
        made[0] = new Both(Bdd.NONE, new BitSet());
        for (int i = 0; i < steps.length; i++) {
            int step = steps[i];
            var a = made[(step >>> 4) % (i + 1)];
            var b = made[(step >>> 12) % (i + 1)];
            made[i + 1] = switch (step & 3) {
                case 0 -> variable((step >>> 4) % LEVELS);
                case 1 -> new Both(bdd.and(a.set, b.set), and(a.table, b.table));
                case 2 -> new Both(bdd.or(a.set, b.set), or(a.table, b.table));
                default -> new Both(bdd.without(a.set, b.set), without(a.table, b.table));
            };
        }
        return made[steps.length];
    }

    private Both variable(int level) {
        var table = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            table.set(row, bit(row, level));
        }
        return new Both(bdd.node(level, Bdd.NONE, Bdd.ALL), table);
    }

    private static boolean bit(int row, int level) {
        return (row >>> (LEVELS - 1 - level) & 1) == 1;
    }

    private static BitSet and(BitSet a, BitSet b) {
        var result = (BitSet) a.clone();
        result.and(b);
        return result;
    }

    private static BitSet or(BitSet a, BitSet b) {
        var result = (BitSet) a.clone();
        result.or(b);
        return result;
    }

    private static BitSet without(BitSet a, BitSet b) {
        var result = (BitSet) a.clone();
        result.andNot(b);
        return result;
    }

    private BitSet table(int set) {
        var table = new BitSet();
        for (int row = 0; row < ROWS; row++) {
            int at = set;
            while (at > Bdd.ALL) {
                at = bit(row, bdd.level(at)) ? bdd.one(at) : bdd.zero(at);
            }
            table.set(row, at == Bdd.ALL);
        }
        return table;
    }

    @Property
    void holdsWhatItsTableHolds(@ForAll @Size(40) int[] steps) {
        var both = random(steps);

        assertThat(table(both.set)).isEqualTo(both.table);
    }

    @Property
    void equalSetsAreTheSameNode(@ForAll @Size(30) int[] first, @ForAll @Size(30) int[] second) {
        var a = random(first);
        var b = random(second);

        assertThat(a.set == b.set).isEqualTo(a.table.equals(b.table));
        assertThat(bdd.not(bdd.not(a.set))).isEqualTo(a.set);
        assertThat(bdd.within(a.set, b.set)).isEqualTo(without(a.table, b.table).isEmpty());
        assertThat(bdd.meet(a.set, b.set)).isEqualTo(a.table.intersects(b.table));
    }

    @Property
    void choosesByATest(@ForAll @Size(30) int[] test, @ForAll @Size(30) int[] then, @ForAll @Size(30) int[] otherwise) {
        var t = random(test);
        var a = random(then);
        var b = random(otherwise);

        var chosen = bdd.choose(t.set, a.set, b.set);

        assertThat(table(chosen)).isEqualTo(or(and(t.table, a.table), without(b.table, t.table)));
    }

    @Property
    void forgetsAndFixesLevels(
            @ForAll @Size(40) int[] steps, @ForAll @IntRange(max = 9) int from, @ForAll @IntRange(max = 3) int width) {
        var both = random(steps);
        int to = Math.min(LEVELS, from + width);
        int ones = 0;
        int cube = Bdd.ALL;
        for (int level = to - 1; level >= from; level--) {
            ones |= 1 << (LEVELS - 1 - level);
            cube = level % 2 == 0 ? bdd.node(level, Bdd.NONE, cube) : bdd.node(level, cube, Bdd.NONE);
        }

        var some = table(bdd.some(both.set, from, to));
        var every = table(bdd.every(both.set, from, to));
        var set = table(bdd.set(both.set, cube));

        for (int row = 0; row < ROWS; row++) {
            boolean any = false;
            boolean all = true;
            for (int sub = ones; ; sub = sub - 1 & ones) {
                boolean held = both.table.get(row & ~ones | sub);
                any |= held;
                all &= held;
                if (sub == 0) {
                    break;
                }
            }
            int fixed = row & ~ones;
            for (int level = from; level < to; level++) {
                fixed |= level % 2 == 0 ? 1 << (LEVELS - 1 - level) : 0;
            }
            assertThat(some.get(row)).isEqualTo(any);
            assertThat(every.get(row)).isEqualTo(all);
            assertThat(set.get(row)).isEqualTo(both.table.get(fixed));
        }
    }

    @Test
    void givesUpRatherThanFillTheMemory() {
        var small = new Bdd(64, 40);

        assertThatThrownBy(() -> {
                    int set = Bdd.ALL;
                    for (int level = 63; level >= 0; level--) {
                        set = small.node(level, Bdd.NONE, set);
                    }
                })
                .isInstanceOf(TooComplex.class);
    }
}
