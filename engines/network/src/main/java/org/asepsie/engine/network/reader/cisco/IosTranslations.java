package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Action.Translation;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.reader.source.Gaps;

/// `ip nat inside source …`: static entries translate both ways, lists translate the source of what leaves.
/// Every other form leaves what crosses from inside to outside, or back, open.
final class IosTranslations {
    static final String DESTINATIONS = "nat outside";
    static final String SOURCES = "nat inside";

    private record Command(Position where, String text, List<String> words) {}

    private final Gaps gaps;
    private final List<Command> commands = new ArrayList<>();
    private final Map<String, AddressBlock> pools = new HashMap<>();

    IosTranslations(Gaps gaps) {
        this.gaps = gaps;
    }

    /// The words behind `ip nat`.
    void command(Position where, String text, List<String> words) {
        if (words.size() >= 4 && words.getFirst().equals("pool")) {
            try {
                pools.put(words.get(1), new AddressBlock.Range(Address.of(words.get(2)), Address.of(words.get(3))));
            } catch (IllegalArgumentException _) {
                gaps.tell(where, Reason.TRANSLATION, text);
            }
        } else if (!words.isEmpty()
                && !List.of("translation", "log", "service", "settings").contains(words.getFirst())) {
            commands.add(new Command(where, text.strip(), words));
        }
    }

    void build(
            Position file,
            List<IosInterface> interfaces,
            AccessLists lists,
            Map<String, RuleList> rules,
            Map<String, RuleList> into) {
        if (commands.isEmpty()) {
            return;
        }
        var inside = new ArrayList<Match>();
        var outside = new ArrayList<Match>();
        var toOutside = new ArrayList<Match>();
        for (var it : interfaces) {
            if (it.natInside) {
                inside.add(new Match.EntersBy(it.name));
            }
            if (it.natOutside) {
                outside.add(new Match.EntersBy(it.name));
                toOutside.add(new Match.LeavesBy(it.name));
            }
        }
        var leaving = Match.all(Match.oneOf(inside), Match.oneOf(toOutside));
        var entering = Match.oneOf(outside);
        var sources = new ArrayList<Rule>();
        var destinations = new ArrayList<Rule>();
        for (var command : commands) {
            try {
                if (!understood(command, leaving, entering, interfaces, lists, rules, sources, destinations)) {
                    open(command, leaving, entering, sources, destinations);
                }
            } catch (IllegalArgumentException | IndexOutOfBoundsException _) {
                open(command, leaving, entering, sources, destinations);
            }
        }
        into.put(DESTINATIONS, new RuleList(DESTINATIONS, file, destinations, Ending.ACCEPT));
        into.put(SOURCES, new RuleList(SOURCES, file, sources, Ending.ACCEPT));
    }

    private void open(Command it, Match leaving, Match entering, List<Rule> sources, List<Rule> destinations) {
        var undecided = gaps.undecided(it.where(), Reason.TRANSLATION, it.text());
        sources.add(Rule.written(it.where(), it.text(), leaving, undecided));
        destinations.add(Rule.written(it.where(), it.text(), entering, undecided));
    }

    private boolean understood(
            Command it,
            Match leaving,
            Match entering,
            List<IosInterface> interfaces,
            AccessLists lists,
            Map<String, RuleList> rules,
            List<Rule> sources,
            List<Rule> destinations) {
        var words = it.words();
        if (words.size() < 4 || !words.get(0).equals("inside") || !words.get(1).equals("source")) {
            return false;
        }
        if (words.get(2).equals("list")) {
            var pool = translation(words, 4);
            if (pool.isEmpty() || !lists.filters(words.get(3))) {
                return false;
            }
            var match = Match.all(leaving, lists.permitted(words.get(3), rules));
            sources.add(Rule.written(
                    it.where(),
                    it.text(),
                    match,
                    new Action.Translate(Action.Side.SOURCE, pool.get(), Optional.empty())));
            return true;
        }
        return words.get(2).equals("static") && fixed(it, leaving, entering, interfaces, sources, destinations);
    }

    private Optional<Translation> translation(List<String> words, int at) {
        var rest = words.subList(at, words.size());
        if (rest.size() >= 2 && rest.getFirst().equals("interface")) {
            return Optional.of(new Translation.OwnAddress());
        }
        return rest.size() >= 2 && rest.getFirst().equals("pool") && pools.containsKey(rest.get(1))
                ? Optional.of(new Translation.Into(Addresses.of(pools.get(rest.get(1)))))
                : Optional.empty();
    }

    /// `static 10.0.0.5 192.0.2.5` or `static tcp 10.0.0.5 8080 192.0.2.5 80`, or `interface X` for the outer
    /// address.
    private static boolean fixed(
            Command it,
            Match leaving,
            Match entering,
            List<IosInterface> interfaces,
            List<Rule> sources,
            List<Rule> destinations) {
        var words = it.words().subList(3, it.words().size());
        var ports = words.getFirst().equals("tcp") || words.getFirst().equals("udp");
        if (words.getFirst().equals("network")) {
            return false;
        }
        var at = ports ? 1 : 0;
        var inner = AddressBlock.host(Address.of(words.get(at++)));
        var innerPort = ports ? PortRange.of(Integer.parseInt(words.get(at++))) : null;
        Address outerAddress;
        if (words.get(at).equals("interface")) {
            var name = words.get(at + 1);
            outerAddress = interfaces.stream()
                    .filter(candidate -> candidate.name.equals(name) && !candidate.addresses.isEmpty())
                    .map(candidate -> candidate.addresses.getFirst())
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException(name));
            at += 2;
        } else {
            outerAddress = Address.of(words.get(at++));
        }
        var outer = AddressBlock.host(outerAddress);
        var outerPort = ports ? PortRange.of(Integer.parseInt(words.get(at++))) : null;
        if (at < words.size() && !words.get(at).equals("extendable")) {
            return false;
        }
        Match in = Match.all(entering, new Match.Destination(Addresses.of(outer)));
        Match out = Match.all(leaving, new Match.Source(Addresses.of(inner)));
        if (innerPort != null && outerPort != null) {
            var protocol = new Match.Protocol(words.getFirst().equals("tcp") ? 6 : 17);
            in = Match.all(in, protocol, new Match.DestinationPort(outerPort));
            out = Match.all(out, protocol, new Match.SourcePort(innerPort));
        }
        destinations.add(Rule.written(
                it.where(),
                it.text(),
                in,
                new Action.Translate(
                        Action.Side.DESTINATION,
                        new Translation.Into(Addresses.of(inner)),
                        Optional.ofNullable(innerPort))));
        sources.add(Rule.written(
                it.where(),
                it.text(),
                out,
                new Action.Translate(
                        Action.Side.SOURCE,
                        new Translation.Into(Addresses.of(outer)),
                        Optional.ofNullable(outerPort))));
        return true;
    }
}
