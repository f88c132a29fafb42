package org.asepsie.cli;

import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Locale;
import org.asepsie.engine.maturity.Clarifications.Need;
import org.asepsie.engine.maturity.Findings;
import org.asepsie.engine.maturity.Mark;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Standing;
import org.asepsie.knowledge.Answers;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CostBand;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.LevelName;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.diagnosis.Diagnosis;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import org.asepsie.knowledge.diagnosis.PlanDocument.StepPart;

/// A diagnosis as plain text, for a terminal.
final class Report {
    private static final int FIRST_STEPS = 8;

    private final Catalogue catalogue;
    private final Language language;
    private final StringBuilder text = new StringBuilder();

    Report(Catalogue catalogue, Language language) {
        this.catalogue = catalogue;
        this.language = language;
    }

    String assessment(Answers answers, Diagnosis diagnosis, PlanDocument plan) {
        var framework = diagnosis.framework();
        var maturity = diagnosis.maturity();
        line("%s %s%s, %s"
                .formatted(
                        say(framework.presentation().title()),
                        framework.version().number(),
                        answers.establishment().map(it -> ", " + it).orElse(""),
                        maturity.asOf().atZone(ZoneOffset.UTC).toLocalDate()));
        framework.presentation().notice().ifPresent(it -> line(say(it)));
        line("");
        marks(maturity.overall());
        line(say("Répondu : %.0f %% (connu : %.0f %%)", "Answered: %.0f%% (known: %.0f%%)")
                .formatted(
                        maturity.completeness().answered() * 100,
                        maturity.completeness().informed() * 100));
        themes(diagnosis);
        findings(diagnosis);
        clarifications(diagnosis);
        heading("Par où commencer", "Where to begin");
        return plan(plan, FIRST_STEPS);
    }

    private void marks(Standing standing) {
        mark("Déclaré, avec prudence", "Declared, prudently", standing.said());
        mark("Prouvé", "Proven", standing.proven());
        mark("Au plus, si tout l’inconnu est bon", "At most, if all the unknown is good", standing.possible());
    }

    private void mark(String fr, String en, Mark mark) {
        var held = mark.heldBack() ? say(" (retenu par un seuil)", " (held back by a gate)") : "";
        line("%-36s %s %d, %s  %s / 4%s"
                .formatted(say(fr, en), say("niveau", "level"), mark.level(), name(mark.level()), tenths(mark), held));
    }

    private String name(int level) {
        return catalogue.surroundings().levels().stream()
                .filter(it -> it.level() == level)
                .map(LevelName::name)
                .map(this::say)
                .findFirst()
                .orElse("");
    }

    /// Rounded down, like the level itself: 1.97 must not read 2.0.
    private String tenths(Mark mark) {
        return String.format(locale(), "%.1f", mark.score().tenths() / 10.0);
    }

    private void themes(Diagnosis diagnosis) {
        heading("Thèmes (prouvé, déclaré, au plus)", "Themes (proven, declared, at most)");
        var titles = diagnosis.framework().themes().iterator();
        for (var theme : diagnosis.maturity().themes()) {
            var marks = theme.standing()
                    .map(it -> "%s  %s  %s".formatted(tenths(it.proven()), tenths(it.said()), tenths(it.possible())))
                    .orElse(say("non concerné", "not applicable"));
            line("  %-44s %s".formatted(say(titles.next().title()), marks));
        }
    }

    private void findings(Diagnosis diagnosis) {
        var framework = diagnosis.framework();
        var findings = diagnosis.maturity().findings();
        var closed = findings.gates().stream()
                .filter(it -> !it.passedAsSaid())
                .sorted(Comparator.comparing(it -> it.gate().level()))
                .toList();
        if (!closed.isEmpty()) {
            heading("Seuils à passer", "Gates to pass");
            closed.forEach(it -> line("  %s %d : %s"
                    .formatted(
                            say("niveau", "level"),
                            it.gate().level(),
                            ask(framework, it.item().question()))));
        }
        if (!findings.contradictions().isEmpty()) {
            heading(
                    "Déclaré et constaté ne concordent pas (le constat compte)",
                    "Declared and observed disagree (the observation counts)");
            findings.contradictions()
                    .forEach(it -> line("  %s : %d (%s)"
                            .formatted(
                                    ask(framework, it.item().question()),
                                    it.proof().attainment().value(),
                                    it.proof().indicator())));
        }
        if (!findings.expired().isEmpty()) {
            heading("Preuves périmées", "Expired evidence");
            findings.expired().forEach(it -> line("  %s, %s".formatted(it.indicator(), it.reference())));
        }
        if (!findings.removed().isEmpty()) {
            heading("Retiré du calcul, car non concerné", "Left out as not applicable");
            findings.removed()
                    .forEach(it ->
                            line("  %s %s".formatted(ask(framework, it.item().question()), fact(framework, it))));
        }
    }

