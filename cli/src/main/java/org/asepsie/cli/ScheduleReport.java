package org.asepsie.cli;

import java.util.Locale;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.diagnosis.ScheduleDocument;
import org.asepsie.knowledge.diagnosis.ScheduleDocument.LinePart;
import org.asepsie.knowledge.diagnosis.ScheduleDocument.RemedyPart;

/// A plan by quarter as plain text, for a terminal.
final class ScheduleReport {
    /// A gain of less is no gain: the document tells tenths.
    private static final double SMALLEST = 0.1;

    private final Catalogue catalogue;
    private final Language language;
    private final StringBuilder text = new StringBuilder();
    private double gain;

    ScheduleReport(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    String text(ScheduleDocument document) {
        if (!document.feasible()) {
            line(say("Ces contraintes ne tiennent pas ensemble :", "These constraints cannot hold together:"));
            document.conflict().forEach(it -> line("  - " + remedy(it)));
            return text.toString();
        }
        document.nothing()
                .ifPresent(nothing -> document.plan().ifPresent(plan -> {
                    gain = nothing.weighed() - plan.weighed();
                    harm(nothing, plan);
                }));
        document.proof()
                .ifPresent(it -> line(
                        it.optimal()
                                ? say(
                                        "Aucun plan n’évite davantage avec ces moyens.",
                                        "No plan avoids more with these means.")
                                : say(
                                                "Ce plan évite au moins %s %% de ce qu’un plan pourrait éviter avec ces moyens.",
                                                "This plan avoids at least %s%% of what any plan could avoid with these means.")
                                        .formatted(number(100 * (1 - it.gap())))));
        for (var quarter : document.quarters()) {
            line("");
            line(say("Trimestre commençant le %s", "Quarter beginning %s").formatted(quarter.from())
                    + level(quarter.level()));
            document.lines().stream()
                    .filter(it -> quarter.finished().contains(it.measure()))
                    .forEach(this::line);
        }
        return text.toString();
    }

    private String level(ScheduleDocument.LevelPart level) {
        return say(
                        "  (niveau à la fin : %s ; prouvé %s si chaque action l’est, possible %s)",
                        "  (score at its end: %s; proven %s if each action is, possible %s)")
                .formatted(score(level.said()), score(level.proven()), score(level.possible()));
    }

    /// Rounded down: 1.97 is not level 2.
    private String score(double score) {
        return number(Math.floor(score * 10 + 1e-9) / 10);
    }

    private void harm(ScheduleDocument.HarmPart nothing, ScheduleDocument.HarmPart plan) {
        line(say(
                        "Sans rien faire : %s heures de soin perdues, %s dossiers exposés, %s € détournés sur la durée du plan.",
                        "Doing nothing: %s hours of care lost, %s records exposed, €%s diverted over the plan.")
                .formatted(whole(nothing.careHours()), whole(nothing.records()), whole(nothing.euros())));
        line(say("Avec ce plan : %s heures, %s dossiers, %s €.", "With this plan: %s hours, %s records, €%s.")
                .formatted(whole(plan.careHours()), whole(plan.records()), whole(plan.euros())));
    }

    private void line(LinePart it) {
        line("  - " + say(it.title()));
        line("      "
                + say("sans elle, %s %% du gain est perdu", "without it, %s%% of the gain is lost")
                        .formatted(number(100 * it.ifSkipped().weighed() / Math.max(gain, SMALLEST)))
                + " ; " + held(it));
    }

    private String held(LinePart it) {
        return switch (it.heldBy()) {
            case "prerequisite" ->
                say("après : ", "after: ") + it.by().map(this::title).orElse("");
            case "days" ->
                say("jours manquants avant : ", "days lacking before: ")
                        + it.by().orElse("");
            case "money" -> say("argent manquant avant", "money lacking before");
            case "decision" -> say("placée par décision", "placed by decision");
            default -> say("dès le début", "from the start");
        };
    }

    private String remedy(RemedyPart it) {
        var more = it.more().map(this::number).orElse("");
        var until = it.notBefore()
                .map(day -> say(" ; possible au trimestre du ", "; possible in the quarter of ") + day)
                .orElse(say(" ; ou y renoncer", "; or give it up"));
        var title = it.of()
                .flatMap(id -> catalogue.measure(new MeasureId(id)))
                .map(m -> say(m.title()))
                .orElse("");
        return switch (it.constraint()) {
            case "days" ->
                say("jours de « %s » : il en manque %s", "days of \"%s\": %s short")
                        .formatted(it.of().orElse(""), more);
            case "euros" -> say("argent : il manque %s €", "money: €%s short").formatted(more);
            case "due" -> say("échéance : ", "due date: ") + title + until;
            case "pinned" -> say("trimestre imposé : ", "pinned quarter: ") + title + until;
            case "refused" -> say("refus : ", "refused: ") + title;
            default -> say("imposée : ", "imposed: ") + title + until;
        };
    }

    private String title(String measure) {
        return catalogue
                .measure(new MeasureId(measure))
                .map(it -> say(it.title()))
                .orElse(measure);
    }

    private String number(double value) {
        return String.format(locale(), "%.1f", value);
    }

    private String whole(double value) {
        return String.format(locale(), "%,.0f", value);
    }

    private Locale locale() {
        return language == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
    }

    private String say(String fr, String en) {
        return say(new Text(fr, en));
    }

    private String say(Text words) {
        return words.in(language);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
