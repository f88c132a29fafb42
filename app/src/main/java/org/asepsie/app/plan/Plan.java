package org.asepsie.app.plan;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asepsie.app.facility.Facility;

/// The plan of one facility on one day: everything proposed and everything decided, in the order in which to act.
public record Plan(Facility facility, LocalDate today, Capacity capacity, List<Action> actions) {
    /// A small action: done within a day, next to nothing to buy.
    private static final double SMALL_DAYS = 1;

    private static final int SMALL_BAND = 1;

    public Plan {
        actions = List.copyOf(actions);
    }

    /// @param days the middle of the range, added up
    /// @param eurosLow added up over the cheap cases, `eurosHigh` over the dear ones
    public record Sum(int actions, double days, long eurosLow, long eurosHigh) {
        static Sum of(List<Action> actions) {
            return new Sum(
                    actions.size(),
                    actions.stream()
                            .mapToDouble(it -> it.effort().days().middle())
                            .sum(),
                    Math.round(actions.stream()
                            .mapToDouble(it -> it.effort().euros().low())
                            .sum()),
                    Math.round(actions.stream()
                            .mapToDouble(it -> it.effort().euros().high())
                            .sum()));
        }
    }

    /// What one quarter holds.
    public record Share(Quarter quarter, List<Action> actions) {
        public Share {
            actions = List.copyOf(actions);
        }

        public Sum sum() {
            return Sum.of(actions);
        }
    }

    public Quarter quarter() {
        return Quarter.of(today);
    }

    public Optional<Action> find(ActionId id) {
        return actions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public List<Action> at(Action.Stage stage) {
        return actions.stream().filter(it -> it.stage() == stage).toList();
    }

    /// What is left to do, by rank.
    public List<Action> open() {
        return at(Action.Stage.OPEN);
    }

    /// What is left to do, quarter by quarter.
    public List<Share> shares() {
        SortedMap<Quarter, List<Action>> shares = open().stream()
                .collect(
                        Collectors.groupingBy(it -> it.quarter().orElse(quarter()), TreeMap::new, Collectors.toList()));
        return shares.entrySet().stream()
                .map(it -> new Share(it.getKey(), it.getValue()))
                .toList();
    }

    public Sum sum() {
        return Sum.of(open());
    }

    /// The actions to begin with: small ones first, each in the order of the plan.
    public List<Action> first(int most) {
        return open().stream()
                .sorted(Comparator.comparing((Action it) -> !small(it)).thenComparing(Action::rank))
                .limit(most)
                .sorted(Comparator.comparing(Action::rank))
                .toList();
    }

    private static boolean small(Action action) {
        return action.effort().days().middle() <= SMALL_DAYS && action.effort().band() <= SMALL_BAND;
    }
}
