package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Traffic;

/// Shows one packet's way over several devices, for the sets that [Reaching] found.
final class Walk {
    private final Analysis analysis;
    private final Reaching reaching;
    private final Zone from;
    private final Zone to;
    private final Bdd bdd;

    Walk(Analysis analysis, Reaching reaching, Zone from, Zone to) {
        this.analysis = analysis;
        this.reaching = reaching;
        this.from = from;
        this.to = to;
        bdd = analysis.ways().sets().bdd();
    }

    /// The way of a packet that arrives, surely if there is one.
    Optional<List<Reach.Hop>> arriving(List<Reaching.Start> starts) {
        for (boolean surely : new boolean[] {true, false}) {
            for (var it : starts) {
                int set = surely ? it.passing().sure() : it.passing().possible();
                if (set != Bdd.NONE) {
                    var path = new ArrayList<Reach.Hop>();
                    if (follow(it.place(), it.traffic(), pick(it, set), path, new HashSet<>())) {
                        return Optional.of(path);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// The way of a packet from zone to zone that is stopped, or perhaps is, up to where that happens.
    Optional<List<Reach.Hop>> stopped(List<Reaching.Start> starts) {
        for (boolean surely : new boolean[] {true, false}) {
            for (var it : starts) {
                int set = bdd.without(
                        it.scope(),
                        surely ? it.passing().possible() : it.passing().sure());
                if (set != Bdd.NONE) {
                    return Optional.of(untilStopped(it, pick(it, set)));
                }
            }
        }
        return Optional.empty();
    }

    private Packet pick(Reaching.Start start, int set) {
        return analysis.witnesses().pick(set, start.traffic(), from.addresses(), to.addresses());
    }

    /// Goes on only where the sets say that the packet arrives.
    private boolean follow(
            Topology.Place place, Traffic traffic, Packet packet, List<Reach.Hop> path, Set<Topology.Place> seen) {
        if (!seen.add(place)) {
            return false;
        }
        if (to.itself().filter(place.device().name()::equals).isPresent() && ends(place, packet, path)) {
            return true;
        }
        for (var step : steps(place, traffic, packet)) {
            path.add(step.hop());
            var onward =
                    step.next().filter(it -> reaching.holds(reaching.from(it).possible(), step.leaving()));
            if (step.arrives()
                    || onward.isPresent() && follow(onward.get(), Traffic.THROUGH, step.leaving(), path, seen)) {
                return true;
            }
            path.removeLast();
        }
        return false;
    }

    private boolean ends(Topology.Place place, Packet packet, List<Reach.Hop> path) {
        var arriving = packet.through(Optional.of(place.in()), Optional.empty());
        var found = new Tracer(place.device(), Traffic.TO_DEVICE).follow(arriving);
        found.passing().ifPresent(it -> path.add(new Reach.Hop(place.device().name(), arriving, Optional.empty(), it)));
        return found.passing().isPresent();
    }

    /// @param next empty where it leaves the devices that are known
    private record Step(Reach.Hop hop, Packet leaving, Optional<Topology.Place> next, boolean arrives) {}

    /// Every way on that routes and rules leave open.
    private List<Step> steps(Topology.Place place, Traffic traffic, Packet packet) {
        var steps = new ArrayList<Step>();
        for (var out : outs(place)) {
            var arriving = at(place, traffic, packet, out);
            for (var exit : new Tracer(place.device(), traffic).follow(arriving).exits()) {
                if (exit.packet().source().family() == packet.family()) {
                    steps(place, out, arriving, exit, steps);
                }
            }
        }
        return steps;
    }

    private static Packet at(Topology.Place place, Traffic traffic, Packet packet, String out) {
        var in = traffic == Traffic.FROM_DEVICE ? Optional.<String>empty() : Optional.of(place.in());
        return packet.through(in, Optional.of(out));
    }

    private List<String> outs(Topology.Place place) {
        var outs = new ArrayList<String>();
        reaching.choices(place).keySet().forEach(it -> it.out().ifPresent(outs::add));
        reaching.targets().stream().filter(it -> it.device() == place.device()).forEach(it -> outs.add(it.in()));
        if (outs.isEmpty()) {
            outs.add("*");
        }
        return outs.stream().distinct().toList();
    }

    private void steps(Topology.Place place, String out, Packet arriving, Tracer.Exit exit, List<Step> steps) {
        var hop = new Reach.Hop(place.device().name(), arriving, Optional.of(exit.packet()), exit.lines());
        boolean inZone = to.addresses().contains(exit.packet().destination())
                && to.itself().isEmpty();
        boolean atEdge = reaching.targets().contains(new Topology.Place(place.device(), out));
        if (!Topology.hasRoutes(place.device())) {
            steps.add(new Step(hop, exit.packet(), Optional.empty(), inZone && (atEdge || out.equals("*"))));
            return;
        }
        reaching.choices(place).forEach((choice, chosen) -> {
            if (choice.out().filter(out::equals).isPresent()
                    && !choice.discards()
                    && reaching.holds(chosen.possible(), exit.packet())) {
                var next = reaching.topology().next(place.device(), choice);
                boolean arrives = inZone && atEdge && (choice.connected() || next.isEmpty());
                steps.add(new Step(hop, exit.packet(), next.stream().findFirst(), arrives));
                next.forEach(it -> steps.add(new Step(hop, exit.packet(), Optional.of(it), false)));
            }
        });
    }

    private List<Reach.Hop> untilStopped(Reaching.Start start, Packet first) {
        var path = new ArrayList<Reach.Hop>();
        var seen = new HashSet<Topology.Place>();
        var place = start.place();
        var traffic = start.traffic();
        var packet = first;
        while (seen.add(place)) {
            var steps = steps(place, traffic, packet);
            var onward = steps.stream()
                    .filter(it -> it.next().isPresent() && !it.arrives())
                    .findFirst();
            if (onward.isEmpty()) {
                path.add(stop(place, traffic, packet));
                return path;
            }
            path.add(onward.get().hop());
            place = onward.get().next().orElseThrow();
            packet = onward.get().leaving();
            traffic = Traffic.THROUGH;
        }
        return path;
    }

    /// The lines that stop the packet on the interface that its route chose; none where no route leads on.
    private Reach.Hop stop(Topology.Place place, Traffic traffic, Packet packet) {
        var device = place.device();
        if (to.itself().filter(device.name()::equals).isPresent()) {
            var arriving = packet.through(Optional.of(place.in()), Optional.empty());
            var found = new Tracer(device, Traffic.TO_DEVICE).follow(arriving);
            return new Reach.Hop(device.name(), arriving, Optional.empty(), Witnesses.lines(found.stopping()));
        }
        for (var out : outs(place)) {
            boolean routed = !Topology.hasRoutes(device)
                    || reaching.choices(place).entrySet().stream()
                            .anyMatch(
                                    it -> it.getKey().out().filter(out::equals).isPresent()
                                            && reaching.holds(it.getValue().possible(), packet));
            var found = new Tracer(device, traffic).follow(at(place, traffic, packet, out));
            if (routed && found.stopping().isPresent()) {
                return new Reach.Hop(
                        device.name(),
                        at(place, traffic, packet, out),
                        Optional.empty(),
                        found.stopping().get());
            }
        }
        return new Reach.Hop(device.name(), at(place, traffic, packet, "*"), Optional.empty(), List.of());
    }
}
