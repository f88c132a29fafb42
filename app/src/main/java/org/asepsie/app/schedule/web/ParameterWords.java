package org.asepsie.app.schedule.web;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.page.Page;
import org.asepsie.app.schedule.Parameters;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.Source;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.ThreatScenario;
import org.asepsie.knowledge.ThreatStage;

/// Names the numbers of the model and says where they come from.
public record ParameterWords(Page page, Catalogue catalogue, Category.Family family) {
    /// For all establishments of a kind.
    public static ParameterWords of(Page page, Parameters.All all) {
        return new ParameterWords(page, all.catalogue(), all.family());
    }

    private String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }

    /// What the number is.
    public String name(String id) {
        var parts = List.of(id.split(":", -1));
        return switch (parts.getFirst()) {
            case "rate" -> page.say("schedule.parameter.rate");
            case "amount" -> page.say("schedule.parameter.amount." + parts.get(2));
            case "at-best" -> page.say("schedule.parameter.at-best", stage(parts.get(2)));
            case "efficacy" -> page.say("schedule.parameter.efficacy", stage(parts.get(2)));
            case "in-place" -> page.say("schedule.parameter.in-place");
            default -> page.say("schedule.parameter.exchange." + parts.get(1));
        };
    }

    /// The threat or the measure it belongs to.
    public String about(String id) {
        var parts = List.of(id.split(":", -1));
        return switch (parts.getFirst()) {
            case "rate", "amount", "at-best" ->
                scenario(parts.get(1)).map(it -> text(it.title())).orElse(parts.get(1));
            case "efficacy", "in-place" ->
                catalogue
                        .measure(new MeasureId(parts.get(1)))
                        .map(it -> text(it.title()))
                        .orElse(parts.get(1));
            default -> page.say("schedule.parameter.exchange");
        };
    }

    /// Both together: « Rançongiciel entré par un message : fois par an ».
    public String whole(String id) {
        return page.say("schedule.parameter.whole", about(id), name(id));
    }

    /// « 0,02 à 0,06 ».
    public String range(Range range) {
        return page.say("schedule.parameter.range", figure(range.low()), figure(range.high()));
    }

    public String figure(double value) {
        return page.number(value, value >= 10 ? 0 : value >= 1 ? 1 : 4);
    }

    /// Where it comes from and how sure it is.
    public String source(String id) {
        var parts = List.of(id.split(":", -1));
        return switch (parts.getFirst()) {
            case "rate" ->
                scenario(parts.get(1))
                        .flatMap(it -> it.rate(family))
                        .map(it -> source(it.source()))
                        .orElse(proposal());
            case "efficacy" ->
                catalogue
                        .measure(new MeasureId(parts.get(1)))
                        .flatMap(it -> it.effect().acts().stream()
                                .filter(act -> act.stage().equals(parts.get(2)))
                                .findFirst())
                        .map(it -> page.say("schedule.parameter.measure-source", confidence(it.confidence())))
                        .orElse(proposal());
            case "exchange" -> source(catalogue.surroundings().threats().valued());
            case "in-place" -> page.say("schedule.parameter.from-answers");
            default -> proposal();
        };
    }

    private String source(Source source) {
        return page.say(
                "schedule.source",
                source.name(),
                source.reference(),
                confidence(source.confidence()),
                page.date(source.checkedOn()));
    }

    private String proposal() {
        return page.say("schedule.parameter.proposal");
    }

    private String confidence(Source.Confidence confidence) {
        return page.say("schedule.confidence." + confidence.name().toLowerCase(Locale.ROOT));
    }

    private Optional<ThreatScenario> scenario(String id) {
        return catalogue.surroundings().threats().scenarios().stream()
                .filter(it -> it.id().equals(id))
                .findFirst();
    }

    private String stage(String id) {
        return catalogue.surroundings().stages().stream()
                .filter(it -> it.id().equals(id))
                .findFirst()
                .map(ThreatStage::label)
                .map(this::text)
                .orElse(id);
    }

    /// The groups in which numbers are shown, in this order.
    public static List<String> groups() {
        return Arrays.asList("rate", "amount", "at-best", "efficacy", "exchange");
    }
}
