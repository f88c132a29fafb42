package org.asepsie.engine.network.document;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.proof.Cell;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.Shadow;
import org.asepsie.engine.network.proof.Verdict;
import org.asepsie.engine.network.proof.Violation;
import org.asepsie.engine.network.proof.Witness;
import org.asepsie.engine.network.proof.Zone;

/// What an analysis found, as data that another program can read: what `asepsie network --json` prints and the
/// application exports (docs/schemas/network.schema.json).
public record NetworkDocument(
        List<FilePart> files,
        List<ZonePart> zones,
        List<CellPart> matrix,
        List<ViolationPart> violations,
        List<ShadowPart> shadowed,
        List<GapPart> fidelity) {
    /// @param families those the file speaks of: of another nothing is known
    public record FilePart(String file, String kind, int lines, int understood, List<String> families) {}

    public record ZonePart(String name, List<String> addresses, List<String> interfaces, Optional<String> device) {}

    public record CellPart(
            String from,
            String to,
            String verdict,
            boolean firm,
            List<String> services,
            List<String> open,
            Optional<WitnessPart> witness,
            Optional<WitnessPart> stopped,
            Optional<LinePart> decidedBy,
            List<LinePart> lines) {}

    public record WitnessPart(
            Optional<String> in,
            Optional<String> out,
            String source,
            String destination,
            String service,
            int sourcePort) {
        public static WitnessPart of(Packet packet) {
            return new WitnessPart(
                    packet.in(),
                    packet.out(),
                    packet.source().toString(),
                    packet.destination().toString(),
                    packet.hasPorts() || packet.isIcmp()
                            ? Protocols.name(packet.protocol()) + "/" + packet.destinationPort()
                            : Protocols.name(packet.protocol()),
                    packet.sourcePort());
        }
    }

    public record LinePart(String file, int line, String list, String text, String role) {
        public static List<LinePart> of(List<Line> lines) {
            return lines.stream().map(LinePart::of).toList();
        }

        public static LinePart of(Line line) {
            return new LinePart(
                    line.where().file(),
                    line.where().line(),
                    line.list(),
                    line.text(),
                    word(line.role().name()));
        }
    }

    /// @param proved false: the files do not decide it
    public record ViolationPart(
            String kind,
            String from,
            String to,
            boolean proved,
            List<String> services,
            Optional<WitnessPart> witness,
            Optional<LinePart> decidedBy,
            List<LinePart> lines) {}

    public record ShadowPart(String kind, String file, int line, String list, String text, List<PlacePart> by) {}

    public record PlacePart(String file, int line, String text) {}

    public record GapPart(
            String file, int line, String reason, String text, boolean harmless, String french, String english) {}

    public static String word(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static NetworkDocument of(
            List<Reading> readings,
            List<Zone> zones,
            List<Cell> cells,
            List<Violation> violations,
            List<Shadow> shadows) {
        return new NetworkDocument(
                readings.stream().flatMap(NetworkDocument::files).toList(),
                zones.stream().map(NetworkDocument::zone).toList(),
                cells.stream().map(NetworkDocument::cell).toList(),
                violations.stream().map(NetworkDocument::violation).toList(),
                shadows.stream().map(NetworkDocument::shadow).toList(),
                readings.stream().flatMap(NetworkDocument::gaps).toList());
    }

    private static Stream<FilePart> files(Reading reading) {
        return reading.devices().stream()
                .map(it -> new FilePart(
                        reading.file(),
                        it.kind(),
                        reading.lines(),
                        reading.understood(),
                        it.families().stream()
                                .map(family -> word(family.name()))
                                .toList()));
    }

    private static ZonePart zone(Zone zone) {
        return new ZonePart(
                zone.name(),
                zone.addresses().blocks().stream().map(NetworkDocument::block).toList(),
                zone.attachments().stream()
                        .map(it -> it.device().map(device -> device + ":").orElse("") + it.interfaceName())
                        .toList(),
                zone.itself());
    }

    public static String block(AddressBlock block) {
        return switch (block) {
            case AddressBlock.Range(var first, var last) -> first.equals(last) ? first.toString() : first + "-" + last;
            case AddressBlock.Masked(var value, var mask) -> value + "/" + mask;
        };
    }

    public static List<String> services(List<Service> services) {
        return services.stream().map(Service::toString).toList();
    }

    /// The lines are those that let something pass; where nothing can pass, those that stop it.
    private static CellPart cell(Cell cell) {
        var shown = cell.verdict() == Verdict.DENIED ? cell.stopped() : cell.passes();
        return new CellPart(
                cell.from().name(),
                cell.to().name(),
                word(cell.verdict().name()),
                cell.firm(),
                services(cell.services()),
                services(cell.open()),
                cell.passes().map(it -> WitnessPart.of(it.packet())),
                cell.stopped().map(it -> WitnessPart.of(it.packet())),
                decidedBy(shown),
                lines(shown));
    }

    private static Optional<LinePart> decidedBy(Optional<Witness> witness) {
        return witness.flatMap(it -> Line.deciding(it.lines())).map(LinePart::of);
    }

    private static List<LinePart> lines(Optional<Witness> witness) {
        return witness.map(it -> LinePart.of(it.lines())).orElse(List.of());
    }

    private static ViolationPart violation(Violation violation) {
        return new ViolationPart(
                word(violation.kind().name()),
                violation.from().name(),
                violation.to().name(),
                violation.firm(),
                services(violation.services()),
                violation.witness().map(it -> WitnessPart.of(it.packet())),
                decidedBy(violation.witness()),
                lines(violation.witness()));
    }

    private static ShadowPart shadow(Shadow shadow) {
        var rule = shadow.rule();
        return new ShadowPart(
                word(shadow.kind().name()),
                rule.where().file(),
                rule.where().line(),
                shadow.list(),
                rule.text(),
                shadow.by().stream()
                        .map(it -> new PlacePart(it.where().file(), it.where().line(), it.text()))
                        .toList());
    }

    private static Stream<GapPart> gaps(Reading reading) {
        return reading.gaps().stream()
                .map(it -> new GapPart(
                        it.where().file(),
                        it.where().line(),
                        word(it.reason().name()),
                        it.text(),
                        it.harmless(),
                        it.reason().french(),
                        it.reason().english()));
    }
}
