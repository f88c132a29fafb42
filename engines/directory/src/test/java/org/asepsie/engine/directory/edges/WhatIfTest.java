package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.KeptForest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What removals would do is what a forest without them shows: compared on small forests drawn at random, with random
/// sets of changes, each forest also as it was kept and opened again.
class WhatIfTest {
    private static final List<String> USERS = List.of("U-1", "U-2", "U-3", "U-4", "U-5");
    private static final List<String> GROUPS = List.of("G-1", "G-2", "G-3", "G-4", "SHORE-512");
    private static final List<String> HOSTS = List.of("H-1", "H-2");
    private static final List<String> UNITS = List.of("OU-1", "OU-2");
    private static final List<Right> RIGHTS = List.of(
            Right.GENERIC_ALL,
            Right.FORCE_CHANGE_PASSWORD,
            Right.ADD_MEMBER,
            Right.WRITE_DACL,
            Right.WRITE_OWNER,
            Right.GET_CHANGES,
            Right.GET_CHANGES_ALL,
            Right.ENROLL);
    private static final int SETS = 6;

    /// Something an administrator can take away: how it is drawn, and what it is called.
    private record Piece(Remedy.Kind kind, String subject, String object, Consumer<Sketch> drawn) {
        String name() {
            return kind + " " + subject + " " + object;
        }
    }

    static Stream<Integer> seeds() {
        return IntStream.range(0, 300).boxed();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithAForestDrawnWithoutWhatWasRemoved(int seed) {
        var lots = new Random(seed);
        var pieces = pieces(lots);
        var whole = drawn(pieces);
        var kept = KeptForest.open(KeptForest.close(whole));
        for (var set = 0; set < SETS; set++) {
            var gone = pieces.stream()
                    .map(Piece::name)
                    .filter(_ -> lots.nextInt(4) == 0)
                    .collect(Collectors.toSet());
            var done = pieces.stream()
                    .filter(it -> gone.contains(it.name()))
                    .map(it -> new Remedy(it.kind, find(whole, it.subject), find(whole, it.object)))
                    .collect(Collectors.toSet());
            var fresh = drawn(
                    pieces.stream().filter(it -> !gone.contains(it.name())).toList());

            var wanted = exposed(fresh, Set.of());
            assertThat(exposed(whole, done)).as(() -> String.join(", ", gone)).isEqualTo(wanted);
            assertThat(exposed(kept, done)).isEqualTo(wanted);
        }
    }

    private static List<Piece> pieces(Random lots) {
        var pieces = new ArrayList<Piece>();
        for (var left = 6 + lots.nextInt(14); left > 0; left--) {
            piece(lots).ifPresent(pieces::add);
        }
        return pieces;
    }

    private static Optional<Piece> piece(Random lots) {
        var user = one(USERS, lots);
        var host = one(HOSTS, lots);
        var someone = lots.nextBoolean() ? user : one(GROUPS, lots);
        return Optional.of(
                        switch (lots.nextInt(9)) {
                            case 0, 1 -> member(someone, one(GROUPS, lots));
                            case 2 -> entry(someone, one(RIGHTS, lots), one(USERS, lots));
                            case 3 -> entry(someone, one(RIGHTS, lots), one(GROUPS, lots));
                            case 4 ->
                                entry(someone, lots.nextBoolean() ? Right.GET_CHANGES : Right.GET_CHANGES_ALL, "SHORE");
                            case 5 -> entry(someone, lots.nextBoolean() ? Right.ENROLL : Right.GENERIC_ALL, "CARD");
                            case 6 ->
                                new Piece(
                                        Remedy.Kind.SESSION, host, user, it -> it.list(host, Attribute.SESSIONS, user));
                            case 7 -> handedDown(someone, one(RIGHTS, lots), one(UNITS, lots));
                            default -> entry(someone, Right.GENERIC_ALL, host);
                        })
                .filter(it -> !it.subject.equals(it.object));
    }

    private static Piece member(String member, String group) {
        return new Piece(Remedy.Kind.MEMBERSHIP, member, group, it -> it.member(member, group));
    }

    private static Piece entry(String trustee, Right right, String object) {
        return new Piece(Remedy.Kind.ENTRY, trustee, object, it -> it.may(trustee, right, object));
    }

    /// From a unit to all accounts inside it.
    private static Piece handedDown(String trustee, Right right, String unit) {
        return new Piece(Remedy.Kind.ENTRY, trustee, unit, it -> {
            it.may(trustee, right, unit);
            inside(unit).forEach(child -> it.inherits(trustee, right, child));
        });
    }

    private static List<String> inside(String unit) {
        return unit.equals("OU-1") ? List.of("U-1", "U-2", "H-1") : List.of("U-3", "U-4", "H-2");
    }

    private static Forest drawn(List<Piece> pieces) {
        var sketch = new Sketch()
                .users(USERS.toArray(String[]::new))
                .groups(GROUPS.toArray(String[]::new))
                .computers(HOSTS.toArray(String[]::new))
                .units(UNITS.toArray(String[]::new))
                .object(Kind.GROUP, "LOCKED")
                .template("CARD", 1, 0)
                .authority("CA", "CARD")
                .may("G-1", Right.ENROLL, "CA")
                .users("ADMIN")
                .member("ADMIN", "SHORE-512");
        UNITS.forEach(unit -> sketch.inside(unit, inside(unit).toArray(String[]::new)));
        Stream.of(USERS, GROUPS, HOSTS, UNITS, List.of("SHORE", "CARD", "CA"))
                .flatMap(List::stream)
                .forEach(it -> sketch.with(it, described -> described.descriptor(false)));
        pieces.forEach(it -> it.drawn.accept(sketch));
        return sketch.forest();
    }

    private static Set<String> exposed(Forest forest, Set<Remedy> done) {
        return AttackSurface.of(forest, done).exposed().stream()
                .mapToObj(forest::id)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static int find(Forest forest, String name) {
        return forest.find(name.startsWith("SHORE") ? Sketch.SHORE + name.substring(5) : name);
    }

    private static <T> T one(List<T> of, Random lots) {
        return of.get(lots.nextInt(of.size()));
    }
}
