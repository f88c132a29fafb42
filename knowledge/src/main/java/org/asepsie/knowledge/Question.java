package org.asepsie.knowledge;

import java.time.Period;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Gate;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;

/// One question of one framework, as it is put to a person.
///
/// @param classes the classes of entity it is for; empty for all
/// @param notApplicable the facts, and no others, that make it not applicable
public record Question(
        QuestionId id,
        TopicId topic,
        ThemeId theme,
        Scoring scoring,
        List<String> classes,
        Wording wording,
        List<Option> options,
        List<Fact> notApplicable,
        FindOut findOut,
        Proving proving,
        List<String> references) {
    public Question {
        classes = List.copyOf(classes);
        options = List.copyOf(options);
        notApplicable = List.copyOf(notApplicable);
        references = List.copyOf(references);
    }

    public record Scoring(boolean essential, int weight, Optional<Gate> gate) {}

    public record Wording(Text ask, Text example, Text help) {}

    public record Option(Attainment attainment, Text text) {}

    public record Fact(String id, Text text) {}

    /// What to do when one does not know: whom to ask, where to look, how long it takes.
    public record FindOut(Text who, Text look, int minutes) {}

    /// @param indicators evidence that can answer in place of the person
    /// @param freshness how long a document attached as proof is believed
    public record Proving(List<String> indicators, Period freshness) {
        public static final Period USUAL = Period.ofMonths(12);

        public Proving {
            indicators = List.copyOf(indicators);
        }
    }

    public boolean isFor(Optional<String> entityClass) {
        return classes.isEmpty() || entityClass.isEmpty() || classes.contains(entityClass.get());
    }

    public Item item() {
        return new Item(id, topic, theme, scoring.weight(), scoring.essential(), scoring.gate(), proving.indicators());
    }

    static Question read(Fields in) {
        var question = new Question(
                new QuestionId(Ids.read(in)),
                new TopicId(Ids.read(in, "topic")),
                new ThemeId(Ids.read(in, "theme")),
                new Scoring(
                        in.flag("essential", false),
                        in.integer("weight", 1, 5),
                        in.has("gate") ? Optional.of(gate(in.block("gate"))) : Optional.empty()),
                in.strings("classes"),
                new Wording(in.text("ask"), in.text("example"), in.text("help")),
                in.blocks("options").stream().map(Question::option).toList(),
                in.blocks("notApplicable").stream().map(Question::fact).toList(),
                findOut(in.block("findOut")),
                new Proving(in.strings("indicators"), in.period("freshness", Proving.USUAL)),
                in.strings("references"));
        checkOptions(in, question.options());
        in.close();
        return in.remember(question);
    }

    private static Gate gate(Fields in) {
        var gate = new Gate(in.integer("level", 1, 4), new Attainment(in.integer("attainment", 1, 3)));
        in.close();
        return gate;
    }

    private static Option option(Fields in) {
        var option = new Option(new Attainment(in.integer("attainment", 0, 3)), in.text("text"));
        in.close();
        return option;
    }

    private static Fact fact(Fields in) {
        var fact = new Fact(Ids.read(in), in.here());
        in.close();
        return fact;
    }

    private static FindOut findOut(Fields in) {
        var findOut = new FindOut(in.text("who"), in.text("look"), in.integer("minutes", 1, 600));
        in.close();
        return findOut;
    }

    private static void checkOptions(Fields in, List<Option> options) {
        var rising = true;
        for (var i = 1; i < options.size(); i++) {
            rising &= options.get(i - 1).attainment().compareTo(options.get(i).attainment()) <= 0;
        }
        if (options.size() < 3 || options.size() > 5 || !rising) {
            in.problems()
                    .at(
                            in.node(),
                            new Text(
                                    "il faut trois à cinq options, d'avancement croissant.",
                                    "three to five options are needed, in rising attainment."),
                            new Text("Ordonnez-les de 0 à 3.", "Order them from 0 to 3."));
        }
    }
}
