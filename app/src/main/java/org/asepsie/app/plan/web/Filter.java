package org.asepsie.app.plan.web;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Advice;
import org.asepsie.knowledge.Measure;

/// Which lines of a plan a person wants to see, and in which order. Empty strings ask for nothing.
public record Filter(String owner, String status, String family, String sort) {
    public static final List<String> FAMILIES = List.of("seg", "ad", "hab", "phi", "inc", "none");
    public static final List<String> SORTS = List.of("rank", "due", "days", "cost", "owner");
    public static final List<String> STATUSES = List.of("proposed", "planned", "under-way", "late");
    /// Stands for "nobody yet" among the owners.
    public static final String NOBODY = "-";

    boolean keeps(Action action, LocalDate today) {
        var named = action.wish().owner();
        var byOwner = owner.isEmpty() || named.equals(owner) || (owner.equals(NOBODY) && named.isEmpty());
        var byStatus = status.isEmpty()
                || (status.equals("late")
                        ? action.lateOn(today)
                        : action.wish().status().code().equals(status));
        return byOwner && byStatus && (family.isEmpty() || family(action).equals(family));
    }

    public boolean active() {
        return !(owner + status + family).isEmpty();
    }

    Comparator<Action> order() {
        Comparator<Action> wanted = switch (sort) {
            case "due" -> Comparator.comparing(it -> it.due().orElse(LocalDate.MAX));
            case "days" -> Comparator.comparing(it -> it.effort().days().middle());
            case "cost" -> Comparator.comparing(it -> it.effort().euros().middle());
            case "owner" ->
                Comparator.comparing(
                        it -> it.wish().owner().isEmpty() ? "\uffff" : it.wish().owner());
            default -> Comparator.comparing(Action::rank);
        };
        return wanted.thenComparing(Action::rank);
    }

    static String family(Action action) {
        var measure = switch (action.advice()) {
            case Advice.Carry(var it, var _) -> Optional.of(it);
            case Advice.Keep(var it, var _) -> Optional.of(it);
            case Advice.FindOut _,
                    Advice.Advance _,
                    Advice.Renew _,
                    Advice.Answer _,
                    Advice.Review _,
                    Advice.Found _,
                    Advice.Forgotten _ -> Optional.<Measure>empty();
        };
        return measure.map(it -> it.place().anap().name().toLowerCase(Locale.ROOT))
                .orElse("none");
    }
}
