package org.asepsie.knowledge;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Measure.Means;
import org.asepsie.engine.maturity.Measure.Raise;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.TopicId;

/// An action of the plan, as it is told to a person.
///
/// @param why why it matters to care
/// @param how the steps to follow
/// @param freeHelp ids of the helpers who do it with you at no cost
public record Measure(
        MeasureId id,
        Text title,
        Text why,
        List<Text> how,
        Doing doing,
        Effect effect,
        List<MeasureId> prerequisites,
        List<String> freeHelp,
        Place place) {
    public Measure {
        how = List.copyOf(how);
        prerequisites = List.copyOf(prerequisites);
        freeHelp = List.copyOf(freeHelp);
    }

    public enum Doer {
        DIRECTION,
        IT,
        PROVIDER,
        HR,
        CARE,
        QUALITY,
        LOGISTICS,
        ALL
    }

    public enum Skill {
        DIRECTION,
        IT,
        HR,
        CARE
    }

    public enum Anap {
        SEG,
        AD,
        HAB,
        PHI,
        INC,
        NONE
    }

    /// @param days internal working days for one site
    /// @param costBand 0 to 4, see the cost bands
    /// @param euros outside spending in the first year for one site of 80 places or beds
    /// @param perSite whether the cost is the same for each site; if not, it grows with size
    /// @param weeks calendar time from start to effect
    public record Doing(
            Doer who,
            Skill skill,
            Range days,
            int costBand,
            Range euros,
            boolean perSite,
            int weeks,
            boolean quickWin) {}

    /// @param provenBy indicators whose fresh good value proves it
    public record Effect(List<Raise> raises, List<String> provenBy, List<Act> acts) {
        public Effect {
            raises = List.copyOf(raises);
            provenBy = List.copyOf(provenBy);
            acts = List.copyOf(acts);
        }
    }

    /// How much of the harm of one threat stage it avoids, and how sure we are.
    public record Act(String stage, Range efficacy, Source.Confidence confidence) {}

    /// Where it stands in public referentials, whom it concerns, and the rule that makes it a duty.
    public record Place(
            Anap anap,
            List<Integer> hygiene,
            List<Integer> recyf,
            List<String> care,
            List<Audience> audience,
            Optional<Mandatory> mandatory) {
        public Place {
            hygiene = List.copyOf(hygiene);
            recyf = List.copyOf(recyf);
            care = List.copyOf(care);
            audience = List.copyOf(audience);
        }
    }

    public record Mandatory(String rule, List<Audience> audience) {
        public Mandatory {
            audience = List.copyOf(audience);
        }
    }

    public boolean isFor(Audience audience) {
        return place.audience().stream().anyMatch(it -> it.covers(audience));
    }

    /// What the engine ranks.
    public org.asepsie.engine.maturity.Measure candidate() {
        return new org.asepsie.engine.maturity.Measure(
                id,
                effect.raises(),
                new Means(doing.days(), doing.euros()),
                Set.copyOf(prerequisites),
                doing.quickWin(),
                effect.acts().stream()
                        .map(it -> new org.asepsie.engine.maturity.Measure.Efficacy(it.stage(), it.efficacy()))
                        .toList());
    }

    static Measure read(Fields in) {
        var measure = new Measure(
                new MeasureId(Ids.read(in)),
                in.text("title"),
                in.text("why"),
                in.textList("how"),
                doing(in),
                new Effect(
                        in.blocks("raises").stream().map(Measure::raise).toList(),
                        in.strings("provenBy"),
                        in.blocks("acts").stream().map(Measure::act).toList()),
                in.strings("prerequisites").stream()
                        .filter(it -> !it.isEmpty())
                        .map(MeasureId::new)
                        .toList(),
                in.strings("freeHelp"),
                place(in));
        if (measure.effect().raises().isEmpty()) {
            in.problems()
                    .at(
                            in.node(),
                            new Text("cette mesure ne fait rien progresser.", "this measure raises nothing."),
                            new Text("Ajoutez raises: [{topic: …, to: 3}].", "Add raises: [{topic: …, to: 3}]."));
        }
        in.close();
        return in.remember(measure);
    }

    private static Doing doing(Fields in) {
        return new Doing(
                in.word("who", Doer.class),
                in.word("skill", Skill.class),
                range(in, "effortDays", 1_000),
                in.integer("cost", 0, 4),
                range(in, "costEuros", 100_000_000),
                in.flag("perSite", true),
                in.integer("weeks", 0, 520),
                in.flag("quickWin", false));
    }

    private static Raise raise(Fields in) {
        var raise = new Raise(new TopicId(Ids.read(in, "topic")), new Attainment(in.integer("to", 1, 3)));
        in.close();
        return raise;
    }

    private static Act act(Fields in) {
        var act = new Act(in.string("stage"), range(in, "efficacy", 1), in.word("source", Source.Confidence.class));
        in.close();
        return act;
    }

    private static Range range(Fields in, String key, double most) {
        var ends = in.decimals(key, 2, 0, most);
        if (ends.get(0) > ends.get(1)) {
            in.problems()
                    .at(
                            in.node(),
                            new Text("« " + key + " » descend.", "\"" + key + "\" falls."),
                            new Text("Écrivez le plus petit d'abord.", "Write the smaller number first."));
            return new Range(0, 0);
        }
        return new Range(ends.get(0), ends.get(1));
    }

    private static Place place(Fields in) {
        var mandatory = in.has("mandatory") ? Optional.of(in.block("mandatory")) : Optional.<Fields>empty();
        var place = new Place(
                in.word("anap", Anap.class),
                in.integers("hygiene", 1, 42),
                in.integers("recyf", 1, 20),
                in.strings("care"),
                in.words("audience", Audience.class),
                mandatory.map(it -> new Mandatory(it.string("rule"), it.words("audience", Audience.class))));
        mandatory.ifPresent(Fields::close);
        return place;
    }
}
