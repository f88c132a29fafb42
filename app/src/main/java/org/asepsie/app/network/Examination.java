package org.asepsie.app.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.packets.TooComplex;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Reach;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.TooManySteps;
import org.asepsie.engine.network.proof.Zone;
import org.asepsie.knowledge.NetworkModel;
import org.springframework.stereotype.Component;

/// Asks the engine what the devices let through between the zones of a plan, and what of that was not declared.
@Component
class Examination {
    /// About 150 MB at the very most; one examination at a time may use it.
    private static final int NODES = 6_000_000;

    private static final int SHADOWS_KEPT = 1_000;
    private static final long PATIENCE_SECONDS = 120;

    private final Semaphore one = new Semaphore(1);

    /// @param policies the devices of each file
    /// @throws NetworkRefused if the rules are too many or too entangled to be judged
    Study.Content of(ZonePlan plan, List<Configuration> files, Map<String, List<Device>> policies, LocalDate today) {
        return alone(() -> examine(plan, files, policies, today));
    }

    /// What gets from one zone to the other over every device.
    ///
    /// @return empty unless both zones have a place
    /// @throws NetworkRefused if the rules are too many or too entangled to be judged
    Optional<Reach> reach(ZonePlan plan, List<Device> devices, String from, String to) {
        var zones = ZoneSpaces.of(plan);
        var start = zones.stream().filter(it -> it.name().equals(from)).findFirst();
        var end = zones.stream().filter(it -> it.name().equals(to)).findFirst();
        return start.isEmpty() || end.isEmpty() || from.equals(to)
                ? Optional.empty()
                : alone(() -> Optional.of(Analysis.of(devices, NODES).reach(start.get(), end.get())));
    }

    private <T> T alone(Supplier<T> work) {
        try {
            if (!one.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new NetworkRefused("network.refused.busy");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new NetworkRefused("network.refused.busy", interrupted);
        }
        try {
            return work.get();
        } catch (TooComplex | TooManySteps beyond) {
            throw new NetworkRefused("network.refused.too-complex", beyond);
        } finally {
            one.release();
        }
    }

    private static Study.Content examine(
            ZonePlan plan, List<Configuration> files, Map<String, List<Device>> policies, LocalDate today) {
        var devices = policies.values().stream().flatMap(List::stream).toList();
        var own = own(devices);
        var zones = new ArrayList<>(ZoneSpaces.of(plan));
        own.forEach(it -> zones.add(Zone.device(it.code(), it.device())));
        var analysis = Analysis.of(devices, NODES);
        var found = NetworkDocument.of(
                List.of(),
                zones,
                analysis.matrix(zones),
                analysis.violations(zones, declared(plan, zones, own, today)),
                analysis.shadowed().stream().limit(SHADOWS_KEPT).toList());
        var document = new NetworkDocument(
                files.stream()
                        .flatMap(it -> parts(it, policies.getOrDefault(it.file(), List.of())))
                        .toList(),
                found.zones(),
                found.matrix(),
                found.violations(),
                found.shadowed(),
                files.stream().flatMap(Examination::gaps).toList());
        return new Study.Content(document, plan, own, WideRules.of(devices), List.of());
    }

    private static List<Study.OwnZone> own(List<Device> devices) {
        var own = new ArrayList<Study.OwnZone>();
        for (var device : devices) {
            if (device.ways().containsKey(Traffic.TO_DEVICE)) {
                var code = own.isEmpty() ? NetworkModel.DEVICE : NetworkModel.DEVICE + "-" + (own.size() + 1);
                own.add(new Study.OwnZone(code, device.name()));
            }
        }
        return own;
    }

    private static DeclaredMatrix declared(ZonePlan plan, List<Zone> zones, List<Study.OwnZone> own, LocalDate today) {
        var flows = new ArrayList<DeclaredMatrix.Flow>();
        for (var flow : plan.flows()) {
            if (flow.holdsOn(today)) {
                for (var from : meant(flow.from(), zones, own)) {
                    for (var to : meant(flow.to(), zones, own)) {
                        flows.add(new DeclaredMatrix.Flow(
                                from,
                                to,
                                flow.services().stream().map(Service::of).toList(),
                                flow.required()));
                    }
                }
            }
        }
        return new DeclaredMatrix(flows);
    }

    private static List<String> meant(String code, List<Zone> zones, List<Study.OwnZone> own) {
        return switch (code) {
            case NetworkModel.ANY -> zones.stream().map(Zone::name).toList();
            case NetworkModel.DEVICE -> own.stream().map(Study.OwnZone::code).toList();
            default -> List.of(code);
        };
    }

    /// The services declared between two zones of a study, on a day.
    static List<AllowedFlow> allowed(Study.Content study, String from, String to, LocalDate day) {
        return study.plan().flows().stream()
                .filter(it -> it.holdsOn(day))
                .filter(it -> names(it.from(), from, study.devices()) && names(it.to(), to, study.devices()))
                .toList();
    }

    private static boolean names(String declared, String code, List<Study.OwnZone> own) {
        return declared.equals(code)
                || declared.equals(NetworkModel.ANY)
                || declared.equals(NetworkModel.DEVICE)
                        && own.stream().anyMatch(it -> it.code().equals(code));
    }

    private static Stream<NetworkDocument.FilePart> parts(Configuration file, List<Device> devices) {
        return devices.stream()
                .map(it -> new NetworkDocument.FilePart(
                        file.file(),
                        it.kind(),
                        file.lines(),
                        file.understood(),
                        it.families().stream()
                                .map(family -> NetworkDocument.word(family.name()))
                                .toList()));
    }

    private static Stream<NetworkDocument.GapPart> gaps(Configuration file) {
        return file.gaps().stream()
                .map(it -> new NetworkDocument.GapPart(
                        file.file(), it.line(), it.reason(), it.text(), it.harmless(), it.fr(), it.en()));
    }

    /// What opened or closed between two examinations, cell by cell, for zones that both know.
    static List<Study.Change> changes(Optional<Study> before, Study.Content after, LocalDate today) {
        if (before.isEmpty()) {
            return List.of();
        }
        Map<String, List<String>> was = new LinkedHashMap<>();
        before.get().document().matrix().forEach(it -> was.put(it.from() + "\0" + it.to(), services(it)));
        var changes = new ArrayList<Study.Change>();
        for (var cell : after.document().matrix()) {
            var old = was.get(cell.from() + "\0" + cell.to());
            var now = services(cell);
            if (old != null && !old.equals(now)) {
                var allowed = allowed(after, cell.from(), cell.to(), today).stream()
                        .flatMap(it -> it.services().stream())
                        .toList();
                var asked =
                        now.stream().filter(it -> !old.contains(it)).allMatch(it -> ServiceSpan.meetsOne(it, allowed));
                changes.add(new Study.Change(cell.from(), cell.to(), old, now, asked));
            }
        }
        return changes;
    }

    private static List<String> services(NetworkDocument.CellPart cell) {
        return Stream.concat(cell.services().stream(), cell.open().stream())
                .distinct()
                .toList();
    }
}
