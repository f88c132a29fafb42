package org.asepsie.engine.network.proof;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Field;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;

/// Writes the services of a set of packets: a service is listed if the set holds *some* packet of it.
final class ServiceList {
    private final Sets sets;
    private final Bdd bdd;
    private final List<Service> found = new ArrayList<>();

    private ServiceList(Sets sets) {
        this.sets = sets;
        this.bdd = sets.bdd();
    }

    static List<Service> of(Sets sets, int set) {
        var list = new ServiceList(sets);
        var bdd = sets.bdd();
        int services = bdd.some(set, 0, Field.DESTINATION.end());
        list.collect(bdd.some(services, Field.SOURCE_PORT.first(), Field.SOURCE_PORT.end()));
        return List.copyOf(list.found);
    }

    private void collect(int services) {
        if (services == Bdd.NONE) {
            return;
        }
        if (services == Bdd.ALL) {
            found.add(Service.EVERY);
            return;
        }
        one(services, Protocols.TCP);
        one(services, Protocols.UDP);
        one(services, Protocols.ICMP);
        one(services, Protocols.ICMPV6);
        others(services);
    }

    private void others(int services) {
        int other = new Service(Service.OTHER, Service.ALL_PORTS).set(sets);
        if (bdd.within(other, services)) {
            found.add(new Service(Service.OTHER, Service.ALL_PORTS));
        } else if (bdd.meet(other, services)) {
            for (int protocol = 0; protocol < 256; protocol++) {
                if (protocol != Protocols.TCP && protocol != Protocols.UDP && !Service.isIcmp(protocol)) {
                    one(services, protocol);
                }
            }
        }
    }

    private void one(int services, int protocol) {
        int ports = bdd.set(services, sets.exactly(Field.PROTOCOL, protocol));
        if (Service.isIcmp(protocol)) {
            ports = bdd.some(ports, Field.DESTINATION_PORT.first(), Field.DESTINATION_PORT.first() + 8);
            ranges(ports, Field.DESTINATION_PORT.first() + 8, 8, 0, protocol);
        } else {
            ranges(ports, Field.DESTINATION_PORT.first(), 16, 0, protocol);
        }
    }

    /// Walks the ports in rising order; neighbours are joined.
    private void ranges(int set, int level, int bits, int first, int protocol) {
        if (set == Bdd.NONE) {
            return;
        }
        if (set == Bdd.ALL) {
            add(protocol, new PortRange(first, first + (1 << bits) - 1));
            return;
        }
        boolean tested = bdd.level(set) == level;
        ranges(tested ? bdd.zero(set) : set, level + 1, bits - 1, first, protocol);
        ranges(tested ? bdd.one(set) : set, level + 1, bits - 1, first + (1 << (bits - 1)), protocol);
    }

    private void add(int protocol, PortRange range) {
        if (!found.isEmpty()) {
            var last = found.getLast();
            if (last.protocol() == protocol && last.ports().last() + 1 == range.first()) {
                found.set(
                        found.size() - 1,
                        new Service(protocol, new PortRange(last.ports().first(), range.last())));
                return;
            }
        }
        found.add(new Service(protocol, range));
    }
}
