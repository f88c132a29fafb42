package org.asepsie.app.home;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// Decides which cells of a table of regions and kinds, with its totals, may be shown.
///
/// First, a cell that describes too few facilities or too few legal entities is hidden. Then, as long as what
/// is shown pins a hidden count to one value, the cells that are missed least are hidden too. Whether a count
/// is pinned is decided exactly: counts and totals are a flow on the graph whose vertices are the lines of the
/// table, and a hidden count can be another one if and only if the flow can be turned round a circle through
/// it. O(cells²) for each cell that has to be hidden.
final class Disclosure {
    /// Stands for all regions, or for all kinds.
    static final String ALL = "";

    /// @param facilities fewest of a cell that is shown
    /// @param entities fewest legal entities of a cell that is shown
    record Rule(int facilities, int entities) {}

    record Cell(String region, String kind) {
        /// A total of regions counts against the regions, so its sign is turned; a total of totals twice.
        boolean turned() {
            return region.equals(ALL) != kind.equals(ALL);
        }
    }

    record Count(int facilities, int entities) {}

    private final Map<Cell, Count> table;
    private final Set<Cell> hidden = new LinkedHashSet<>();

    private Disclosure(Map<Cell, Count> table) {
        this.table = table;
    }

    /// @param table the counts of all cells, totals included; a cell that is left out counts nothing
    /// @return the cells to hide. An empty cell describes nobody and is never hidden.
    static Set<Cell> hidden(Map<Cell, Count> table, Rule rule) {
        var disclosure = new Disclosure(table);
        table.forEach((cell, count) -> {
            if (count.facilities() > 0
                    && (count.facilities() < rule.facilities() || count.entities() < rule.entities())) {
                disclosure.hidden.add(cell);
            }
        });
        disclosure.protect();
        return disclosure.hidden;
    }

    private void protect() {
        var pinned = firstPinned();
        while (pinned != null) {
            hidden.addAll(toHideFor(pinned));
            pinned = firstPinned();
        }
    }

    private @Nullable Cell firstPinned() {
        return hidden.stream().filter(this::pinned).findFirst().orElse(null);
    }

    /// The cells of least loss that put a pinned cell on a circle; when it is on one and small counts still pin
    /// it, the cell of least loss beside it.
    private List<Cell> toHideFor(Cell cell) {
        var circle =
                cheapestCircle(cell).stream().filter(it -> !hidden.contains(it)).toList();
        if (!circle.isEmpty()) {
            return circle;
        }
        var shown = table.keySet().stream()
                .filter(it -> !hidden.contains(it) && facilities(it) > 0)
                .toList();
        return shown.stream()
                .filter(it -> it.region().equals(cell.region()) || it.kind().equals(cell.kind()))
                .min(byLoss())
                .or(() -> shown.stream().min(byLoss()))
                .map(List::of)
                .orElseThrow(() -> new IllegalStateException("all is hidden and %s is still known".formatted(cell)));
    }

    private Comparator<Cell> byLoss() {
        return Comparator.comparingInt(this::loss).thenComparing(Cell::region).thenComparing(Cell::kind);
    }

    /// The way of least loss from one line of `cell` to its other, not through `cell`. What is hidden already costs
    /// nothing.
    private List<Cell> cheapestCircle(Cell cell) {
        var goal = "k:" + cell.kind();
        var ways = new TreeMap<String, Way>();
        ways.put("r:" + cell.region(), new Way(0, List.of()));
        var usable = table.keySet().stream()
                .filter(it -> facilities(it) > 0 && !it.equals(cell))
                .sorted(byLoss())
                .toList();
        for (var better = true; better; ) {
            better = false;
            for (var it : usable) {
                better |= shorten(ways, "r:" + it.region(), "k:" + it.kind(), it)
                        | shorten(ways, "k:" + it.kind(), "r:" + it.region(), it);
            }
        }
        var found = ways.get(goal);
        return found == null ? List.of() : found.cells();
    }

    private record Way(int loss, List<Cell> cells) {}

    private boolean shorten(Map<String, Way> ways, String from, String to, Cell through) {
        var way = ways.get(from);
        if (way == null) {
            return false;
        }
        var loss = way.loss() + (hidden.contains(through) ? 0 : loss(through));
        var known = ways.get(to);
        if (known != null && known.loss() <= loss) {
            return false;
        }
        ways.put(
                to,
                new Way(
                        loss,
                        Stream.concat(way.cells().stream(), Stream.of(through)).toList()));
        return true;
    }

    /// A total says again what its parts say, so it weighs half; the total of totals half of that.
    private int loss(Cell cell) {
        return facilities(cell)
                * (cell.region().equals(ALL) ? 1 : 2)
                * (cell.kind().equals(ALL) ? 1 : 2);
    }

    private int facilities(Cell cell) {
        var count = table.get(cell);
        return count == null ? 0 : count.facilities();
    }

    private boolean pinned(Cell cell) {
        return !canChange(cell, true) && !canChange(cell, false);
    }

    /// Whether some other table with the same shown cells has one facility more (or less) here. A hidden cell
    /// is known not to be empty, so none goes below 1.
    private boolean canChange(Cell cell, boolean more) {
        if (!more && facilities(cell) <= 1) {
            return false;
        }
        var forward = more != cell.turned();
        var start = forward ? "k:" + cell.kind() : "r:" + cell.region();
        var goal = forward ? "r:" + cell.region() : "k:" + cell.kind();
        var seen = new HashSet<String>(List.of(start));
        var open = new ArrayDeque<String>(List.of(start));
        while (!open.isEmpty()) {
            for (var next : from(open.remove(), cell)) {
                if (next.equals(goal)) {
                    return true;
                }
                if (seen.add(next)) {
                    open.add(next);
                }
            }
        }
        return false;
    }

    private List<String> from(String line, Cell without) {
        var reached = new ArrayList<String>();
        for (var cell : hidden) {
            if (cell.equals(without)) {
                continue;
            }
            var region = "r:" + cell.region();
            var kind = "k:" + cell.kind();
            var less = facilities(cell) > 1;
            if (line.equals(region) && (!cell.turned() || less)) {
                reached.add(kind);
            }
            if (line.equals(kind) && (cell.turned() || less)) {
                reached.add(region);
            }
        }
        return reached;
    }
}
