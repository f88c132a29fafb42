package org.asepsie.knowledge;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What an establishment of some kind may give to its plan, to start from until it says better. Our own proposal.
///
/// @param days working days a quarter, by role
/// @param euros money a year
public record UsualMeans(List<Category.Family> families, Map<Measure.Skill, Share> days, Money euros, Source source) {
    private static final double MOST = 1_000_000;

    public UsualMeans {
        families = List.copyOf(families);
        days = Collections.unmodifiableMap(new EnumMap<>(days));
    }

    /// @param placesPerDay one day for each so many places, never below `least`
    public record Share(double least, double placesPerDay) {
        double of(int places) {
            return Math.max(least, Math.round(places / placesPerDay));
        }
    }

    public record Money(double least, double perPlace) {
        double of(int places) {
            return Math.max(least, 100.0 * Math.round(places * perPlace / 100));
        }
    }

    /// Whole days a quarter for an establishment of that size.
    public double days(Measure.Skill role, int places) {
        var share = days.get(role);
        return share == null ? 0 : share.of(places);
    }

    /// Euros a year, in hundreds.
    public double euros(int places) {
        return euros.of(places);
    }

    static UsualMeans read(Fields in) {
        var days = new EnumMap<Measure.Skill, Share>(Measure.Skill.class);
        var block = in.block("days");
        for (var role : Measure.Skill.values()) {
            var name = role.name().toLowerCase(Locale.ROOT);
            if (block.has(name)) {
                var share = block.block(name);
                days.put(role, new Share(share.decimal("least", 0, MOST), share.decimal("placesPerDay", 1, MOST)));
                share.close();
            }
        }
        block.close();
        var euros = in.block("euros");
        var money = new Money(euros.decimal("least", 0, MOST), euros.decimal("perPlace", 0, MOST));
        euros.close();
        var usual = new UsualMeans(
                in.words("families", Category.Family.class), days, money, Source.read(in.block("source")));
        in.close();
        return usual;
    }
}
