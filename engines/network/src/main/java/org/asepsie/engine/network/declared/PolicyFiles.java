package org.asepsie.engine.network.declared;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.network.declared.DeclaredPolicy.LeftOut;
import org.asepsie.engine.network.declared.DeclaredPolicy.Why;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.proof.DeclaredMatrix;
import org.asepsie.engine.network.proof.Service;
import org.asepsie.engine.network.proof.Zone;

/// Reads the files of Aerleon and Capirca as a matrix. The networks that terms name are the zones; a term that accepts
/// declares its services between the zones it covers whole, less what an earlier term of the same filter refuses them.
///
/// A declared matrix must not hold more than the policy allows, so a refusal counts where it touches a pair of zones,
/// an acceptance only where it covers it. Filters stand for different places: what one of them allows is declared,
/// unless
/// the term that allows it names no network at all.
public final class PolicyFiles {
    private final Naming naming = new Naming();
    private final LocalDate today;
    private final Map<String, List<Prefix>> zones = new LinkedHashMap<>();
    private final Map<Pair, Set<Service>> allowed = new LinkedHashMap<>();
    private final List<LeftOut> leftOut = new ArrayList<>();

    private record Pair(String from, String to) {}

    private PolicyFiles(LocalDate today) {
        this.today = today;
    }

    /// Whether a YAML document is one of these files.
    public static boolean recognises(Map<?, ?> document) {
        return document.get("filters") instanceof List<?>
                || document.get("networks") instanceof Map<?, ?>
                || document.get("services") instanceof Map<?, ?>;
    }

    /// @param documents definitions and policies in any order; policies in Capirca's own form through [PolicyText]
    /// @param today terms that expire by this day are left out
    /// @throws UnusablePolicy naming the term or the name that is wrong
    public static DeclaredPolicy read(List<Map<?, ?>> documents, LocalDate today) {
        return new PolicyFiles(today).read(documents);
    }

    private DeclaredPolicy read(List<Map<?, ?>> documents) {
        documents.forEach(naming::add);
        var filters = new ArrayList<List<Term>>();
        for (var document : documents) {
            for (var filter : document.get("filters") instanceof List<?> list ? list : List.of()) {
                filters.add(terms(filter));
            }
        }
        var named = new LinkedHashSet<String>();
        filters.forEach(terms -> terms.forEach(it -> {
            named.addAll(it.of("source-address"));
            named.addAll(it.of("destination-address"));
        }));
        for (var name : filters.isEmpty() ? naming.networks() : named) {
            var prefixes = naming.prefixes(name);
            if (!prefixes.isEmpty() && prefixes.stream().noneMatch(it -> it.length() == 0)) {
                zones.put(name, prefixes);
            }
        }
        if (zones.isEmpty()) {
            throw new UnusablePolicy(
                    "aucun réseau nommé : donnez le fichier des réseaux et services, et les règles qui les emploient",
                    "no named network: give the file of networks and services, and the policy that uses them");
        }
        filters.forEach(this::filter);
        return new DeclaredPolicy(
                zones.entrySet().stream()
                        .map(it -> Zone.of(
                                it.getKey(),
                                new Addresses(it.getValue().stream()
                                        .map(Prefix::block)
                                        .toList())))
                        .toList(),
                new DeclaredMatrix(allowed.entrySet().stream()
                        .map(it -> new DeclaredMatrix.Flow(
                                it.getKey().from(), it.getKey().to(), Spans.joined(List.copyOf(it.getValue())), false))
                        .toList()),
                leftOut);
    }

    private static List<Term> terms(Object filter) {
        if (!(filter instanceof Map<?, ?> entries) || !(entries.get("terms") instanceof List<?> list)) {
            throw new UnusablePolicy("un filtre sans « terms »", "a filter without \"terms\"");
        }
        var terms = new ArrayList<Term>();
        for (var it : list) {
            if (!(it instanceof Map<?, ?> entry)) {
                throw new UnusablePolicy("un terme illisible : " + it, "an unreadable term: " + it);
            }
            if (entry.containsKey("include")) {
                throw included(String.valueOf(entry.get("include")));
            }
            terms.add(Term.of(entry));
        }
        return terms;
    }

    static UnusablePolicy included(String file) {
        return new UnusablePolicy(
                "le fichier inclus « %s » manque : mettez ses termes à la place de la ligne qui l’appelle"
                        .formatted(file),
                "the included file \"%s\" is missing: put its terms in place of the line that calls it"
                        .formatted(file));
    }

