package org.asepsie.app.schedule.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.web.PlanWords;
import org.asepsie.app.schedule.Basis;
import org.asepsie.app.schedule.Blow;
import org.asepsie.app.schedule.Expected;
import org.asepsie.app.schedule.OwnMeans;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.plan.Plan;
import org.asepsie.engine.plan.Proof;
import org.asepsie.engine.plan.Reason;
import org.asepsie.engine.plan.Role;
import org.asepsie.knowledge.Measure.Skill;
import org.asepsie.knowledge.Text;

/// Says a plan by quarter in the words of the page's language, harm in words of care.
public record ScheduleWords(Page page, Basis basis) {
    private static final int QUARTERS_A_YEAR = 4;
    /// Beyond this the bound says more about the time it was given than about the plan.
    private static final double WIDE = 0.05;

    public String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }

    public String title(MeasureId measure) {
        return basis.catalogue().measure(measure).map(it -> text(it.title())).orElse(measure.value());
    }

    public String titles(List<MeasureId> measures) {
        return measures.stream()
                .map(it -> page.say("schedule.quoted", title(it)))
                .collect(Collectors.joining(", "));
    }

    public String why(MeasureId measure) {
        return text(basis.measure(measure).why());
    }

    public String quarter(Quarter quarter) {
        return new PlanWords(page, basis.today()).quarter(quarter);
    }

    public String quarter(int number) {
        return quarter(basis.quarter(number));
    }

    public String date(LocalDate day) {
        return page.date(day);
    }

    public String role(Skill role) {
        return page.say("schedule.role." + role.name().toLowerCase(Locale.ROOT));
    }

    public String role(Role role) {
        return role(OwnMeans.skill(role));
    }

    /// « 3,5 jours », to the half day.
    public String days(double days) {
        var half = Math.round(2 * days) / 2.0;
        return page.say(half <= 1 ? "schedule.days.one" : "schedule.days", page.number(half, 1));
    }

    /// « direction 2, informatique 4,5 »; nothing for roles without days.
    public String perRole(Map<Role, Double> days) {
        var parts = new ArrayList<String>();
        for (var role : Skill.values()) {
            var used = days.entrySet().stream()
                    .filter(it -> OwnMeans.skill(it.getKey()) == role)
                    .mapToDouble(Map.Entry::getValue)
                    .sum();
            if (used >= 0.25) {
                parts.add(role(role) + " " + page.number(Math.round(2 * used) / 2.0, 1));
            }
        }
        return String.join(", ", parts);
    }

    public String euros(double amount) {
        return page.euros(Math.round(amount));
    }

    /// « 320 heures de soins », « 40 minutes de soins »: two figures that count, the model knows no more.
    public String hours(double hours) {
        if (hours < 1 / 60.0) {
            return page.say("schedule.hours.less");
        }
        if (hours < 0.95) {
            var minutes = round(60 * hours);
            return page.say(minutes <= 1 ? "schedule.minutes.one" : "schedule.minutes", page.number(minutes, 0));
        }
        var shown = round(hours);
        return page.say(shown == 1 ? "schedule.hours.one" : "schedule.hours", page.number(shown, 0));
    }

    /// What the average hides: most years nothing happens, and once it does, this much goes.
    public String blow(Blow blow) {
        var threat = basis.catalogue().surroundings().threats().scenarios().stream()
                .filter(it -> it.id().equals(blow.threat()))
                .findFirst()
                .map(it -> text(it.title()))
                .orElse(blow.threat());
        return page.say("schedule.blow", threat, hours(blow.harm().careHours()));
    }

    /// « 4 % »: a share of what the plan avoids, from 0 to 1.
    public String share(double share) {
        var percent = 100 * share;
        return page.say("schedule.percent", page.number(percent, percent < 9.5 ? 1 : 0));
    }

    public String records(double records) {
        if (records < 1) {
            return page.say("schedule.records.less");
        }
        var shown = round(records);
        return page.say(shown == 1 ? "schedule.records.one" : "schedule.records", page.number(shown, 0));
    }

    public String number(double value) {
        return page.number(round(value), 0);
    }

    /// To two figures that count, and to whole ones.
    static double round(double value) {
        if (Math.abs(value) < 10) {
            return Math.round(value);
        }
        var unit = Math.pow(10, Math.floor(Math.log10(Math.abs(value))) - 1);
        return unit * Math.round(value / unit);
    }

    /// How long the figures run: the plan and the year after it.
    public String span() {
        return page.say("schedule.span." + basis.means().quarters() / QUARTERS_A_YEAR);
    }

    public String proof(Proof proof) {
        if (proof.optimal()) {
            return page.say("schedule.proof.best");
        }
        return switch (proof.method()) {
            case LOOSE -> page.say("schedule.proof.loose", least(proof.gap()));
            case EXHAUSTIVE, BRANCH_AND_CUT, BOUND ->
                page.say(proof.gap() > WIDE ? "schedule.proof.wide" : "schedule.proof.gap", least(proof.gap()));
        };
    }

    /// The share of what any plan could avoid that this one surely avoids, never rounded up.
    public String least(double gap) {
        return page.number(Math.floor(1000 * (1 - gap)) / 10, 1);
    }

    /// Why it does not finish sooner.
    public String held(Reason reason, int finish) {
        return switch (reason.held()) {
            case Reason.Held.ByItsLength(var quarters) ->
                quarters == 1
                        ? page.say("schedule.held.first")
                        : page.say("schedule.held.length", Integer.toString(quarters));
            case Reason.Held.ByPrerequisite(var measure) -> page.say("schedule.held.prerequisite", title(measure));
            case Reason.Held.ByDays(var role) -> page.say("schedule.held.days", role(role));
            case Reason.Held.ByMoney() -> page.say("schedule.held.money");
            case Reason.Held.ByDecision() -> page.say("schedule.held.decision", quarter(finish));
        };
    }

    /// What comes back without it: the hours count all consequences, as the share does, or the two would not agree.
    public String skipped(Reason reason, Plan plan) {
        var harm = reason.skipped();
        var share = harm.weighed() / Math.max(1e-9, plan.avoided().weighed());
        var lost = harm.records() < 0.95
                ? page.say("schedule.skip.hours", share(share), hours(harm.weighed()), span())
                : page.say("schedule.skip", share(share), hours(harm.weighed()), records(harm.records()), span());
        return reason.with().isEmpty() ? lost : lost + " " + page.say("schedule.skip.with", titles(reason.with()));
    }

    public String waited(Reason reason, Plan plan) {
        var share = reason.waited() / Math.max(1e-9, plan.avoided().weighed());
        return share < 0.001
                ? page.say("schedule.wait.little")
                : page.say("schedule.wait", hours(reason.waited()), share(share));
    }

    /// « 3 jours (informatique), 900 € ».
    public String takes(double days, Role role, double euros) {
        var work = page.say("schedule.takes.days", days(days), role(role));
        return euros < 1 ? work : page.say("schedule.takes.both", work, euros(euros));
    }

    /// « 4 actions, 12 jours, 1 200 € ».
    public String sum(ScheduleScreen.Part part) {
        var count = part.rows().size();
        return page.say(
                "schedule.sum",
                page.say(count <= 1 ? "schedule.sum.one" : "schedule.sum.many", Integer.toString(count)),
                days(part.allDays()),
                euros(part.euros()));
    }

    /// Who works how long in a quarter, and what is left of the means by its end.
    public String used(ScheduleScreen.Part part) {
        var used = perRole(part.days());
        var spare = perRole(part.spare());
        return (used.isEmpty() ? page.say("schedule.used.none") : page.say("schedule.used", used)) + " "
                + (spare.isEmpty()
                        ? page.say("schedule.spare.money", euros(part.eurosSpare()))
                        : page.say("schedule.spare", spare, euros(part.eurosSpare())));
    }

    public String whyRefused(MeasureId measure) {
        if (basis.move(measure).isPresent()) {
            return page.say("schedule.refused.here");
        }
        return page.say(
                basis.dismissed().contains(measure) ? "schedule.refused.list" : "schedule.refused.prerequisite");
    }

    public String topic(TopicId topic) {
        return basis.catalogue().topic(topic).map(it -> text(it.label())).orElse(topic.value());
    }

    /// « T1 2027 », under a drawing.
    public String shortQuarter(Quarter quarter) {
        return page.say("schedule.quarter.short", Integer.toString(quarter.number()), Integer.toString(quarter.year()));
    }

    /// « 2,1 (de 0,9 à 2,8) »: the level as said, and the band around it; the level alone where nothing else is known.
    public String levels(Expected.After after) {
        var low = page.level(after.levels().low());
        var high = page.level(after.levels().high());
        var said = page.level(after.score());
        return low.equals(high) ? said : page.say("schedule.forecast.levels", said, low, high);
    }

    /// « 12 à 18 ».
    public String between(Expected.Spread spread) {
        var decimals = spread.high() < 10 ? 1 : 0;
        return page.say(
                "schedule.parameter.range", page.number(spread.low(), decimals), page.number(spread.high(), decimals));
    }
}
