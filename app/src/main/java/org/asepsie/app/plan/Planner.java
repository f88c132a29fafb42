package org.asepsie.app.plan;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Step;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Text;

/// Works a plan out: what the engine proposes for what is known today, then what people decided laid over it.
///
/// Order: what is under way, what is planned by its date, then what is proposed: the questions left, proofs
/// that run out, the engine's steps, proofs never given. It is never empty, and nothing that people hold to is
/// ever dropped.
final class Planner {
    /// As many as a person begins with.
    private static final int AT_ONCE = 3;

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
        var advised = proposals();
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
        return new Plan(situation.facility(), situation.today(), situation.capacity(), scheduled(inOrder(actions)));
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

    private Map<ActionId, Advice> proposals() {
        var proposed = new LinkedHashMap<ActionId, Advice>();
        for (var questionnaire : situation.questionnaires()) {
            var framework = questionnaire.framework();
            var left = unanswered(questionnaire.assessor());
            if (left > 0) {
                proposed.put(new ActionId(ActionId.Kind.ANSWER, framework.id()), new Advice.Answer(framework, left));
            }
        }
        upkeep.duties().forEach(it -> duties.put(it.id(), it));
        duties.values().stream().filter(it -> it.due().isPresent()).forEach(it -> proposed.put(it.id(), it.advice()));
        inTurn(rankings.of(situation)).forEach(it -> propose(it, proposed));
        duties.values().forEach(it -> proposed.putIfAbsent(it.id(), it.advice()));
        return proposed;
    }

    private int unanswered(Assessor assessor) {
        return (int) assessor.assess(situation.dossier(), situation.now()).contributions().stream()
                .filter(it -> it.known().statement().isEmpty())
                .filter(it -> it.known()
                        .attained()
                        .filter(at -> !at.said().equals(at.possible()))
                        .isPresent())
                .count();
    }

    /// The first measures, then all there is to find out, then the rest: asking takes minutes, and may show
    /// that a measure months ahead is in place already.
    private static List<Step> inTurn(List<Step> steps) {
        var measures = 0;
        var first = new ArrayList<Step>();
        var asking = new ArrayList<Step>();
        var rest = new ArrayList<Step>();
        for (var step : steps) {
            switch (step) {
                case Step.FindOut _ -> (measures < AT_ONCE ? first : asking).add(step);
                case Step.Do _ -> (measures++ < AT_ONCE ? first : rest).add(step);
                case Step.Advance _ -> rest.add(step);
            }
        }
        return Stream.of(first, asking, rest).flatMap(List::stream).toList();
    }

    /// What nobody ever asked is one action, "answer"; what somebody does not know is one action each.
    private void propose(Step step, Map<ActionId, Advice> proposed) {
        switch (step) {
            case Step.Do carry ->
                situation
                        .catalogue()
                        .measure(carry.measure().id())
                        .ifPresent(it -> proposed.put(
                                new ActionId(ActionId.Kind.DO, it.id().value()),
                                new Advice.Carry(it, Optional.of(carry))));
            case Step.FindOut(var item, var asked) -> {
                if (asked) {
                    put(ActionId.Kind.FIND_OUT, item.topic(), proposed);
                }
            }
            case Step.Advance(var item, var _) -> {
                if (!setAside().contains(item.topic())) {
                    put(ActionId.Kind.ADVANCE, item.topic(), proposed);
                }
            }
        }
    }

    private void put(ActionId.Kind kind, TopicId topic, Map<ActionId, Advice> proposed) {
        var id = new ActionId(kind, topic.value());
        advices.of(id).ifPresent(it -> proposed.put(id, it));
    }

    /// Topics whose measures were not retained, or were done: no other wording of the same is put forward.
    private Set<TopicId> setAside() {
        var decided = new HashSet<MeasureId>(situation.subjectsOf(Status.DISMISSED));
        decided.addAll(situation.subjectsOf(Status.DONE));
        return decided.stream()
                .flatMap(it -> situation.catalogue().measure(it).stream())
                .flatMap(it -> it.effect().raises().stream())
                .map(it -> it.topic())
                .collect(Collectors.toSet());
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
            case Advice.Review _, Advice.Forgotten _ -> new Proving.NotYet(List.of());
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

    private static List<Action> inOrder(List<Action> actions) {
        return actions.stream()
                .sorted(Comparator.comparingInt(Planner::turn)
                        .thenComparing(it -> it.wish().due().orElse(LocalDate.MAX)))
                .toList();
    }

    private static int turn(Action action) {
        if (!action.open()) {
            return 3;
        }
        return switch (action.wish().status()) {
            case UNDER_WAY -> 0;
            case PLANNED -> 1;
            case PROPOSED, DONE, DISMISSED -> 2;
        };
    }

    private List<Action> scheduled(List<Action> ordered) {
        var now = Quarter.of(situation.today());
        var quarters = new Scheduler(situation.today(), situation.capacity().days())
                .spread(ordered.stream()
                        .filter(Action::open)
                        .map(it -> new Scheduler.Task(
                                it.id(), it.effort().days().middle(), fixed(it, now), prerequisites(it)))
                        .toList());
        var ranked = new ArrayList<Action>();
        for (var action : ordered) {
            ranked.add(action.ranked(ranked.size() + 1, Optional.ofNullable(quarters.get(action.id()))));
        }
        return ranked;
    }

    /// What is under way belongs to today's quarter; else the quarter somebody chose, else that of the due date.
    private static Optional<Quarter> fixed(Action action, Quarter now) {
        var chosen = action.wish().quarter().or(() -> action.due().map(Quarter::of));
        var underWay = action.wish().status() == Status.UNDER_WAY;
        return (underWay ? Optional.of(now) : chosen).map(it -> it.compareTo(now) < 0 ? now : it);
    }

    private static Set<ActionId> prerequisites(Action action) {
        return action.advice() instanceof Advice.Carry(var measure, var _)
                ? measure.prerequisites().stream()
                        .map(it -> new ActionId(ActionId.Kind.DO, it.value()))
                        .collect(Collectors.toSet())
                : Set.of();
    }
}
