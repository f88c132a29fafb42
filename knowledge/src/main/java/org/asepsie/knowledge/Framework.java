package org.asepsie.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.TopicId;

/// A questionnaire, one version of it.
///
/// @param ruleSwitch shown only when this dated rule is switched on
/// @param classes empty when the questions do not depend on the class of the entity
/// @param thresholds index (0 to 100) from which levels 1, 2, 3 and 4 are reached, gates permitting
public record Framework(
        Version version,
        Presentation presentation,
        Optional<String> ruleSwitch,
        List<EntityClass> classes,
        List<Integer> thresholds,
        List<Theme> themes,
        List<Question> questions) {
    public Framework {
        classes = List.copyOf(classes);
        thresholds = List.copyOf(thresholds);
        themes = List.copyOf(themes);
        questions = List.copyOf(questions);
    }

    public record Version(String id, String number, LocalDate validFrom) {}

    /// @param minutes time to answer it, honestly
    /// @param notice what this is not
    public record Presentation(
            Text title, Text purpose, List<Audience> audience, int minutes, Source source, Optional<Text> notice) {
        public Presentation {
            audience = List.copyOf(audience);
        }
    }

    public record EntityClass(String id, Text title) {}

    public String id() {
        return version.id();
    }

    /// What the engine scores with. Without a class, every question counts.
    ///
    /// @throws UnknownClass if this framework has no such class
    public Instrument instrument(Optional<String> entityClass) {
        entityClass
                .filter(it -> classes.stream().noneMatch(known -> known.id().equals(it)))
                .ifPresent(it -> {
                    throw new UnknownClass(it, this);
                });
        return new Instrument(
                new Instrument.Id(version.id(), version.number()),
                thresholds,
                themes.stream()
                        .map(it -> new org.asepsie.engine.maturity.Theme(it.id(), it.weight()))
                        .toList(),
                questions.stream()
                        .filter(it -> it.isFor(entityClass))
                        .map(Question::item)
                        .toList());
    }

    public Optional<Question> question(QuestionId id) {
        return questions.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    public Optional<Question> on(TopicId topic) {
        return questions.stream().filter(it -> it.topic().equals(topic)).findFirst();
    }

    /// The class asked for does not exist in this framework.
    public static final class UnknownClass extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        UnknownClass(String asked, Framework framework) {
            super("%s has no class \"%s\"; choose among: %s"
                    .formatted(
                            framework.id(),
                            asked,
                            framework.classes().isEmpty()
                                    ? "none"
                                    : String.join(
                                            ", ",
                                            framework.classes().stream()
                                                    .map(EntityClass::id)
                                                    .toList())));
        }
    }

    static Framework read(Fields file) {
        var head = file.block("framework");
        var framework = new Framework(
                new Version(Ids.read(head), head.string("version"), head.date("validFrom")),
                presentation(head),
                head.optionalString("switch"),
                head.blocks("classes").stream().map(Framework::entityClass).toList(),
                thresholds(head),
                file.blocks("themes").stream().map(Theme::read).toList(),
                file.blocks("questions").stream().map(Question::read).toList());
        head.close();
        file.close();
        return head.remember(framework);
    }

    private static Presentation presentation(Fields head) {
        return new Presentation(
                head.text("title"),
                head.text("purpose"),
                head.words("audience", Audience.class),
                head.integer("minutes", 1, 600),
                Source.read(head.block("source")),
                head.optionalText("notice"));
    }

    private static EntityClass entityClass(Fields in) {
        var entityClass = new EntityClass(Ids.read(in), in.text("title"));
        in.close();
        return entityClass;
    }

    private static List<Integer> thresholds(Fields head) {
        var thresholds = head.integers("thresholds", 1, 100);
        var rising = thresholds.size() == 4;
        for (var i = 1; i < thresholds.size(); i++) {
            rising &= thresholds.get(i - 1) < thresholds.get(i);
        }
        if (!rising) {
            head.problems()
                    .at(
                            head.node(),
                            new Text("quatre seuils croissants sont attendus.", "four rising thresholds are expected."),
                            new Text(
                                    "Écrivez par exemple thresholds: [20, 45, 65, 85].",
                                    "Write for example thresholds: [20, 45, 65, 85]."));
        }
        return thresholds;
    }
}
