package org.asepsie.engine.network.declared;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.proof.Service;

/// Services as ranges of ports (types, for ICMP) that can be taken from one another. Every other protocol is one lump.
final class Spans {
    private static final List<Service> ALL = List.of(
            Service.of("tcp"),
            Service.of("udp"),
            Service.of("icmp"),
            new Service(Protocols.ICMPV6, new PortRange(0, 255)),
            Service.of("other"));

    private Spans() {}

    static List<Service> spread(Service service) {
        return service.protocol() == Service.ANY ? ALL : List.of(service);
    }

    /// All of them together is `any`, as a person would write it.
    static List<Service> joined(List<Service> spans) {
        return spans.containsAll(ALL) ? List.of(Service.EVERY) : List.copyOf(spans);
    }

    static List<Service> without(List<Service> spans, List<Service> refused) {
        var left = new ArrayList<>(spans);
        for (var it : refused) {
            var next = new ArrayList<Service>();
            left.forEach(span -> without(span, it, next));
            left = next;
        }
        return left;
    }

    private static void without(Service span, Service refused, List<Service> into) {
        if (!meet(span, refused)) {
            into.add(span);
        } else if (span.protocol() == refused.protocol()) {
            int first = span.ports().first();
            int last = span.ports().last();
            if (first < refused.ports().first()) {
                into.add(new Service(
                        span.protocol(), new PortRange(first, refused.ports().first() - 1)));
            }
            if (last > refused.ports().last()) {
                into.add(new Service(
                        span.protocol(), new PortRange(refused.ports().last() + 1, last)));
            }
        }
    }

    /// A protocol without a name of its own here belongs to the lump: refusing it refuses the lump.
    private static boolean meet(Service a, Service b) {
        return lump(a) == lump(b)
                && (a.protocol() != b.protocol()
                        || a.ports().first() <= b.ports().last()
                                && b.ports().first() <= a.ports().last());
    }

    private static int lump(Service it) {
        return switch (it.protocol()) {
            case Protocols.ICMP, Protocols.TCP, Protocols.UDP, Protocols.ICMPV6 -> it.protocol();
            default -> Service.OTHER;
        };
    }
}
