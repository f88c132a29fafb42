package org.asepsie.app.schedule;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.plan.Means;
import org.asepsie.engine.plan.Role;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.Measure.Skill;
import org.asepsie.knowledge.PlanningBasis;

/// What an establishment can give to its plan.
///
/// @param quarters how far it looks, 8 or 12
/// @param days working days of a whole quarter, by role
/// @param euros money of a calendar year
/// @param eurosFirst what is left of the first calendar year; empty: its share of a whole one
/// @param said whether somebody said so; otherwise kind and size did
public record OwnMeans(int quarters, Map<Skill, Double> days, long euros, OptionalLong eurosFirst, boolean said) {
    public static final double MOST_DAYS = 1_000;
    public static final long MOST_EUROS = 100_000_000;
    public static final List<Integer> HORIZONS = List.of(8, 12);
    private static final int USUAL_HORIZON = 12;
    private static final int QUARTERS_A_YEAR = 4;

    public OwnMeans {
        if (!HORIZONS.contains(quarters)) {
            throw new IllegalArgumentException("a plan looks 8 or 12 quarters ahead, not %d".formatted(quarters));
        }
        var copy = new EnumMap<Skill, Double>(Skill.class);
        for (var role : Skill.values()) {
            var given = days.getOrDefault(role, 0.0);
            if (!(given >= 0 && given <= MOST_DAYS)) {
                throw new IllegalArgumentException("%s: 0 to 1000 days a quarter, not %s".formatted(role, given));
            }
            copy.put(role, given);
        }
        days = Collections.unmodifiableMap(copy);
        if (euros < 0 || euros > MOST_EUROS) {
            throw new IllegalArgumentException("0 to 100,000,000 euros a year, not %d".formatted(euros));
        }
    }

    /// What the knowledge proposes for an establishment that has said nothing.
    static OwnMeans usual(PlanningBasis basis, Category.Family family, int places) {
        var days = new EnumMap<Skill, Double>(Skill.class);
        var usual = basis.usual(family);
        usual.ifPresent(it -> {
            for (var role : Skill.values()) {
                days.put(role, it.days(role, places));
            }
        });
        var euros = usual.map(it -> Math.round(it.euros(places))).orElse(0L);
        return new OwnMeans(USUAL_HORIZON, days, euros, OptionalLong.empty(), false);
    }

    public double day(Skill role) {
        return Optional.ofNullable(days.get(role)).orElse(0.0);
    }

    /// As the engine counts: of the quarter that has begun, only the share that is left, to the half day below.
    ///
    /// @param left of the first quarter, 0 to 1
    Means from(Quarter start, double left) {
        var perRole = new TreeMap<Role, List<Double>>();
        days.forEach((role, whole) -> perRole.put(role(role), List.of(Math.floor(2 * whole * left) / 2, whole)));
        var inFirstYear = QUARTERS_A_YEAR + 1 - start.number();
        var first = eurosFirst.isPresent()
                ? (double) eurosFirst.getAsLong()
                : Math.floor(euros * (inFirstYear - 1 + left) / QUARTERS_A_YEAR);
        return new Means(perRole, List.of(first, (double) euros), inFirstYear);
    }

    static Role role(Skill skill) {
        return new Role(skill.name().toLowerCase(Locale.ROOT));
    }

    public static Skill skill(Role role) {
        return Skill.valueOf(role.id().toUpperCase(Locale.ROOT));
    }
}
