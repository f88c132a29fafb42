package org.asepsie.app.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.asepsie.knowledge.Text;

/// Works a plan out: what the engine proposes for what is known today, then what people decided laid over it.
///
/// Order: what is under way, what is planned by its date, then what is proposed: the questions left, proofs
/// that run out, the engine's steps, proofs never given. It is never empty, and nothing that people hold to is
/// ever dropped.
final class Planner {
    private final Situation situation;
    private final Rankings rankings;
    private final Prover prover;
    private final Upkeep upkeep;
    private final Advices advices;
    private final Function<Advice, Text> titles;
    private final Map<ActionId, Upkeep.Duty> duties = new LinkedHashMap<>();

    Planner(Situation situation, Rankings rankings, Function<Advice, Text> titles) {
        this.situation = situation;
        this.rankings = rankings;
        this.prover = new Prover(situation);
        this.upkeep = new Upkeep(situation, prover);
        this.advices = new Advices(situation, prover);
        this.titles = titles;
    }

    Plan plan() {
        upkeep.duties().forEach(it -> duties.put(it.id(), it));
        var advised = new Proposals(situation, rankings, advices).with(duties.values());
        situation.decisions().values().stream()
                .filter(Decision::held)
                .forEach(it -> advised.computeIfAbsent(it.action(), _ -> adviceOf(it)));
        var actions = new ArrayList<Action>();
        advised.forEach((id, advice) -> actions.add(action(id, advice)));
        if (actions.stream().noneMatch(Action::open)) {
            var last = upkeep.next()
                    .map(it -> lastResort(it.id(), it.advice(), it.due().map(Situation::day)))
                    .filter(it -> !advised.containsKey(it.id()))
                    .orElseGet(this::review);
            actions.removeIf(it -> it.id().equals(last.id()));
            actions.add(last);
        }
        return new Plan(
                situation.facility(), situation.today(), situation.capacity(), new Timetable(situation).of(actions));
    }

    /// One action by itself, proposed or not, without its place in the plan: that costs no ranking.
    Optional<Action> single(ActionId id) {
        return advices.of(id)
                .or(() -> Optional.ofNullable(situation.decisions().get(id)).map(this::adviceOf))
                .map(it -> action(id, it));
    }

    /// Every action that was decided, each by itself.
    List<Action> decided() {
        return situation.decisions().values().stream()
                .map(it -> action(it.action(), adviceOf(it)))
                .toList();
    }

    private Advice adviceOf(Decision decision) {
        return advices.of(decision.action()).orElseGet(() -> new Advice.Forgotten(decision.title()));
    }

    private Action action(ActionId id, Advice advice) {
        var decision = Optional.ofNullable(situation.decisions().get(id));
        var proving = proving(advice);
        var due = Optional.ofNullable(duties.get(id)).flatMap(Upkeep.Duty::due).map(Situation::day);
        var wish = decision.filter(it -> !toDoAgain(it, proving))
                .map(Decision::wish)
                .orElse(Wish.NONE);
        var title = advice instanceof Advice.Forgotten(var kept) ? kept : titles.apply(advice);
        return new Action(
                id,
                0,
                title,
                advice,
                advice.effort(situation.facility().places()),
                wish,
                decision,
                proving,
                due,
                Optional.empty());
    }

    private Proving proving(Advice advice) {
        return switch (advice) {
            case Advice.Carry(var measure, var _) -> prover.of(measure);
            case Advice.Keep(var _, var proving) ->
                proving instanceof Proving.Proven(var until)
                                && !until.isAfter(situation.now().plus(Upkeep.SOON))
                        ? new Proving.NotYet(List.of())
                        : proving;
            case Advice.FindOut(var topic, var _) -> prover.knowing(topic.id(), topic.label());
            case Advice.Advance(var topic, var _, var _) -> new Proving.NotYet(List.of(topic.label()));
            case Advice.Renew(var topic, var _, var until) ->
                until.isAfter(situation.now().plus(Upkeep.SOON))
                        ? new Proving.Proven(until)
                        : new Proving.NotYet(List.of(topic.label()));
            case Advice.Answer(var _, var left) ->
                left == 0 ? new Proving.Proven(Instant.MAX) : new Proving.NotYet(List.of());
            case Advice.Review _, Advice.Found _, Advice.Forgotten _ -> new Proving.NotYet(List.of());
        };
    }

    /// Keeping up never ends: what was done is to be done again once the proof it gave has run out.
    private boolean toDoAgain(Decision decision, Proving proving) {
        var recurs = decision.action().kind() == ActionId.Kind.KEEP
                || decision.action().kind() == ActionId.Kind.RENEW;
        var shown = decision.doneAt().orElse(Instant.MAX);
        return decision.wish().status() == Status.DONE
                && ((recurs && proving instanceof Proving.Lapsed(var since, var _) && since.isAfter(shown))
                        || (recurs
                                && shown.plus(Upkeep.SOON).isBefore(situation.now())
                                && !(proving instanceof Proving.Proven))
                        || decision.action().kind() == ActionId.Kind.REVIEW);
    }

    private Action review() {
        var id = new ActionId(ActionId.Kind.REVIEW, "diagnosis");
        var last = Optional.ofNullable(situation.decisions().get(id))
                .flatMap(Decision::doneAt)
                .map(Situation::day);
        return lastResort(id, new Advice.Review(), last.map(it -> it.plus(Period.ofYears(1))));
    }

    private Action lastResort(ActionId id, Advice advice, Optional<LocalDate> due) {
        var action = action(id, advice);
        return new Action(
                id,
                0,
                action.title(),
                advice,
                action.effort(),
                Wish.NONE,
                action.decision(),
                new Proving.NotYet(List.of()),
                due,
                Optional.empty());
    }
}