    private void filter(List<Term> terms) {
        Map<Pair, List<Service>> refused = new LinkedHashMap<>();
        for (var term : terms) {
            if (term.refuses() && !term.expired(today) && !term.replies()) {
                for (var pair : pairs(term, false)) {
                    refused.computeIfAbsent(pair, _ -> new ArrayList<>()).addAll(refusedServices(term));
                }
            } else if (term.accepts()) {
                accept(term, refused);
            }
        }
    }

    private void accept(Term term, Map<Pair, List<Service>> refused) {
        var condition = term.condition();
        if (term.expired(today)) {
            leftOut.add(new LeftOut(term.name(), Why.EXPIRED, String.join("", term.of("expiration"))));
        } else if (term.replies()) {
            leftOut.add(new LeftOut(term.name(), Why.REPLIES, ""));
        } else if (condition.isPresent()) {
            leftOut.add(new LeftOut(term.name(), Why.CONDITION, condition.get()));
        } else if (term.of("source-address").isEmpty()
                && term.of("destination-address").isEmpty()) {
            leftOut.add(new LeftOut(term.name(), Why.NO_ZONE, ""));
        } else {
            boolean used = false;
            for (var pair : pairs(term, true)) {
                var left = Spans.without(services(term), refused.getOrDefault(pair, List.of()));
                used |= !left.isEmpty();
                if (!left.isEmpty()) {
                    allowed.computeIfAbsent(pair, _ -> new LinkedHashSet<>()).addAll(left);
                }
            }
            if (!used) {
                leftOut.add(new LeftOut(term.name(), Why.NO_WHOLE_ZONE, ""));
            }
        }
    }

    /// A refusal of which a part is conditional may refuse everything between its zones.
    private List<Service> refusedServices(Term term) {
        return term.words().containsKey("protocol-except")
                ? Spans.spread(Service.EVERY)
                : services(term).stream().toList();
    }

    private List<Service> services(Term term) {
        var protocols = term.of("protocol");
        var ports = term.of("destination-port");
        var found = new ArrayList<Service>();
        for (var protocol : protocols) {
            if (Protocols.number(protocol).isEmpty()) {
                throw new UnusablePolicy(
                        "terme « %s » : protocole inconnu « %s »".formatted(term.name(), protocol),
                        "term \"%s\": unknown protocol \"%s\"".formatted(term.name(), protocol));
            }
            if (ports.isEmpty()) {
                found.add(Service.of(protocol));
            }
        }
        for (var name : ports) {
            for (var port : naming.ports(name)) {
                if (protocols.isEmpty()
                        || protocols.stream()
                                .anyMatch(it -> Protocols.number(it).orElse(-1) == port.protocol())) {
                    found.add(new Service(
                            port.protocol(),
                            new PortRange(port.ports().first(), port.ports().last())));
                }
            }
        }
        return found.isEmpty() && ports.isEmpty() ? Spans.spread(Service.EVERY) : found;
    }

    private List<Pair> pairs(Term term, boolean whole) {
        var from = zones(term.of("source-address"), whole);
        var to = zones(term.of("destination-address"), whole);
        var pairs = new ArrayList<Pair>();
        from.forEach(source -> to.forEach(target -> pairs.add(new Pair(source, target))));
        return pairs;
    }

    private Optional<List<Prefix>> prefixes(List<String> names) {
        if (names.isEmpty()) {
            return Optional.empty();
        }
        var found = new ArrayList<Prefix>();
        names.forEach(it -> found.addAll(naming.prefixes(it)));
        return Optional.of(found);
    }

    private List<String> zones(List<String> names, boolean whole) {
        var prefixes = prefixes(names);
        return zones.entrySet().stream()
                .filter(zone -> prefixes.isEmpty()
                        || (whole
                                ? zone.getValue().stream().allMatch(it -> covered(it, prefixes.get()))
                                : zone.getValue().stream().anyMatch(it -> touched(it, prefixes.get()))))
                .map(Map.Entry::getKey)
                .toList();
    }

    private static boolean covered(Prefix part, List<Prefix> by) {
        return by.stream().anyMatch(it -> it.length() <= part.length() && it.contains(part.first()));
    }

    private static boolean touched(Prefix part, List<Prefix> by) {
        return by.stream().anyMatch(it -> it.contains(part.first()) || part.contains(it.first()));
    }
}
