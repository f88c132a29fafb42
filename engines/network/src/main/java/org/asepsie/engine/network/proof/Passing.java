package org.asepsie.engine.network.proof;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.network.packets.Bdd;
import org.asepsie.engine.network.packets.Sets;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;

/// Which packets get through the lists of one device, computed from the end: each list is folded from
/// its last rule to its first, and each stage is given the set of packets that the stages after it let
/// through. So a translation is a substitution in what comes after, a jump is a fold whose end is the
/// rest of the caller, and no path is ever enumerated.
///
/// Where a match is unknown both readings are followed: `sure` keeps what passes in both, `possible`
/// what passes in one. That is polarity by itself: an unknown match before a return or a jump opens or
/// closes just as one before a drop.
final class Passing {
    /// Rules looked at in one analysis, every call of a list counted anew. A real set of 2,800 rules
    /// needs 2,400.
    private static final long MOST_STEPS = 50_000_000;

    /// Calls within calls; netfilter itself refuses deeper nesting than 16.
    static final int DEEPEST = 200;

    private final Bdd bdd;
    private final Device device;
    private final MatchSets matches;
    private final Folding folding;
    private final Outcomes outcomes;
    private final Translations translations;
    private final Sets sets;
    private final Vocabulary vocabulary;
    private final View view;
    private final Map<Call, Bounds> known = new HashMap<>();
    private final Set<String> running = new HashSet<>();
    private long steps;

    /// A list, what follows an accept, and what follows a return.
    private record Call(String list, Bounds onAccept, Bounds onReturn) {}

    Passing(Device device, View view, Sets sets, Vocabulary vocabulary, MatchSets matches, Folding folding) {
        this.device = device;
        this.view = view;
        this.sets = sets;
        this.bdd = sets.bdd();
        this.vocabulary = vocabulary;
        this.matches = matches;
        this.folding = folding;
        outcomes = new Outcomes(device, view, sets, matches, folding);
        this.translations = new Translations(device, view, sets, vocabulary);
    }

    /// Packets that pass `list` as a stage, and then belong to `onAccept`.
    Bounds through(String list, Bounds onAccept) {
        // A list that a stage runs has no caller to return to: where its file says so all the same, nobody can tell.
        return call(list, onAccept, new Bounds(Bdd.NONE, onAccept.possible()));
    }

    private Bounds call(String name, Bounds onAccept, Bounds onReturn) {
        var list = device.lists().get(name);
        if (list == null || running.contains(name) || running.size() > DEEPEST) {
            return undecided(onAccept, onReturn);
        }
        var call = new Call(name, onAccept, onReturn);
        var before = known.get(call);
        if (before != null) {
            return before;
        }
        running.add(name);
        var result = fold(list, onAccept, onReturn);
        running.remove(name);
        known.put(call, result);
        return result;
    }

    private Bounds fold(RuleList list, Bounds onAccept, Bounds onReturn) {
        var end = end(list, onAccept, onReturn);
        var rest = end;
        var rules = list.rules();
        for (int i = rules.size() - 1; i >= 0; i--) {
            rest = step(rules.get(i), onAccept, end, rest);
        }
        return rest;
    }

    static Bounds end(RuleList list, Bounds onAccept, Bounds onReturn) {
        return switch (list.ending()) {
            case ACCEPT -> onAccept;
            case DROP -> Bounds.NONE;
            case RETURN -> onReturn;
        };
    }

    /// @param end what a return leads to
    /// @param rest what the rules after this one do
    private Bounds step(Rule rule, Bounds onAccept, Bounds end, Bounds rest) {
        if (rule.action() instanceof Action.Continue) {
            return rest;
        }
        if (++steps > MOST_STEPS) {
            throw new TooManySteps(device.name(), MOST_STEPS);
        }
        var match = matches.of(rule.match(), view);
        var effect = switch (rule.action()) {
            case Action.Jump(var list) -> called(list, match, onAccept, rest);
            case Action.Goto(var list) -> called(list, match, onAccept, end);
            case Action.Accept _ -> onAccept;
            case Action.Drop _ -> Bounds.NONE;
            case Action.Return _ -> end;
            case Action.Continue _ -> rest;
            case Action.Mark(var mark) -> marked(mark, rest);
            case Action.Translate translate -> translations.before(translate, onAccept);
            case Action.Undecided _ -> undecided(onAccept, rest);
        };
        return choose(match, effect, rest);
    }

    private Bounds called(String list, Bounds match, Bounds onAccept, Bounds onReturn) {
        return outcomes.of(list)
                .map(it -> after(it, match.possible(), onAccept, onReturn))
                .orElseGet(() -> call(list, onAccept, onReturn));
    }

    /// Surely passes what passes by every outcome the list may have; perhaps, what passes by one. Only the packets that
    /// are sent to a list matter there: the rest of the sets would be dead weight. This holds only for a list that
    /// leaves packets as they are: others may come back as packets that would not have been sent.
    private Bounds after(Outcomes.Outcome outcome, int sent, Bounds onAccept, Bounds onReturn) {
        int accepted = bdd.and(sent, outcome.accepted());
        int back = bdd.and(sent, outcome.back());
        int possible = bdd.or(bdd.and(accepted, onAccept.possible()), bdd.and(back, onReturn.possible()));
        if (outcome.firm() && onAccept.isFirm() && onReturn.isFirm()) {
            return Bounds.firm(possible);
        }
        int fails = bdd.or(
                bdd.and(sent, outcome.dropped()),
                bdd.or(bdd.without(accepted, onAccept.sure()), bdd.without(back, onReturn.sure())));
        return new Bounds(bdd.without(sent, fails), possible);
    }

    private Bounds marked(String mark, Bounds rest) {
        var number = vocabulary.mark(mark);
        if (number.isEmpty()) {
            return rest;
        }
        int cube = sets.mark(number.get());
        int sure = bdd.set(rest.sure(), cube);
        return rest.isFirm() ? Bounds.firm(sure) : new Bounds(sure, bdd.set(rest.possible(), cube));
    }

    /// Accepted, dropped, or looked at further.
    private Bounds undecided(Bounds onAccept, Bounds rest) {
        return new Bounds(Bdd.NONE, bdd.or(onAccept.possible(), rest.possible()));
    }

    /// Each operation stays within the packets that match: an unknown match on one address must not cost a
    /// walk over everything that follows.
    private Bounds choose(Bounds match, Bounds then, Bounds otherwise) {
        if (match.isFirm()) {
            int sure = folding.choose(match, then.sure(), otherwise.sure());
            return then.isFirm() && otherwise.isFirm()
                    ? Bounds.firm(sure)
                    : new Bounds(sure, folding.choose(match, then.possible(), otherwise.possible()));
        }
        int sure = bdd.without(otherwise.sure(), bdd.without(match.possible(), then.sure()));
        int possible = bdd.or(otherwise.possible(), bdd.and(match.possible(), then.possible()));
        return new Bounds(
                bdd.choose(match.sure(), then.sure(), sure), bdd.choose(match.sure(), then.possible(), possible));
    }
}
