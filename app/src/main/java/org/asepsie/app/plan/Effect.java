package org.asepsie.app.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Known;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Measure.Raise;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Text;

/// What an action would change by one framework: the prudent score before and after, what it lifts, which gates
/// open.
///
/// @param holding the topics whose gates still hold the lowest level back afterwards
public record Effect(
        Framework framework, Score before, Score after, List<Lift> lifts, List<OpenedGate> gates, List<Text> holding) {
    public Effect {
        lifts = List.copyOf(lifts);
        gates = List.copyOf(gates);
        holding = List.copyOf(holding);
    }

    /// Whether a person sees the figure change: tenths of a level, rounded down.
    public boolean moves() {
        return before.tenths() != after.tenths();
    }

    public record Lift(Text topic, Attainment from, Attainment to) {}

    /// A gate that held the score below `level`.
    public record OpenedGate(int level, Text topic) {}

    /// By each framework in use in which it lifts something.
    static List<Effect> of(Action action, Situation situation) {
        return raises(action.advice()).map(it -> effects(it, situation)).orElse(List.of());
    }

    private static Optional<List<Raise>> raises(Advice advice) {
        return switch (advice) {
            case Advice.Carry(var measure, var _) ->
                Optional.of(measure.effect().raises());
            case Advice.Advance(var topic, var _, var from)
            when from.value() < 3 -> Optional.of(List.of(new Raise(topic.id(), new Attainment(from.value() + 1))));
            case Advice.Advance _,
                    Advice.FindOut _,
                    Advice.Keep _,
                    Advice.Renew _,
                    Advice.Answer _,
                    Advice.Review _,
                    Advice.Found _,
                    Advice.Forgotten _ -> Optional.empty();
        };
    }

    private static List<Effect> effects(List<Raise> raises, Situation situation) {
        var effects = new ArrayList<Effect>();
        for (var questionnaire : situation.questionnaires()) {
            var assessor = questionnaire.assessor();
            var now = assessor.assess(situation.dossier(), situation.now());
            var lifts = new ArrayList<Lift>();
            var gates = new ArrayList<OpenedGate>();
            for (var raise : raises) {
                var label = situation.catalogue().topic(raise.topic()).map(it -> it.label());
                now.on(raise.topic())
                        .ifPresent(it -> it.known()
                                .attained()
                                .map(Known.Attained::said)
                                .filter(said -> said.compareTo(raise.to()) < 0)
                                .ifPresent(said -> {
                                    var name = label.orElse(new Text(
                                            raise.topic().value(), raise.topic().value()));
                                    lifts.add(new Lift(name, said, raise.to()));
                                    it.item()
                                            .gate()
                                            .filter(gate -> !gate.passedBy(said) && gate.passedBy(raise.to()))
                                            .ifPresent(gate -> gates.add(new OpenedGate(gate.level(), name)));
                                }));
            }
            if (!lifts.isEmpty()) {
                var then = assessor.assess(lifted(situation.dossier(), raises), situation.now());
                effects.add(new Effect(
                        questionnaire.framework(),
                        now.overall().said().score(),
                        then.overall().said().score(),
                        lifts,
                        gates,
                        holding(then, situation)));
            }
        }
        return effects;
    }

    private static List<Text> holding(Maturity then, Situation situation) {
        var closed = then.findings().gates().stream()
                .filter(it -> !it.passedAsSaid())
                .toList();
        var lowest = closed.stream().mapToInt(it -> it.gate().level()).min().orElse(0);
        return closed.stream()
                .filter(it -> it.gate().level() == lowest)
                .flatMap(it -> situation.catalogue().topic(it.item().topic()).stream())
                .map(it -> it.label())
                .toList();
    }

    /// As if the measure were in place: what was said and shown of its topics gives way to its promise.
    private static Dossier lifted(Dossier dossier, List<Raise> raises) {
        Set<TopicId> raised = raises.stream().map(Raise::topic).collect(Collectors.toSet());
        var lifted = new Dossier(
                dossier.statements(),
                dossier.proofs().stream()
                        .filter(it -> !raised.contains(it.topic()))
                        .toList());
        for (var raise : raises) {
            var kept = lifted.statement(raise.topic())
                    .filter(it -> it instanceof Statement.NotApplicable
                            || (it instanceof Statement.Said(var value) && value.compareTo(raise.to()) >= 0));
            if (kept.isEmpty()) {
                lifted = lifted.with(raise.topic(), new Statement.Said(raise.to()));
            }
        }
        return lifted;
    }
}
