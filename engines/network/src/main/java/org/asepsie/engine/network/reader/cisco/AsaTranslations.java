package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Action.Translation;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.RuleList;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.asepsie.engine.network.reader.source.Gaps;

/// NAT of an object (`nat (real,mapped) static|dynamic …`): static before dynamic, as the device orders them.
/// Twice NAT and everything before 8.3 leave the packets between their interfaces open.
final class AsaTranslations {
    static final String DESTINATIONS = "nat mapped to real";
    static final String SOURCES = "nat real to mapped";

    private record Command(Position where, String text, String object, List<String> words) {}

    private final EntryParser parser;
    private final CiscoObjects objects;
    private final Gaps gaps;
    private final List<Command> ofObjects = new ArrayList<>();
    private final List<Command> open = new ArrayList<>();
    private boolean old;

    AsaTranslations(EntryParser parser, CiscoObjects objects, Gaps gaps) {
        this.parser = parser;
        this.objects = objects;
        this.gaps = gaps;
    }

    /// Before 8.3 lists see translated addresses.
    void version(String version) {
        old = version.matches("[67]\\..*|8\\.[0-2].*");
    }

    void ofObject(Position where, String text, String object, List<String> words) {
        ofObjects.add(new Command(where, text.strip(), object, words));
    }

    void twice(Position where, String text, List<String> words) {
        open.add(new Command(where, text.strip(), "", words));
    }

    void old(Position where, String text) {
        open.add(new Command(where, text.strip(), "", List.of()));
    }

    void build(Position file, List<AsaInterface> interfaces, Map<String, RuleList> into) {
        var destinations = new ArrayList<Rule>();
        var sources = new ArrayList<Rule>();
        for (var it : open) {
            open(it, destinations, sources);
        }
        for (var fixed : new boolean[] {true, false}) {
            for (var it : ofObjects) {
                if (it.words().contains("static") == fixed) {
                    object(it, interfaces, destinations, sources);
                }
            }
        }
        if (!destinations.isEmpty()) {
            into.put(DESTINATIONS, new RuleList(DESTINATIONS, file, destinations, Ending.ACCEPT));
        }
        if (!sources.isEmpty()) {
            into.put(SOURCES, new RuleList(SOURCES, file, sources, Ending.ACCEPT));
        }
    }

    private void open(Command it, List<Rule> destinations, List<Rule> sources) {
        if (!it.words().isEmpty() && it.words().getLast().equals("inactive")) {
            return;
        }
        var undecided = gaps.undecided(it.where(), Reason.TRANSLATION, it.text());
        destinations.add(Rule.written(it.where(), it.text(), side(it, 1, true), undecided));
        sources.add(Rule.written(it.where(), it.text(), Match.all(side(it, 0, true), side(it, 1, false)), undecided));
    }

    /// The interface of `(real,mapped)` at `index`, entered or left by.
    private static Match side(Command it, int index, boolean enters) {
        var pair = it.words().size() > 1 ? it.words().get(1) : "";
        var names = pair.startsWith("(") && pair.endsWith(")")
                ? pair.substring(1, pair.length() - 1).split(",")
                : new String[0];
        if (names.length != 2 || names[index].equals("any")) {
            return Match.EVERY;
        }
        return enters ? new Match.EntersBy(names[index]) : new Match.LeavesBy(names[index]);
    }

    private void object(Command it, List<AsaInterface> interfaces, List<Rule> destinations, List<Rule> sources) {
        var words = it.words();
        var simple = !old && words.size() == 4;
        var mapped = simple ? mapped(it, words.get(3), interfaces) : Optional.<AddressBlock>empty();
        var real = block(it.object());
        if (mapped.isEmpty() || real.isEmpty()) {
            open(it, destinations, sources);
            return;
        }
        var leaves = Match.all(
                side(it, 0, true), side(it, 1, false), parser.network(it.where(), it.object(), Match.Source::new));
        sources.add(Rule.written(
                it.where(),
                it.text(),
                leaves,
                new Action.Translate(
                        Action.Side.SOURCE, new Translation.Into(Addresses.of(mapped.get())), Optional.empty())));
        if (words.get(2).equals("static")) {
            destinations.add(Rule.written(
                    it.where(),
                    it.text(),
                    Match.all(side(it, 1, true), new Match.Destination(Addresses.of(mapped.get()))),
                    new Action.Translate(
                            Action.Side.DESTINATION,
                            new Translation.Into(Addresses.of(real.get())),
                            Optional.empty())));
        }
    }

    /// `interface`, an object, or an address; a single address stands for a block as large as the real one,
    /// which is only plain where that is a host.
    private Optional<AddressBlock> mapped(Command it, String word, List<AsaInterface> interfaces) {
        if (word.equals("interface")) {
            return interfaces.stream()
                    .filter(candidate -> side(it, 1, true).equals(new Match.EntersBy(candidate.name)))
                    .flatMap(candidate -> candidate.addresses.stream())
                    .<AddressBlock>map(AddressBlock::host)
                    .findFirst();
        }
        if (objects.has(CiscoObjects.Kind.NETWORK, word)) {
            return block(word);
        }
        var real = block(it.object());
        var host =
                real.isPresent() && real.get() instanceof AddressBlock.Range(var first, var last) && first.equals(last);
        try {
            return host || it.words().get(2).equals("dynamic")
                    ? Optional.of(AddressBlock.host(Address.of(word)))
                    : Optional.empty();
        } catch (IllegalArgumentException _) {
            return Optional.empty();
        }
    }

    private Optional<AddressBlock> block(String object) {
        return parser.quietly().network(Position.whole(""), object, Match.Source::new)
                                instanceof Match.Source(var addresses)
                        && addresses.blocks().size() == 1
                ? Optional.of(addresses.blocks().getFirst())
                : Optional.empty();
    }
}
