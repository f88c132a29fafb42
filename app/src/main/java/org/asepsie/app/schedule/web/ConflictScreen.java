package org.asepsie.app.schedule.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.HandMove;
import org.asepsie.app.schedule.Schedule;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.plan.Conflict;
import org.asepsie.engine.plan.Conflict.Constraint;
import org.asepsie.engine.plan.Role;
import org.asepsie.engine.plan.Wish;
import org.asepsie.knowledge.Measure.Skill;
import org.asepsie.knowledge.Rule;

/// What cannot hold together, and how each of it could give.
public record ConflictScreen(Basis basis, List<Item> items, boolean steers) {

    /// One constraint in the conflict, in the order to think about it.
    public sealed interface Item {
        record Days(Skill role, double given, double more) implements Item {}

        record Euros(long given, double more) implements Item {}

        /// @param at the first quarter, later than wished, that would do
        record Due(MeasureId measure, String because, Optional<Quarter> at) implements Item {}

        record Pinned(MeasureId measure, Quarter quarter, Optional<Quarter> at) implements Item {}

        record Moved(MeasureId measure, HandMove.Kind kind) implements Item {}

        /// Asked by a rule of law or of a programme.
        record Required(MeasureId measure, String rule) implements Item {}

        /// Not retained on the list of actions.
        record Dismissed(MeasureId measure) implements Item {}
    }

    static ConflictScreen of(Schedule.Conflicting conflicting, boolean steers) {
        var basis = conflicting.basis();
        return new ConflictScreen(
                basis,
                conflicting.conflict().remedies().stream()
                        .map(it -> item(basis, it))
                        .toList(),
                steers);
    }

    private static Item item(Basis basis, Conflict.Remedy remedy) {
        var more = remedy.more().orElse(0.0);
        var at = remedy.quarter().isPresent()
                ? Optional.of(basis.quarter(remedy.quarter().getAsInt()))
                : Optional.<Quarter>empty();
        return switch (remedy.constraint()) {
            case Constraint.Days(Role role) -> {
                var skill = org.asepsie.app.schedule.OwnMeans.skill(role);
                yield new Item.Days(skill, basis.means().day(skill), more);
            }
            case Constraint.Euros() -> new Item.Euros(basis.means().euros(), more);
            case Constraint.Wished(var wish) -> item(basis, wish, at);
        };
    }

    private static Item item(Basis basis, Wish wish, Optional<Quarter> at) {
        return switch (wish) {
            case Wish.Due(var measure, var _, var because) -> new Item.Due(measure, because, at);
            case Wish.Pin(var measure, var quarter) -> new Item.Pinned(measure, basis.quarter(quarter), at);
            case Wish.Force(var measure) ->
                basis.move(measure).isPresent()
                        ? new Item.Moved(measure, HandMove.Kind.FORCED)
                        : new Item.Required(measure, rule(basis, measure));
            case Wish.Ordered(var measure) -> new Item.Moved(measure, HandMove.Kind.ORDERED);
            case Wish.Exclude(var measure) ->
                basis.move(measure).isPresent()
                        ? new Item.Moved(measure, HandMove.Kind.REFUSED)
                        : new Item.Dismissed(measure);
        };
    }

    private static String rule(Basis basis, MeasureId measure) {
        var id = Optional.ofNullable(basis.required().get(measure)).orElse("");
        return basis.catalogue().surroundings().rules().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(Rule::duty)
                .flatMap(Rule.Duty::legalBase)
                .orElse(id);
    }
}
