package org.asepsie.knowledge;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// Zones and flows to start from when an establishment draws its network. A proposal, never a rule.
///
/// @param adminServices services by which machines are administered: `tcp/22`
/// @param remedies the first that fits decides
public record NetworkModel(
        Optional<Source> source,
        List<String> adminServices,
        List<ZoneKind> zones,
        List<UsualFlow> flows,
        List<Remedy> remedies) {
    /// Stands for each filtering device itself.
    public static final String DEVICE = "device";

    /// Stands for every zone.
    public static final String ANY = "any";

    static final NetworkModel NONE = new NetworkModel(Optional.empty(), List.of(), List.of(), List.of(), List.of());

    /// What a zone is, beyond its name.
    public enum Trait {
        /// Workstations and devices that must not administer anything.
        ORDINARY,
        VISITORS,
        CARE,
        BACKUP,
        INTERNET,
        /// Its people administer the others.
        ADMINISTERS
    }

    /// @param who who may stand there
    /// @param harm what care loses when it falls
    public record ZoneKind(String id, Text title, List<Audience> kinds, List<Trait> traits, Text who, Text harm) {
        public ZoneKind {
            kinds = List.copyOf(kinds);
            traits = List.copyOf(traits);
        }

        public boolean is(Trait trait) {
            return traits.contains(trait);
        }

        public boolean concerns(Audience audience) {
            return kinds.stream().anyMatch(it -> it.covers(audience));
        }
    }

    /// @param from a zone, [#DEVICE] or [#ANY]
    public record UsualFlow(String from, String to, List<String> services, boolean required, List<Audience> kinds) {
        public UsualFlow {
            services = List.copyOf(services);
            kinds = List.copyOf(kinds);
        }

        public boolean concerns(Audience audience) {
            return kinds.stream().anyMatch(it -> it.covers(audience));
        }
    }

    /// @param from empty: from anywhere
    public record Remedy(Optional<String> from, Optional<String> to, String measure) {
        boolean fits(String source, String target) {
            return from.filter(it -> !it.equals(source)).isEmpty()
                    && to.filter(it -> !it.equals(target)).isEmpty();
        }
    }

    public NetworkModel {
        adminServices = List.copyOf(adminServices);
        zones = List.copyOf(zones);
        flows = List.copyOf(flows);
        remedies = List.copyOf(remedies);
    }

    public Optional<ZoneKind> zone(String id) {
        return zones.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    /// The measure that mends an opening between zones of these kinds.
    public Optional<String> remedy(String from, String to) {
        return remedies.stream()
                .filter(it -> it.fits(from, to))
                .map(Remedy::measure)
                .findFirst();
    }

    static NetworkModel read(Fields in) {
        var model = new NetworkModel(
                Optional.of(Source.read(in.block("source"))),
                in.strings("adminServices"),
                in.blocks("zones").stream().map(NetworkModel::zone).toList(),
                in.blocks("flows").stream().map(NetworkModel::flow).toList(),
                in.blocks("remedies").stream().map(NetworkModel::remedy).toList());
        in.close();
        return model;
    }

    private static ZoneKind zone(Fields in) {
        var zone = new ZoneKind(
                Ids.read(in),
                in.text("title"),
                in.words("kinds", Audience.class),
                in.words("traits", Trait.class),
                in.text("who"),
                in.text("harm"));
        in.close();
        return in.remember(zone);
    }

    private static UsualFlow flow(Fields in) {
        var flow = new UsualFlow(
                in.string("from").toLowerCase(Locale.ROOT),
                in.string("to").toLowerCase(Locale.ROOT),
                in.strings("services"),
                in.flag("required", false),
                in.words("kinds", Audience.class));
        in.close();
        return in.remember(flow);
    }

    private static Remedy remedy(Fields in) {
        var remedy = new Remedy(in.optionalString("from"), in.optionalString("to"), in.string("measure"));
        in.close();
        return in.remember(remedy);
    }
}
