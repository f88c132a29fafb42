package org.asepsie.app.network.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.ServiceSpan;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.Study;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;
import org.asepsie.engine.network.document.NetworkDocument.ViolationPart;

/// The matrix as it is shown: declared, possible and seen in each cell.
///
/// @param zones codes, in the order of the plan, the devices last
public record MatrixView(List<String> zones, List<Row> rows) {
    public MatrixView {
        zones = List.copyOf(zones);
        rows = List.copyOf(rows);
    }

    public record Row(String from, List<Square> squares) {
        public Row {
            squares = List.copyOf(squares);
        }

        public long trouble() {
            return squares.stream()
                    .flatMap(it -> it.shown().stream())
                    .filter(it -> it.state().trouble())
                    .count();
        }
    }

    /// @param shown empty on the diagonal
    public record Square(String to, Optional<Shown> shown) {}

    /// @param excess what breaks the declaration in the way that `state` names: passes and must not, or must and cannot
    /// @param services that can pass; @param perhaps that nobody can exclude; @param declared that may pass
    /// @param seen how many services the logs show answered
    public record Shown(
            String from,
            String to,
            CellState state,
            List<String> excess,
            List<String> services,
            List<String> perhaps,
            List<String> declared,
            List<String> seen,
            boolean seenForbidden) {
        public Shown {
            excess = List.copyOf(excess);
            services = List.copyOf(services);
            perhaps = List.copyOf(perhaps);
            declared = List.copyOf(declared);
            seen = List.copyOf(seen);
        }
    }

    /// @param service only what concerns this service; empty: all
    static MatrixView of(Study study, Studies studies, SeenFlows seen, Optional<String> service) {
        var zones = study.document().zones().stream().map(it -> it.name()).toList();
        var rows = new ArrayList<Row>();
        for (var from : zones) {
            rows.add(new Row(
                    from,
                    zones.stream()
                            .map(to -> new Square(
                                    to,
                                    from.equals(to)
                                            ? Optional.empty()
                                            : Optional.of(shown(study, studies, seen, from, to, service))))
                            .toList()));
        }
        return new MatrixView(zones, rows);
    }

    static Shown shown(Study study, Studies studies, SeenFlows seen, String from, String to, Optional<String> service) {
        var cell = study.cell(from, to);
        var declared = studies.declared(study, from, to).stream()
                .flatMap(it -> it.services().stream())
                .distinct()
                .toList();
        var passing = met(cell.map(CellPart::services).orElse(List.of()), service);
        var perhaps = met(cell.map(CellPart::open).orElse(List.of()), service);
        var answered = seen.between(from, to).stream()
                .filter(it -> it.answered() > 0)
                .filter(it -> service.isEmpty() || ServiceSpan.of(service.get()).holds(it.protocol(), it.port()))
                .toList();
        var seenForbidden = answered.stream()
                .anyMatch(it ->
                        declared.stream().noneMatch(text -> ServiceSpan.of(text).holds(it.protocol(), it.port())));
        var state = state(study, cell, from, to, passing, perhaps, service);
        return new Shown(
                from,
                to,
                state,
                study.document().violations().stream()
                        .filter(it -> it.from().equals(from) && it.to().equals(to) && broken(it) == state)
                        .flatMap(it -> met(it.services(), service).stream())
                        .distinct()
                        .toList(),
                passing,
                perhaps,
                met(declared, service),
                answered.stream().map(SeenFlows.SeenService::service).toList(),
                seenForbidden);
    }

    private static List<String> met(List<String> services, Optional<String> wanted) {
        return services.stream()
                .filter(it -> wanted.isEmpty() || ServiceSpan.meetsOne(it, List.of(wanted.get())))
                .toList();
    }

    private static CellState state(
            Study study,
            Optional<CellPart> cell,
            String from,
            String to,
            List<String> passing,
            List<String> perhaps,
            Optional<String> service) {
        if (cell.isEmpty()) {
            return CellState.UNCOVERED;
        }
        var worst = study.document().violations().stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .filter(it -> !met(it.services(), service).isEmpty())
                .map(MatrixView::broken)
                .min(Comparator.naturalOrder());
        if (worst.isPresent()) {
            return worst.get();
        }
        if (!perhaps.isEmpty() && passing.isEmpty()) {
            return CellState.UNPROVED;
        }
        return passing.isEmpty() ? CellState.CLOSED : CellState.OPEN;
    }

    private static CellState broken(ViolationPart violation) {
        if (!violation.proved()) {
            return CellState.UNPROVED;
        }
        return violation.kind().equals("possible-but-forbidden") ? CellState.FORBIDDEN : CellState.BLOCKED;
    }

    /// Every square, the worst first.
    Stream<Shown> all() {
        return rows.stream()
                .flatMap(it -> it.squares().stream())
                .flatMap(it -> it.shown().stream())
                .sorted(Comparator.comparing(Shown::state));
    }

    public long count(CellState state) {
        return all().filter(it -> it.state() == state).count();
    }

    public List<Shown> with(CellState state) {
        return all().filter(it -> it.state() == state).toList();
    }
}
