package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;

/// Answers questions about a set of devices. All its questions share one arena of packet sets, which is
/// dropped with it; an instance belongs to one thread. Building it costs nothing: each question computes
/// what it needs, once.
///
/// Every answer may throw [org.asepsie.engine.network.packets.TooComplex] or [TooManySteps]: then nothing
/// is said.
public final class Analysis {
    /// 30 million nodes are 360 MB at the very most; the largest real rule set needs under two million.
    static final int LIMIT = 30_000_000;

    private final List<Device> devices;
    private final Ways ways;
    private final Sets sets;
    private final Bdd bdd;
    private final Witnesses witnesses;

    private Analysis(List<Device> devices, List<Device> vocabulary, int limit) {
        this.devices = List.copyOf(devices);
        ways = new Ways(vocabulary, limit);
        sets = ways.sets();
        bdd = sets.bdd();
        witnesses = new Witnesses(sets, ways.vocabulary());
    }

    public static Analysis of(List<Device> devices) {
        return new Analysis(devices, devices, LIMIT);
    }

    /// @param limit how many nodes the analysis may use, at 12 bytes and about as much for their table
    public static Analysis of(List<Device> devices, int limit) {
        return new Analysis(devices, devices, limit);
    }

    public List<Device> devices() {
        return devices;
    }

    Ways ways() {
        return ways;
    }

    Witnesses witnesses() {
        return witnesses;
    }

    /// What packets of a pair of zones may do on one device.
    ///
    /// @param scope every packet of the pair
    record Crossing(Device device, Traffic traffic, int scope, Bounds passing) {}

    /// How packets go from one zone to the other: one crossing for each device that may stand between them.
    List<Crossing> crossings(Zone from, Zone to) {
        return crossings(devices, from, to);
    }

    List<Crossing> crossings(List<Device> over, Zone from, Zone to) {
        var result = new ArrayList<Crossing>();
        for (var device : over) {
            traffic(device, from, to).ifPresent(traffic -> {
                int scope = bdd.and(side(device, from, true), side(device, to, false));
                scope = bdd.and(scope, covered(device));
                if (scope != Bdd.NONE) {
                    var all = ways.through(device, traffic, Bounds.ALL, false);
                    int sure = bdd.and(scope, all.sure());
                    var passing = new Bounds(sure, all.isFirm() ? sure : bdd.and(scope, all.possible()));
                    result.add(new Crossing(device, traffic, scope, passing));
                }
            });
        }
        return result;
    }

    static Optional<Traffic> traffic(Device device, Zone from, Zone to) {
        if (from.itself().isPresent() || to.itself().isPresent()) {
            boolean own =
                    from.itself().or(to::itself).filter(device.name()::equals).isPresent();
            boolean both = from.itself().isPresent() && to.itself().isPresent();
            return !own || both
                    ? Optional.empty()
                    : Optional.of(to.itself().isPresent() ? Traffic.TO_DEVICE : Traffic.FROM_DEVICE);
        }
        return Optional.of(Traffic.THROUGH);
    }

    int covered(Device device) {
        int families = Bdd.NONE;
        for (var family : device.families()) {
            families = bdd.or(families, sets.family(family));
        }
        return families;
    }

    int side(Device device, Zone zone, boolean from) {
        if (zone.itself().isPresent()) {
            return Bdd.ALL;
        }
        int addresses = sets.addresses(from ? Field.SOURCE : Field.DESTINATION, zone.addresses());
        var field = from ? Field.IN : Field.OUT;
        int by = Bdd.NONE;
        for (var name : Attachments.interfaces(device, zone)) {
            by = bdd.or(by, sets.exactly(field, ways.vocabulary().number(name)));
        }
        boolean anywhere = by == Bdd.NONE && zone.attachments().isEmpty();
        return bdd.and(anywhere ? Bdd.ALL : by, addresses);
    }

    /// A packet of `set` with the lines that let it pass, or that stop it.
    Witness witness(Crossing crossing, int set, boolean passing, Zone from, Zone to) {
        var packet = witnesses.pick(set, crossing.traffic(), from.addresses(), to.addresses());
        return explain(crossing.device(), crossing.traffic(), packet, passing);
    }

    private static Witness explain(Device device, Traffic traffic, Packet packet, boolean passing) {
        var found = new Tracer(device, traffic).follow(packet);
        return new Witness(device.name(), packet, Witnesses.lines(passing ? found.passing() : found.stopping()));
    }

    /// The matrix of `zones`, without its diagonal, row by row.
    public List<Cell> matrix(List<Zone> zones) {
        var cells = new ArrayList<Cell>();
        for (var from : zones) {
            for (var to : zones) {
                if (!from.equals(to)) {
                    Cells.of(this, from, to).ifPresent(cells::add);
                }
            }
        }
        return cells;
    }

    /// What gets from one zone to the other over any number of devices, by their routes and translations.
    public Reach reach(Zone from, Zone to) {
        return new Reaching(this, from, to).answer();
    }

    /// What breaks the declared matrix.
    public List<Violation> violations(List<Zone> zones, DeclaredMatrix declared) {
        return new Violations(this, zones, declared).find();
    }

    /// Rules that never decide anything, or whose removal would change nothing.
    public List<Shadow> shadowed() {
        var shadows = new ArrayList<Shadow>();
        for (var device : devices) {
            shadows.addAll(new Shadowing(device, ways).find());
        }
        return shadows;
    }

    /// Rules that accept more than `needed`, each with the narrowest replacement. What is needed may be declared, seen
    /// in logs, or both.
    public List<TooWide> tighten(List<Zone> zones, DeclaredMatrix needed) {
        return devices.stream()
                .flatMap(it -> new Tightening(this, it, zones, needed).find().stream())
                .toList();
    }

    /// What `after` opens and closes that `before`, a device of this analysis, did not: openings first. What was
    /// computed
    /// for `before` serves again, so that a change of one rule is answered in a fraction of the time.
    public List<Difference> differences(Device before, Device after) {
        return ways.vocabulary().covers(after)
                ? Differences.within(ways, before, after)
                : Differences.between(before, after);
    }

    /// Which addresses `device` treats alike for one service, and who may reach whom.
    public Partition partition(Device device, Traffic traffic, Service service, int sourcePort, boolean perhaps) {
        return new Partitioning(device, ways).of(traffic, service, sourcePort, perhaps);
    }

    /// What becomes of one packet on `device`, and by which line.
    public Trace trace(Device device, Traffic traffic, Packet packet) {
        var bounds = ways.through(device, traffic, Bounds.ALL, false);
        int in = packet.in().map(ways.vocabulary()::number).orElse(0);
        int out = packet.out().map(ways.vocabulary()::number).orElse(0);
        var found = new Tracer(device, traffic).follow(packet);
        boolean surely = sets.holds(bounds.sure(), packet, in, out);
        boolean perhaps = sets.holds(bounds.possible(), packet, in, out);
        return new Trace(
                packet,
                surely ? Verdict.ALLOWED : perhaps ? Verdict.NOT_PROVED : Verdict.DENIED,
                perhaps ? Witnesses.lines(found.passing()) : List.of(),
                surely ? List.of() : Witnesses.lines(found.stopping()));
    }

    /// A device reduced to one list, for a question about that list alone.
    public static Device only(Device device, Traffic traffic, String list) {
        return new Device(
                device.name(),
                device.kind(),
                device.interfaces(),
                List.of(),
                device.lists(),
                Map.of(traffic, List.of(new Stage.Run(list))),
                device.families());
    }
}
