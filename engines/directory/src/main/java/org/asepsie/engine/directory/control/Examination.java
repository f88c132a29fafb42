package org.asepsie.engine.directory.control;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// One forest looked at on one date with one catalogue: what all rules ask.
final class Examination {
    private final Forest forest;
    private final Instant asOf;
    private final Catalogue catalogue;
    private final PrivilegedSet privileged;
    private final Controllers controllers;

    Examination(Forest forest, Instant asOf, Catalogue catalogue) {
        this.forest = forest;
        this.asOf = asOf;
        this.catalogue = catalogue;
        this.privileged = PrivilegedSet.certFr(forest);
        this.controllers = new Controllers(forest, privileged);
    }

    Forest forest() {
        return forest;
    }

    Instant asOf() {
        return asOf;
    }

    PrivilegedSet privileged() {
        return privileged;
    }

    /// A threshold of a point, from the catalogue.
    int threshold(String point, String name) {
        return Integer.parseInt(text(point, name));
    }

    String text(String point, String name) {
        return catalogue.point(point).setting(name);
    }

    IntStream all(Kind kind) {
        return forest.all(kind).filter(it -> forest.described(it) && !forest.is(it, Attribute.DELETED));
    }

    /// Every object that is there, of whatever kind.
    IntStream all() {
        return IntStream.range(0, forest.size())
                .filter(it -> forest.described(it) && !forest.is(it, Attribute.DELETED));
    }

    /// Domains that some source describes, not those known as partners alone.
    IntStream domains() {
        return all(Kind.DOMAIN).filter(it -> forest.hasDescriptor(it) || forest.has(it, Attribute.DN));
    }

    boolean enabled(int account) {
        return forest.flag(account, Attribute.ENABLED).orElse(true);
    }

    IntStream enabledUsers() {
        return all(Kind.USER).filter(this::enabled).filter(it -> forest.rid(it) != 502 && !trustAccount(it));
    }

    boolean trustAccount(int account) {
        return (forest.number(account, Attribute.ACCOUNT_CONTROL).orElse(0) & 0x800) != 0;
    }

    boolean managed(int account) {
        return forest.is(account, Attribute.MANAGED_ACCOUNT);
    }

    boolean controller(int computer) {
        return forest.kind(computer) == Kind.COMPUTER
                && (forest.is(computer, Attribute.IS_DC) || Set.of(516, 521).contains(primaryRid(computer)));
    }

    IntStream controllers() {
        return all(Kind.COMPUTER).filter(this::controller).filter(this::enabled);
    }

    /// Servers other than domain controllers and the names of clusters.
    IntStream servers() {
        return all(Kind.COMPUTER)
                .filter(this::enabled)
                .filter(it -> !controller(it) && !cluster(it))
                .filter(it -> forest.text(it, Attribute.OPERATING_SYSTEM)
                        .filter(os -> os.toLowerCase(Locale.ROOT).contains("server"))
                        .isPresent());
    }

    boolean cluster(int computer) {
        return forest.texts(computer, Attribute.SERVICE_NAMES).stream()
                .anyMatch(it -> it.regionMatches(true, 0, "MSClusterVirtualServer/", 0, 23));
    }

    int primaryRid(int account) {
        var group = forest.ref(account, Attribute.PRIMARY_GROUP);
        return group < 0 ? -1 : forest.rid(group);
    }

    IntStream privilegedUsers() {
        return privileged.members().stream()
                .filter(it ->
                        forest.kind(it) == Kind.USER && forest.described(it) && !forest.is(it, Attribute.DELETED));
    }

    IntStream enabledPrivilegedUsers() {
        return privilegedUsers().filter(this::enabled);
    }

    /// Whole days since a moment; empty where it was not read or never was.
    OptionalLong days(int object, Attribute attribute) {
        var moment = forest.moment(object, attribute);
        return moment.isEmpty() || moment.get().equals(Forest.NEVER)
                ? OptionalLong.empty()
                : OptionalLong.of(Duration.between(moment.get(), asOf).toDays());
    }

    boolean older(int object, Attribute attribute, int days) {
        return days(object, attribute).orElse(-1) > days;
    }

    String since(int object, Attribute attribute) {
        var moment = forest.moment(object, attribute);
        var date = moment.filter(it -> !it.equals(Forest.NEVER))
                .map(it -> LocalDate.ofInstant(it, ZoneOffset.UTC).toString())
                .orElse("–");
        return attribute.label() + " " + date;
    }

    Stream<Finding> findings(IntStream objects, IntPredicate failing, IntFunction<String> proof, int level) {
        return objects.filter(failing).mapToObj(it -> new Finding(it, proof.apply(it), level));
    }

    /// What an ordinary principal controls: at level 1 by itself, at level 2 under a condition.
    Stream<Finding> controlled(IntStream objects) {
        return objects.boxed()
                .flatMap(object ->
                        controllers.of(object).stream().map(it -> new Finding(object, proof(it), it.level())));
    }

    Stream<Finding> controlled(IntStream objects, int level) {
        return controlled(objects).map(it -> new Finding(it.object(), it.proof(), level));
    }

    Stream<Controllers.Control> ordinaryHolders(int object, Set<Right> rights) {
        return controllers.holding(object, rights).stream();
    }

    Stream<Controllers.Control> ordinaryControllers(int object) {
        return controllers.of(object).stream();
    }

    String proof(Controllers.Control control) {
        return control.right() + " ← " + forest.name(control.principal()) + (control.inherited() ? " (inherited)" : "");
    }

    boolean named(int object, String prefix) {
        return forest.text(object, Attribute.DN)
                .filter(it -> it.regionMatches(true, 0, prefix, 0, prefix.length()))
                .isPresent();
    }

    boolean below(int object, String part) {
        return forest.text(object, Attribute.DN)
                .filter(it -> it.toUpperCase(Locale.ROOT).contains(part))
                .isPresent();
    }

    boolean ofClass(int object, String name) {
        return forest.text(object, Attribute.OBJECT_CLASS)
                .filter(name::equalsIgnoreCase)
                .isPresent();
    }

    /// The containers above an object, nearest first, its domain last.
    IntStream above(int object) {
        var seen = new BitSet();
        return IntStream.iterate(forest.container(object), it -> it >= 0 && !seen.get(it), it -> {
            seen.set(it);
            return forest.container(it);
        });
    }
}
