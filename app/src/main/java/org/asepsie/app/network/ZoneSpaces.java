package org.asepsie.app.network;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.proof.Zone;

/// Turns declared zones into those of the engine. A network inside that of another zone belongs to the inner one, and
/// the internet is every public address that no zone has.
final class ZoneSpaces {
    /// The code of whatever belongs to no zone.
    static final String ELSEWHERE = "elsewhere";

    private static final String INTERNET = "internet";

    /// Addresses that are not reached over the internet (RFC 6890 and its registry).
    static final List<Prefix> NOT_PUBLIC = Stream.of(
                    "0.0.0.0/8",
                    "10.0.0.0/8",
                    "100.64.0.0/10",
                    "127.0.0.0/8",
                    "169.254.0.0/16",
                    "172.16.0.0/12",
                    "192.168.0.0/16",
                    "224.0.0.0/3",
                    "::/3",
                    "4000::/2",
                    "8000::/1")
            .map(Prefix::of)
            .toList();

    private ZoneSpaces() {}

    /// The zone of the plan that is the internet, if it has one.
    static Optional<PlannedZone> internet(ZonePlan plan) {
        return plan.zones().stream().filter(it -> it.kind().equals(INTERNET)).findFirst();
    }

    /// Every zone that can be judged: with addresses or interfaces, or the internet.
    static List<Zone> of(ZonePlan plan) {
        var zones = new ArrayList<Zone>();
        for (var zone : plan.zones()) {
            var attachments =
                    zone.interfaces().stream().map(ZoneSpaces::attachment).toList();
            if (!zone.addresses().isEmpty()) {
                zones.add(new Zone(zone.code(), own(zone, plan), attachments, Optional.empty()));
            } else if (zone.kind().equals(INTERNET)) {
                zones.add(new Zone(zone.code(), publicSpace(plan), attachments, Optional.empty()));
            } else if (!attachments.isEmpty()) {
                zones.add(new Zone(zone.code(), Addresses.ALL, attachments, Optional.empty()));
            }
        }
        return zones;
    }

    private static Zone.Attachment attachment(String text) {
        int colon = text.lastIndexOf(':');
        return colon < 0
                ? new Zone.Attachment(Optional.empty(), text)
                : new Zone.Attachment(Optional.of(text.substring(0, colon)), text.substring(colon + 1));
    }

    private static Addresses own(PlannedZone zone, ZonePlan plan) {
        var own = prefixes(zone);
        var inner = plan.zones().stream()
                .filter(it -> !it.code().equals(zone.code()))
                .flatMap(it -> prefixes(it).stream())
                .filter(it -> own.stream().anyMatch(outer -> covers(outer, it)))
                .toList();
        return new Addresses(
                own.stream().flatMap(it -> without(it, inner).stream()).toList());
    }

    private static Addresses publicSpace(ZonePlan plan) {
        var taken = new ArrayList<>(NOT_PUBLIC);
        plan.zones().forEach(it -> taken.addAll(prefixes(it)));
        return new Addresses(Stream.of("0.0.0.0/0", "::/0")
                .map(Prefix::of)
                .flatMap(it -> without(it, taken).stream())
                .toList());
    }

    private static List<Prefix> prefixes(PlannedZone zone) {
        return zone.addresses().stream().map(Prefix::of).toList();
    }

    private static boolean covers(Prefix outer, Prefix inner) {
        return outer.network().family() == inner.network().family()
                && outer.length() < inner.length()
                && range(outer).contains(inner.network());
    }

    private static AddressBlock.Range range(Prefix prefix) {
        if (prefix.block() instanceof AddressBlock.Range range) {
            return range;
        }
        throw new IllegalStateException("a prefix is a range: " + prefix);
    }

    /// `whole` cut open wherever one of `taken` lies.
    private static List<AddressBlock> without(Prefix whole, List<Prefix> taken) {
        var family = whole.network().family();
        var holes = taken.stream()
                .filter(it -> it.network().family() == family)
                .map(ZoneSpaces::range)
                .sorted(Comparator.comparing(AddressBlock.Range::first))
                .toList();
        var left = new ArrayList<AddressBlock>();
        var from = range(whole).first();
        var end = range(whole).last();
        for (var hole : holes) {
            if (hole.last().compareTo(from) < 0 || hole.first().compareTo(end) > 0) {
                continue;
            }
            if (hole.first().compareTo(from) > 0) {
                left.add(new AddressBlock.Range(from, before(hole.first())));
            }
            if (hole.last().compareTo(end) >= 0) {
                return left;
            }
            from = hole.last().next();
        }
        left.add(new AddressBlock.Range(from, end));
        return left;
    }

    private static Address before(Address address) {
        if (address.family() == Family.IPV4) {
            return Address.v4((int) address.low() - 1);
        }
        return Address.v6(address.low() == 0 ? address.high() - 1 : address.high(), address.low() - 1);
    }

    /// Changes when any address does: what was seen belongs to the zones it was counted for.
    static String fingerprint(ZonePlan plan) {
        var text = new StringBuilder();
        plan.zones().stream()
                .sorted(Comparator.comparing(PlannedZone::code))
                .forEach(it -> text.append(it.code()).append(it.addresses()).append(it.kind()));
        return java.util
                .UUID
                .nameUUIDFromBytes(text.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }
}
