package org.asepsie.engine.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// Why what must be done cannot be: constraints that cannot all hold, while any all but one of them can.
///
/// The set is irreducible, and the smallest that three orders of removal found. Where several conflicts
/// exist, mending one shows the next.
public record Conflict(List<Remedy> remedies) {
    public Conflict {
        remedies = List.copyOf(remedies);
    }

    public sealed interface Constraint {
        /// The days of a role.
        record Days(Role role) implements Constraint {}

        /// The money.
        record Euros() implements Constraint {}

        record Wished(Wish wish) implements Constraint {}
    }

    /// A constraint in the conflict and how far it alone would have to give.
    ///
    /// @param more days or euros that are short at the worst moment; empty for a wish
    /// @param quarter the first quarter, later than wished, that would do; empty where only giving it up
    ///     would do
    public record Remedy(Constraint constraint, Optional<Double> more, OptionalInt quarter) {}

    /// @param request one that is not feasible
    static Conflict in(Request request) {
        var all = new ArrayList<Constraint>();
        Stream.concat(
                        request.means().days().keySet().stream(),
                        request.situation().tasks().stream().flatMap(it -> it.days().keySet().stream()))
                .distinct()
                .sorted()
                .map(Constraint.Days::new)
                .forEach(all::add);
        all.add(new Constraint.Euros());
        request.wishes().stream().distinct().map(Constraint.Wished::new).forEach(all::add);
        var backwards = new ArrayList<>(all);
        Collections.reverse(backwards);
        var inward = new ArrayList<Constraint>();
        for (var i = 0; i < all.size(); i++) {
            inward.add(i % 2 == 0 ? all.get(i / 2) : all.get(all.size() - 1 - i / 2));
        }
        var found = Stream.of(all, backwards, inward)
                .map(it -> irreducible(request, it))
                .min(java.util.Comparator.comparingInt(List::size))
                .orElseThrow();
        return new Conflict(all.stream()
                .filter(found::contains)
                .map(it -> remedy(request, found, it))
                .toList());
    }

    private static List<Constraint> irreducible(Request request, List<Constraint> order) {
        var kept = new ArrayList<>(order);
        for (var constraint : order) {
            var without = new ArrayList<>(kept);
            without.remove(constraint);
            if (!Windows.feasible(under(request, without))) {
                kept = without;
            }
        }
        return kept;
    }

    /// The request with only these constraints: others are lifted, means that are not among them are ample.
    static Request under(Request request, List<Constraint> constraints) {
        var wishes = request.wishes().stream()
                .filter(it -> constraints.contains(new Constraint.Wished(it)))
                .toList();
        var days = new java.util.TreeMap<Role, List<Double>>();
        for (var task : request.situation().tasks()) {
            for (var role : task.days().keySet()) {
                days.put(
                        role,
                        constraints.contains(new Constraint.Days(role))
                                ? request.means().days().getOrDefault(role, List.of(0.0))
                                : List.of(1e9));
            }
        }
        var euros =
                constraints.contains(new Constraint.Euros()) ? request.means().euros() : List.of(1e9);
        return request.with(wishes).with(new Means(days, euros, request.means().quartersInFirstYear()));
    }

    private static Remedy remedy(Request request, List<Constraint> found, Constraint constraint) {
        var others = found.stream().filter(it -> !it.equals(constraint)).toList();
        var under = under(request, found);
        var instance = new Instance(under);
        var windows = new Windows(instance, under);
        return switch (constraint) {
            case Constraint.Days(var role) ->
                new Remedy(
                        constraint,
                        Optional.of(windows.daysShort(instance.roles.indexOf(role)) / 100.0),
                        OptionalInt.empty());
            case Constraint.Euros() ->
                new Remedy(constraint, Optional.of((double) windows.eurosShort()), OptionalInt.empty());
            case Constraint.Wished(var wish) ->
                new Remedy(constraint, Optional.empty(), later(under(request, others), wish));
        };
    }

    private static OptionalInt later(Request without, Wish wish) {
        return switch (wish) {
            case Wish.Pin(var measure, var quarter) -> first(without, quarter, it -> new Wish.Pin(measure, it));
            case Wish.Due(var measure, var quarter, var because) ->
                first(without, quarter, it -> new Wish.Due(measure, it, because));
            case Wish.Force _, Wish.Ordered _, Wish.Exclude _ -> OptionalInt.empty();
        };
    }

    private static OptionalInt first(Request without, int after, java.util.function.IntFunction<Wish> at) {
        for (var quarter = after + 1; quarter < without.horizon().quarters(); quarter++) {
            var wishes = new ArrayList<>(without.wishes());
            wishes.add(at.apply(quarter));
            if (Windows.feasible(without.with(wishes))) {
                return OptionalInt.of(quarter);
            }
        }
        return OptionalInt.empty();
    }
}