    private String fact(Framework framework, Findings.Removed removed) {
        return framework.question(removed.item().question()).stream()
                .flatMap(it -> it.notApplicable().stream())
                .filter(it -> it.id().equals(removed.fact()))
                .map(it -> "(" + say(it.text()) + ")")
                .findFirst()
                .orElse("(" + removed.fact() + ")");
    }

    private void clarifications(Diagnosis diagnosis) {
        if (diagnosis.clarifications().isEmpty()) {
            return;
        }
        heading("À éclaircir d’abord", "To clear up first");
        for (var it : diagnosis.clarifications()) {
            line("  %s : %s"
                    .formatted(
                            need(it.need()),
                            ask(diagnosis.framework(), it.item().question())));
        }
    }

    private String need(Need need) {
        return switch (need) {
            case ANSWER -> say("à répondre", "to answer");
            case FIND_OUT -> say("à chercher", "to find out");
            case PROVE -> say("à prouver", "to prove");
        };
    }

    private String ask(Framework framework, QuestionId id) {
        return say(framework.question(id).orElseThrow().wording().ask());
    }

    /// The first `most` steps, and how many more there are.
    String plan(PlanDocument plan, int most) {
        plan.plan().stream().limit(most).forEach(this::step);
        if (plan.plan().size() > most) {
            line(say("  … et %d autres : commande plan", "  … and %d more: command plan")
                    .formatted(plan.plan().size() - most));
        }
        if (plan.plan().isEmpty()) {
            line(say("  Rien ne manque.", "  Nothing is missing."));
        }
        return text.toString();
    }

    private void step(StepPart step) {
        line("%3d. %s".formatted(step.rank(), prefix(step) + say(step.title())));
        step.means()
                .ifPresent(it -> line("     %s, %s, %s%s"
                        .formatted(
                                effort(it.effortDays()),
                                cost(it.costBand()),
                                weeks(it.weeks()),
                                step.gain().map(this::gain).orElse(""))));
        step.findOut()
                .ifPresent(it -> line("     %s. %s (%d min)".formatted(say(it.who()), say(it.look()), it.minutes())));
        step.preparesFor()
                .flatMap(it -> catalogue.measure(new MeasureId(it)))
                .ifPresent(it -> line(say("     prépare : ", "     prepares: ") + say(it.title())));
    }

    private String effort(PlanDocument.RangePart days) {
        return days.low() == days.high()
                ? say("%s jour(s)", "%s day(s)").formatted(number(days.low()))
                : say("%s à %s jours", "%s to %s days").formatted(number(days.low()), number(days.high()));
    }

    private String weeks(int weeks) {
        return say("effet en %d semaine(s)", "effect in %d week(s)").formatted(weeks);
    }

    private String prefix(StepPart step) {
        return switch (step.kind()) {
            case "find_out" -> say("Savoir : ", "Find out: ");
            case "advance" -> say("Progresser : ", "Improve: ");
            default -> "";
        };
    }

    private String gain(PlanDocument.GainPart gain) {
        return gain.score() > 0 ? " (+" + String.format(locale(), "%.2f", gain.score()) + ")" : "";
    }

    private String cost(int band) {
        return catalogue.surroundings().costBands().stream()
                .filter(it -> it.band() == band)
                .map(CostBand::label)
                .map(this::say)
                .findFirst()
                .orElse("");
    }

    private String number(double value) {
        return value == Math.rint(value) ? "%.0f".formatted(value) : String.format(locale(), "%.1f", value);
    }

    private Locale locale() {
        return language == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
    }

    private void heading(String fr, String en) {
        line("");
        line(say(fr, en));
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
