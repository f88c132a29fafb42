package org.asepsie.app.home;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.asepsie.app.home.Disclosure.Cell;
import org.asepsie.app.home.Disclosure.Count;
import org.asepsie.app.home.Disclosure.Rule;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What the observatory hides stays hidden from whoever can add and subtract.
class DisclosureTest {
    private static final Rule RULE = new Rule(5, 2);
    private static final String ALL = Disclosure.ALL;
    private static final int MOST = 11;

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    @Test
    void aGroupOfFourIsHiddenAndOneOfFiveIsShown() {
        var table = table(Map.of(new Cell("a", "x"), new Count(4, 4), new Cell("b", "x"), new Count(5, 2)));

        var hidden = Disclosure.hidden(table, RULE);

        assertThat(hidden).contains(new Cell("a", "x"));
        assertThat(Disclosure.hidden(table(Map.of(new Cell("b", "x"), new Count(5, 2))), RULE))
                .isEmpty();
    }

    @Test
    void manyHousesOfOneOrganisationAreHidden() {
        var table = table(Map.of(new Cell("a", "x"), new Count(40, 1), new Cell("b", "x"), new Count(30, 9)));

        assertThat(Disclosure.hidden(table, RULE)).contains(new Cell("a", "x"));
    }

    @Test
    void hidingOneKindHidesTheTotalRatherThanTheOnlyOtherKind() {
        var table = table(Map.of(new Cell("a", "homes"), new Count(9, 2), new Cell("a", "hospitals"), new Count(2, 1)));

        var hidden = Disclosure.hidden(table, RULE);

        assertThat(hidden)
                .contains(new Cell("a", "hospitals"), new Cell(ALL, "hospitals"), new Cell("a", ALL))
                .doesNotContain(new Cell("a", "homes"), new Cell(ALL, "homes"));
    }

    /// Tries every table that agrees with what is shown: each hidden count must still be able to be two things
    /// at least.
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void noHiddenCountFollowsFromWhatIsShown(int seed) {
        var random = new Random(seed);
        var regions = List.of("a", "b");
        var kinds = seed % 4 == 0 ? List.of("x", "y", "z") : List.of("x", "y");
        Map<Cell, Count> cells = new LinkedHashMap<>();
        for (var region : regions) {
            for (var kind : kinds) {
                var facilities = random.nextInt(8);
                cells.put(new Cell(region, kind), new Count(facilities, Math.min(facilities, 1 + random.nextInt(3))));
            }
        }
        var table = table(cells);
        var hidden = Disclosure.hidden(table, RULE);

        var possible = possibleCounts(table, hidden, regions, kinds);

        assertThat(hidden)
                .allSatisfy(cell -> assertThat(possible.get(cell))
                        .as("%s in %s, hidden %s", cell, table, hidden)
                        .hasSizeGreaterThan(1));
    }

    private static Map<Cell, Count> table(Map<Cell, Count> cells) {
        var table = new HashMap<>(cells);
        cells.forEach((cell, count) -> {
            for (var total : List.of(new Cell(cell.region(), ALL), new Cell(ALL, cell.kind()), new Cell(ALL, ALL))) {
                table.merge(
                        total,
                        count,
                        (one, other) ->
                                new Count(one.facilities() + other.facilities(), one.entities() + other.entities()));
            }
        });
        return table;
    }

    private static Map<Cell, Set<Integer>> possibleCounts(
            Map<Cell, Count> table, Set<Cell> hidden, List<String> regions, List<String> kinds) {
        var inner = new ArrayList<Cell>();
        regions.forEach(region -> kinds.forEach(kind -> inner.add(new Cell(region, kind))));
        var possible = new HashMap<Cell, Set<Integer>>();
        hidden.forEach(it -> possible.put(it, new TreeSet<>()));
        attempt(inner, 0, new HashMap<>(), table, hidden, possible);
        return possible;
    }

    private static void attempt(
            List<Cell> inner,
            int index,
            Map<Cell, Integer> values,
            Map<Cell, Count> table,
            Set<Cell> hidden,
            Map<Cell, Set<Integer>> possible) {
        if (possible.values().stream().allMatch(it -> it.size() > 1)) {
            return;
        }
        if (index == inner.size()) {
            accept(values, table, hidden, possible);
            return;
        }
        var cell = inner.get(index);
        var known = requireNonNull(table.get(cell)).facilities();
        var from = hidden.contains(cell) ? 1 : known;
        var to = hidden.contains(cell) ? MOST : known;
        for (var value = from; value <= to; value++) {
            values.put(cell, value);
            attempt(inner, index + 1, values, table, hidden, possible);
        }
    }

    private static void accept(
            Map<Cell, Integer> values, Map<Cell, Count> table, Set<Cell> hidden, Map<Cell, Set<Integer>> possible) {
        var all = new HashMap<>(values);
        values.forEach((cell, value) -> {
            for (var total : Set.of(new Cell(cell.region(), ALL), new Cell(ALL, cell.kind()), new Cell(ALL, ALL))) {
                all.merge(total, value, Integer::sum);
            }
        });
        var agrees = new HashSet<>(all.keySet())
                .stream()
                        .allMatch(it -> hidden.contains(it)
                                || requireNonNull(table.get(it)).facilities() == requireNonNull(all.get(it)));
        if (agrees) {
            hidden.forEach(it -> requireNonNull(possible.get(it)).add(requireNonNull(all.get(it))));
        }
    }
}
