package org.asepsie.app.network;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/// What the establishment declares: its zones, and what may pass between them. Immutable; each change makes the next
/// version.
public record ZonePlan(List<PlannedZone> zones, List<AllowedFlow> flows) {
    /// A matrix of more zones is no longer read by a person.
    public static final int MOST_ZONES = 40;

    static final ZonePlan EMPTY = new ZonePlan(List.of(), List.of());

    public ZonePlan {
        zones = List.copyOf(zones);
        flows = List.copyOf(flows);
    }

    /// @param code its stable name: in the engine, in exports, in addresses of pages
    /// @param kind the zone of the starting models it is, or an empty string
    /// @param title what people call it; empty: as the model does
    /// @param addresses networks and single addresses, as `10.1.0.0/16`
    /// @param interfaces as the rules call them
    public record PlannedZone(String code, String kind, String title, List<String> addresses, List<String> interfaces) {
        public PlannedZone {
            addresses = List.copyOf(addresses);
            interfaces = List.copyOf(interfaces);
        }

        /// Without a place nothing can be said of it.
        public boolean placed() {
            return !addresses.isEmpty() || !interfaces.isEmpty();
        }

        public PlannedZone at(List<String> networks) {
            return new PlannedZone(code, kind, title, networks, interfaces);
        }
    }

    /// @param required it must be possible, not only may be
    /// @param until the last day of a temporary opening; empty: for good
    /// @param why who asked for it, and what for
    public record AllowedFlow(
            String from, String to, List<String> services, boolean required, Optional<LocalDate> until, String why) {
        public AllowedFlow {
            services = List.copyOf(services);
        }

        public boolean between(String source, String target) {
            return from.equals(source) && to.equals(target);
        }

        public boolean holdsOn(LocalDate day) {
            return until.filter(it -> it.isBefore(day)).isEmpty();
        }
    }

    public Optional<PlannedZone> zone(String code) {
        return zones.stream().filter(it -> it.code().equals(code)).findFirst();
    }

    public List<AllowedFlow> between(String from, String to) {
        return flows.stream().filter(it -> it.between(from, to)).toList();
    }

    public ZonePlan with(PlannedZone added) {
        var all = new ArrayList<>(zones);
        all.add(added);
        return new ZonePlan(all, flows);
    }

    public ZonePlan changing(String code, UnaryOperator<PlannedZone> change) {
        return new ZonePlan(
                zones.stream()
                        .map(it -> it.code().equals(code) ? change.apply(it) : it)
                        .toList(),
                flows);
    }

    public ZonePlan without(String code) {
        return new ZonePlan(
                zones.stream().filter(it -> !it.code().equals(code)).toList(),
                flows.stream()
                        .filter(it -> !it.from().equals(code) && !it.to().equals(code))
                        .toList());
    }

    public ZonePlan allowing(AllowedFlow flow) {
        var all = new ArrayList<>(flows);
        all.add(flow);
        return new ZonePlan(zones, all);
    }

    public ZonePlan withoutFlow(AllowedFlow flow) {
        return new ZonePlan(zones, flows.stream().filter(it -> !it.equals(flow)).toList());
    }
}
