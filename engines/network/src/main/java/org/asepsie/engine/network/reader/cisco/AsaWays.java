package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.source.Gaps;

/// The way of a packet through an ASA since 8.3: the destination is translated back, the list of the entering
/// interface and then the global one see real addresses, the route is looked up, security levels decide where
/// no list was bound, the list of the leaving interface, the source is translated. A bound list that is not
/// defined refuses nothing and permits nothing by itself: it is told and left out.
final class AsaWays {
    private static final String IN = "bound in";
    private static final String LEVELS = "security levels";
    private static final String OUT = "bound out";
    private static final String HERE = "to the device";

    private final Position file;
    private final AccessLists lists;
    private final List<AsaInterface> interfaces;
    private final AsaBindings bindings;
    private final AsaTranslations translations;
    private final Gaps gaps;
    private final Map<String, RuleList> built = new LinkedHashMap<>();

    AsaWays(
            Position file,
            AccessLists lists,
            List<AsaInterface> interfaces,
            AsaBindings bindings,
            AsaTranslations translations,
            Gaps gaps) {
        this.file = file;
        this.lists = lists;
        this.interfaces = interfaces;
        this.bindings = bindings;
        this.translations = translations;
        this.gaps = gaps;
    }

    Map<String, RuleList> lists() {
        return built;
    }

    Map<Traffic, List<Stage>> build() {
        built.putAll(lists.rules());
        var global = bindings.global().filter(this::defined);
        entering(global);
        levels(global.isPresent());
        leaving();
        translations.build(file, interfaces, built);
        var through = new ArrayList<Stage>();
        if (built.containsKey(AsaTranslations.DESTINATIONS)) {
            through.add(new Stage.Run(AsaTranslations.DESTINATIONS));
        }
        through.addAll(List.of(new Stage.Run(IN), new Stage.Routing(), new Stage.Run(LEVELS), new Stage.Run(OUT)));
        if (built.containsKey(AsaTranslations.SOURCES)) {
            through.add(new Stage.Run(AsaTranslations.SOURCES));
        }
        here();
        return Map.of(Traffic.THROUGH, through, Traffic.TO_DEVICE, List.of(new Stage.Run(HERE)));
    }

    private boolean defined(AsaBindings.Binding binding) {
        if (!lists.defines(binding.list())) {
            gaps.tell(binding.where(), Reason.UNDEFINED, "access-group " + binding.list());
            return false;
        }
        return true;
    }

    /// A list on the interface comes first; what it does not decide goes on to the global one, and is refused
    /// behind.
    private void entering(Optional<AsaBindings.Binding> global) {
        var rules = new ArrayList<Rule>();
        for (var it : interfaces) {
            bindings.in(it.name).filter(this::defined).ifPresent(binding -> {
                var both = global.map(other -> joined(binding.list(), other.list()))
                        .orElse(binding.list());
                rules.add(bound(binding, new Match.EntersBy(it.name), both, "in interface " + it.name));
            });
        }
        global.ifPresent(it -> rules.add(bound(it, Match.EVERY, it.list(), "global")));
        built.put(IN, new RuleList(IN, file, rules, Ending.ACCEPT));
    }

    private String joined(String first, String second) {
        var name = first + " then " + second;
        built.computeIfAbsent(name, _ -> {
            var one = built.get(first);
            var rules = new ArrayList<>(one == null ? List.of() : one.rules());
            rules.add(Rule.implied(file, "global list", Match.EVERY, new Action.Goto(second)));
            return new RuleList(name, file, rules, Ending.DROP);
        });
        return name;
    }

    private static Rule bound(AsaBindings.Binding binding, Match match, String list, String side) {
        return Rule.implied(
                binding.where(), "access-group " + binding.list() + " " + side, match, new Action.Goto(list));
    }

    private void levels(boolean global) {
        var rules = new ArrayList<Rule>();
        for (var from : interfaces) {
            var free = bindings.in(from.name)
                            .filter(it -> lists.defines(it.list()))
                            .isPresent()
                    || global;
            for (var to : interfaces) {
                if (passes(from, to, free)) {
                    rules.add(Rule.implied(
                            from.levelAt,
                            "security-level %d to %d".formatted(from.level(), to.level()),
                            Match.all(new Match.EntersBy(from.name), new Match.LeavesBy(to.name)),
                            Action.ACCEPT));
                }
            }
        }
        built.put(LEVELS, new RuleList(LEVELS, file, rules, interfaces.isEmpty() ? Ending.ACCEPT : Ending.DROP));
    }

    private boolean passes(AsaInterface from, AsaInterface to, boolean listed) {
        if (from == to) {
            return bindings.backOut();
        }
        if (from.level() == to.level()) {
            return bindings.betweenEquals();
        }
        return listed || from.level() > to.level();
    }

    private void leaving() {
        var rules = new ArrayList<Rule>();
        bindings.out().forEach((nameif, binding) -> {
            if (defined(binding)) {
                rules.add(bound(binding, new Match.LeavesBy(nameif), binding.list(), "out interface " + nameif));
            }
        });
        built.put(OUT, new RuleList(OUT, file, rules, Ending.ACCEPT));
    }

    /// Administration, VPN and routing protocols follow from commands all over the file: not read, hence
    /// open.
    private void here() {
        var undecided = gaps.undecided(file, Reason.IMPLICIT_RULES, "services of the ASA itself");
        var rule = Rule.implied(file, "services of the device", Match.EVERY, undecided);
        built.put(HERE, new RuleList(HERE, file, List.of(rule), Ending.DROP));
    }
}
