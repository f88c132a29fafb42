package org.asepsie.app.schedule.web;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Page;
import org.asepsie.app.schedule.OwnMeans;
import org.asepsie.knowledge.Measure.Skill;

/// What a person typed about their means, before it is known to make sense.
///
/// @param days as typed, by role
/// @param errors the fields that must be mended; their sentence is a wording key
public record MeansForm(
        String quarters, Map<Skill, String> days, String euros, String eurosFirst, List<FieldError> errors) {

    static MeansForm of(OwnMeans means, Page page) {
        var days = new EnumMap<Skill, String>(Skill.class);
        for (var role : Skill.values()) {
            days.put(role, page.number(means.day(role), 1));
        }
        return new MeansForm(
                Integer.toString(means.quarters()),
                days,
                page.number(means.euros(), 0),
                means.eurosFirst().isPresent() ? page.number(means.eurosFirst().getAsLong(), 0) : "",
                List.of());
    }

    static MeansForm typed(Map<String, String> fields) {
        var days = new EnumMap<Skill, String>(Skill.class);
        for (var role : Skill.values()) {
            days.put(role, fields.getOrDefault(field(role), "").strip());
        }
        return new MeansForm(
                fields.getOrDefault("quarters", "").strip(),
                days,
                fields.getOrDefault("euros", "").strip(),
                fields.getOrDefault("eurosFirst", "").strip(),
                List.of());
    }

    public static String field(Skill role) {
        return "days-" + role.name().toLowerCase(Locale.ROOT);
    }

    public String day(Skill role) {
        return Optional.ofNullable(days.get(role)).orElse("");
    }

    public String error(String field, Page page) {
        return errors.stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .map(it -> page.say(it.sentence()))
                .orElse("");
    }

    public List<FieldError> said(Page page) {
        return errors.stream()
                .map(it -> new FieldError(it.field(), page.say(it.sentence())))
                .toList();
    }

    /// The same with what is wrong with it.
    MeansForm checked() {
        var wrong = new ArrayList<FieldError>();
        var none = true;
        for (var role : Skill.values()) {
            var given = number(day(role), OwnMeans.MOST_DAYS);
            none &= given.filter(it -> it > 0).isEmpty();
            if (given.isEmpty()) {
                wrong.add(new FieldError(field(role), "schedule.means.days.wrong"));
            }
        }
        if (wrong.isEmpty() && none) {
            wrong.add(new FieldError(field(Skill.DIRECTION), "schedule.means.days.none"));
        }
        if (number(euros, OwnMeans.MOST_EUROS).isEmpty()) {
            wrong.add(new FieldError("euros", "schedule.means.euros.wrong"));
        }
        if (!eurosFirst.isEmpty() && number(eurosFirst, OwnMeans.MOST_EUROS).isEmpty()) {
            wrong.add(new FieldError("eurosFirst", "schedule.means.euros.wrong"));
        }
        if (OwnMeans.HORIZONS.stream().noneMatch(it -> quarters.equals(Integer.toString(it)))) {
            wrong.add(new FieldError("quarters", "schedule.means.quarters.wrong"));
        }
        return new MeansForm(quarters, days, euros, eurosFirst, wrong);
    }

    /// Only for a form without mistakes.
    OwnMeans means() {
        var given = new EnumMap<Skill, Double>(Skill.class);
        for (var role : Skill.values()) {
            given.put(role, number(day(role), OwnMeans.MOST_DAYS).orElseThrow());
        }
        return new OwnMeans(
                Integer.parseInt(quarters),
                given,
                Math.round(number(euros, OwnMeans.MOST_EUROS).orElseThrow()),
                eurosFirst.isEmpty()
                        ? OptionalLong.empty()
                        : OptionalLong.of(Math.round(
                                number(eurosFirst, OwnMeans.MOST_EUROS).orElseThrow())),
                true);
    }

    /// `1 200,50` as a French hand writes it, `1,200` as an English one does: a comma before three figures groups.
    static Optional<Double> number(String typed, double most) {
        var close = typed.replaceAll("[\\s\\u00a0\\u202f€]", "");
        var grouped = close.matches("[1-9]\\d{0,2}(,\\d{3})+(\\.\\d+)?");
        var plain = grouped ? close.replace(",", "") : close.replace(',', '.');
        if (!plain.matches("\\d{1,9}(\\.\\d{1,6})?")) {
            return Optional.empty();
        }
        return Optional.of(Double.parseDouble(plain)).filter(it -> it <= most);
    }
}
