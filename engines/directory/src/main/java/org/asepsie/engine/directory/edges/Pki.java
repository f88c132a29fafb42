package org.asepsie.engine.directory.edges;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.jspecify.annotations.Nullable;

/// The certification authorities of a forest: who signed whom, which of them a domain believes, what they publish.
///
/// An authority *chains to a domain* when its certificate leads to a root that the domain holds and is itself in a
/// store of
/// authorities allowed to issue for signing in (NTAuth) of that domain. Rules also ask for a host that is not switched
/// off.
final class Pki {
    private final Facts facts;
    private final Forest forest;
    private final Map<String, List<Integer>> byThumbprint = new HashMap<>();
    private @Nullable Set<Integer> believed;

    /// A template that an authority publishes.
    record Published(Template template, int authority) {}

    Pki(Facts facts) {
        this.facts = facts;
        this.forest = facts.forest();
        Stream.of(Kind.ROOT_CA, Kind.AIA_CA, Kind.ENTERPRISE_CA)
                .forEach(kind -> forest.all(kind)
                        .forEach(it -> thumbprint(it)
                                .forEach(print -> byThumbprint
                                        .computeIfAbsent(print, _ -> new ArrayList<>())
                                        .add(it))));
    }

    private Stream<String> thumbprint(int authority) {
        return forest.text(authority, Attribute.THUMBPRINT).stream().map(Pki::upper);
    }

    private static String upper(String text) {
        return text.toUpperCase(Locale.ROOT);
    }

    /// Those whose certificate signed this one: the second of its chain.
    List<Integer> signers(int authority) {
        var chain = forest.texts(authority, Attribute.CERT_CHAIN);
        return chain.size() < 2
                ? List.of()
                : byThumbprint.getOrDefault(upper(chain.get(1)), List.of()).stream()
                        .filter(it -> it != authority)
                        .toList();
    }

    /// The entries of the configuration that hold the same certificate.
    List<Integer> sameCertificate(int authority) {
        return thumbprint(authority)
                .flatMap(it -> byThumbprint.getOrDefault(it, List.of()).stream())
                .filter(it -> forest.kind(it) != Kind.ENTERPRISE_CA)
                .toList();
    }

    List<Integer> stores(int authority) {
        return forest.all(Kind.NT_AUTH_STORE)
                .filter(store -> forest.texts(store, Attribute.THUMBPRINTS).stream()
                        .map(Pki::upper)
                        .anyMatch(print -> thumbprint(authority).anyMatch(print::equals)))
                .boxed()
                .toList();
    }

    /// The domains that believe certificates of this authority, provided its host is not switched off.
    Set<Integer> domains(int authority) {
        var host = forest.ref(authority, Attribute.HOST);
        if (host < 0 || !facts.mayBeEnabled(host)) {
            return Set.of();
        }
        var result = new HashSet<Integer>();
        var seen = new HashSet<Integer>();
        var queue = new ArrayDeque<Integer>();
        queue.add(authority);
        while (!queue.isEmpty()) {
            var at = queue.remove();
            if (seen.add(at)) {
                if (forest.kind(at) == Kind.ROOT_CA && forest.domain(at) >= 0) {
                    result.add(forest.domain(at));
                }
                queue.addAll(signers(at));
                if (forest.kind(at) == Kind.ENTERPRISE_CA) {
                    queue.addAll(sameCertificate(at));
                }
            }
        }
        result.retainAll(stores(authority).stream().map(forest::domain).toList());
        return result;
    }

    Stream<Integer> authorities() {
        return forest.all(Kind.ENTERPRISE_CA).boxed();
    }

    Stream<Published> published(int authority) {
        return forest.refs(authority, Attribute.TEMPLATES)
                .mapToObj(it -> new Published(new Template(forest, it), authority));
    }

    Stream<Published> published() {
        return authorities().flatMap(this::published);
    }

    /// The templates that an authority publishes which some domain believes, in ascending order.
    Set<Integer> believed() {
        var known = believed;
        if (known == null) {
            known = new TreeSet<>();
            for (var authority :
                    authorities().filter(it -> !domains(it).isEmpty()).toList()) {
                forest.refs(authority, Attribute.TEMPLATES).forEach(known::add);
            }
            believed = known;
        }
        return known;
    }

    /// Who may ask for a certificate of this template.
    List<Grant> enrollersOf(Template template) {
        return facts.holders(template.index(), Set.of(Right.ENROLL, Right.GENERIC_ALL, Right.ALL_EXTENDED_RIGHTS));
    }

    /// Who may ask this authority for any certificate.
    List<Grant> enrollersAt(int authority) {
        return facts.authorityHolders(authority, Right.ENROLL);
    }

    /// What else holds up an edge over this template: it is published, and it is as it is.
    int[] with(int[] units, Published published, int... others) {
        var all = new ArrayList<Integer>();
        for (var unit : units) {
            all.add(unit);
        }
        all.add(facts.unit(Remedy.Kind.PUBLICATION, published.template.index(), published.authority));
        for (var unit : others) {
            all.add(unit);
        }
        return all.stream().mapToInt(Integer::intValue).toArray();
    }

    /// Demanding approval on a template, which ends every abuse of it.
    int mended(Template template) {
        return facts.unit(Remedy.Kind.TEMPLATE, template.index(), -1);
    }

    /// Users cannot be given a certificate that must bear a DNS name.
    boolean mayEnrol(int principal, Template template) {
        return !(template.needsDnsName() && forest.kind(principal) == Kind.USER);
    }
}
