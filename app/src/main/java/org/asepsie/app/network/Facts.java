package org.asepsie.app.network;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;
import org.asepsie.engine.network.document.NetworkDocument.ViolationPart;
import org.asepsie.knowledge.NetworkModel;
import org.asepsie.knowledge.NetworkModel.Trait;

/// What an examination says of each indicator. An indicator of which too little is known has no value: what is not
/// proved never counts as closed.
final class Facts {
    private final NetworkModel model;
    private final Study.Content study;
    private final SeenFlows seen;
    private final LocalDate today;
    private final List<String> placed;

    Facts(NetworkModel model, Study.Content study, SeenFlows seen, LocalDate today) {
        this.model = model;
        this.study = study;
        this.seen = seen;
        this.today = today;
        var own = study.devices().stream().map(Study.OwnZone::code).toList();
        this.placed = study.document().zones().stream()
                .map(it -> it.name())
                .filter(it -> !own.contains(it))
                .toList();
    }

    /// By indicator, in a fixed order.
    Map<String, BigDecimal> values() {
        var values = new LinkedHashMap<String, BigDecimal>();
        put(values, "network.forbidden-flows", forbidden());
        put(values, "network.zones-in-use", Optional.of(Math.max(1, separated())));
        put(values, "network.unproved-pairs", Optional.of(unproved()));
        put(values, "network.guest-reaches-care", reach(is(Trait.VISITORS), is(Trait.CARE)));
        put(values, "network.backup-reachable", reach(is(Trait.ORDINARY), is(Trait.BACKUP)));
        put(values, "network.admin-services-reachable", administered());
        put(values, "network.overpermissive-rules", Optional.of(study.wide().size()));
        put(values, "network.unfiltered-outbound-zones", unfiltered());
        put(values, "network.expired-openings", expired());
        put(values, "network.seen-forbidden-flows", seenForbidden());
        return values;
    }

    private static void put(Map<String, BigDecimal> values, String indicator, Optional<Integer> value) {
        value.ifPresent(it -> values.put(indicator, BigDecimal.valueOf(it)));
    }

    private Predicate<String> is(Trait trait) {
        return code -> study.plan()
                .zone(code)
                .map(PlannedZone::kind)
                .flatMap(model::zone)
                .filter(it -> it.is(trait))
                .isPresent();
    }

    private Optional<CellPart> cell(String from, String to) {
        return study.document().matrix().stream()
                .filter(it -> it.from().equals(from) && it.to().equals(to))
                .findFirst();
    }

    private static boolean opens(CellPart cell) {
        return !cell.services().isEmpty() || !cell.open().isEmpty();
    }

    /// Pairs, with those of which it is not proved: none is left out for being doubtful. No zero while a pair is
    /// not covered at all.
    private Optional<Integer> forbidden() {
        var count = (int) study.document().violations().stream()
                .filter(it -> it.kind().equals("possible-but-forbidden"))
                .map(Facts::pair)
                .distinct()
                .count();
        return count > 0 || uncovered() == 0 ? Optional.of(count) : Optional.empty();
    }

    private static String pair(ViolationPart it) {
        return it.from() + "\0" + it.to();
    }

    private int uncovered() {
        return (int) pairs().filter(it -> cell(it[0], it[1]).isEmpty()).count();
    }

    private Stream<String[]> pairs() {
        return placed.stream()
                .flatMap(from -> placed.stream().filter(to -> !to.equals(from)).map(to -> new String[] {from, to}));
    }

    private int unproved() {
        return (int)
                pairs().filter(it -> cell(it[0], it[1]).filter(CellPart::firm).isEmpty())
                        .count();
    }

    /// Zones that a filter stands in front of on every side: no cell from or to them is wide open or unknown.
    private int separated() {
        return (int) placed.stream()
                .filter(zone -> !is(Trait.INTERNET).test(zone))
                .filter(zone -> placed.stream()
                        .filter(it -> !it.equals(zone) && !is(Trait.INTERNET).test(it))
                        .allMatch(it -> filtered(zone, it) && filtered(it, zone)))
                .count();
    }

    private boolean filtered(String from, String to) {
        return cell(from, to)
                .filter(it -> it.firm() && !it.verdict().equals("allowed"))
                .isPresent();
    }

    /// 1 as soon as one way is open or may be; 0 only when every way is proved closed.
    private Optional<Integer> reach(Predicate<String> from, Predicate<String> to) {
        var ways = pairs().filter(it -> from.test(it[0]) && to.test(it[1])).toList();
        if (ways.isEmpty()) {
            return Optional.empty();
        }
        if (ways.stream()
                .flatMap(it -> cell(it[0], it[1]).stream())
                .anyMatch(it -> !it.services().isEmpty())) {
            return Optional.of(1);
        }
        return ways.stream()
                        .allMatch(it -> cell(it[0], it[1])
                                .filter(cell -> cell.firm() && !opens(cell))
                                .isPresent())
                ? Optional.of(0)
                : Optional.empty();
    }

    private Optional<Integer> administered() {
        var ordinary = placed.stream().filter(is(Trait.ORDINARY)).toList();
        if (ordinary.isEmpty()) {
            return Optional.empty();
        }
        var count = (int) study.document().matrix().stream()
                .filter(it ->
                        ordinary.contains(it.from()) && !is(Trait.INTERNET).test(it.to()))
                .filter(it -> Stream.concat(it.services().stream(), it.open().stream())
                        .anyMatch(service -> ServiceSpan.meetsOne(service, model.adminServices())))
                .count();
        return count > 0 || uncovered() == 0 ? Optional.of(count) : Optional.empty();
    }

    private Optional<Integer> unfiltered() {
        var internet = placed.stream().filter(is(Trait.INTERNET)).findFirst();
        if (internet.isEmpty()) {
            return Optional.empty();
        }
        var ways = placed.stream()
                .filter(it -> !it.equals(internet.get()))
                .map(it -> cell(it, internet.get()))
                .toList();
        var count = (int) ways.stream()
                .flatMap(Optional::stream)
                .filter(it -> it.verdict().equals("allowed")
                        || !it.firm() && it.open().contains("any"))
                .count();
        return count > 0 || ways.stream().allMatch(Optional::isPresent) ? Optional.of(count) : Optional.empty();
    }

    /// Nothing is claimed where no temporary opening was ever noted.
    private Optional<Integer> expired() {
        var temporary = study.plan().flows().stream()
                .filter(it -> it.until().isPresent())
                .toList();
        return temporary.isEmpty()
                ? Optional.empty()
                : Optional.of((int)
                        temporary.stream().filter(it -> !it.holdsOn(today)).count());
    }

    private Optional<Integer> seenForbidden() {
        if (seen.last().isEmpty()) {
            return Optional.empty();
        }
        return Optional.of((int) seen.services().stream()
                .filter(it -> it.answered() > 0 && placed.contains(it.from()) && placed.contains(it.to()))
                .filter(it -> !declared(it))
                .map(it -> it.from() + "\0" + it.to())
                .distinct()
                .count());
    }

    private boolean declared(SeenFlows.SeenService it) {
        return Examination.allowed(study, it.from(), it.to(), today).stream()
                .flatMap(flow -> flow.services().stream())
                .anyMatch(service -> ServiceSpan.of(service).holds(it.protocol(), it.port()));
    }
}
