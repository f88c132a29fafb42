package org.asepsie.engine.network.reader.cisco;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.Words;

/// Goes through the lines of an IOS configuration. A line at the margin opens a block, indented ones belong
/// to it.
final class IosConfig {
    private final ConfigText text;
    private final Words words = new Words();
    private final Gaps gaps = new Gaps();
    private final CiscoObjects objects = new CiscoObjects();
    private final EntryParser parser = new EntryParser(objects, gaps, true);
    private final AccessLists lists = new AccessLists(parser, gaps);
    private final AccessLists lists6 = new AccessLists(parser, gaps);
    private final IosInterfaces interfaces = new IosInterfaces(gaps);
    private final IosRoutes routes = new IosRoutes(gaps);
    private final IosTranslations translations = new IosTranslations(gaps);
    private final Set<String> terminals = new TreeSet<>();
    private String name = "";
    private int said;
    private int line;
    private Block block = (_, _, _) -> {};
    private final PlainEntries plain;

    /// What to do with the indented lines below a command.
    interface Block {
        void line(Position where, String text, List<String> words);

        /// Takes a line before its words are cut, if it can.
        default boolean plain(int number) {
            return false;
        }
    }

    IosConfig(ConfigText text) {
        this.text = text;
        plain = new PlainEntries(text, true);
    }

    boolean isEmpty() {
        return interfaces.isEmpty() && lists.isEmpty() && lists6.isEmpty();
    }

    void read() {
        for (line = 1; line <= text.lines(); line++) {
            var first = text.firstWord(line);
            if (first == text.end(line) || text.whole().charAt(first) == '!') {
                continue;
            }
            said++;
            char margin = text.whole().charAt(text.start(line));
            boolean indented = margin == ' ' || margin == '\t';
            if (indented ? block.plain(line) : margin == 'a' && plainNumbered()) {
                continue;
            }
            var raw = text.line(line);
            var words = this.words.in(text.whole(), text.start(line), text.end(line));
            if (words.isEmpty()) {
                continue;
            }
            if (indented) {
                block.line(text.at(line), raw, words);
            } else {
                block = command(text.at(line), raw, words);
            }
        }
    }

    private Block command(Position where, String raw, List<String> words) {
        switch (words.getFirst()) {
            case "hostname" -> name = word(words, 1);
            case "banner" -> skipBanner(raw);
            case "interface" -> {
                return interfaces.open(where, String.join("", words.subList(1, words.size())));
            }
            case "access-list" -> numbered(where, raw, words);
            case "ip", "ipv4" -> {
                return ip(where, raw, words);
            }
            case "ipv6" -> {
                return ipv6(where, raw, words);
            }
            case "object-group" -> {
                return group(words);
            }
            case "line" -> {
                return this::terminal;
            }
            case "router" -> gaps.harmless(where, Reason.ROUTING, "router " + word(words, 1) + " " + word(words, 2));
            case "crypto" -> {
                gaps.harmless(where, Reason.TUNNEL, "crypto " + word(words, 1));
            }
            case "class-map", "policy-map", "zone", "zone-pair", "route-map", "vrf", "parameter-map", "time-range" ->
                gaps.harmless(where, Reason.NOT_COVERED, raw);
            default -> {
                if (!IosBesideThePoint.command(words.getFirst())) {
                    gaps.harmless(where, Reason.UNKNOWN_WORD, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    /// The word at a place of a line, or an empty one behind its end.
    static String word(List<String> words, int index) {
        return index < words.size() ? words.get(index) : "";
    }

    /// `banner motd ^C … ^C`: free text up to the delimiter.
    private void skipBanner(String raw) {
        var words = raw.strip().split(" +", 3);
        if (words.length < 3 || words[2].isEmpty()) {
            return;
        }
        var mark =
                words[2].startsWith("^") && words[2].length() > 1 ? words[2].substring(0, 2) : words[2].substring(0, 1);
        if (words[2].indexOf(mark, mark.length()) >= 0) {
            return;
        }
        while (line < text.lines()) {
            line++;
            said++;
            if (text.line(line).contains(mark)) {
                return;
            }
        }
    }

    /// The number tells the kind (IOS Security Configuration Guide, "Access list numbers").
    private void numbered(Position where, String raw, List<String> words) {
        var number = word(words, 1);
        var value = listNumber(number);
        var standard = value >= 1 && value <= 99 || value >= 1300 && value <= 1999;
        var extended = value >= 100 && value <= 199 || value >= 2000 && value <= 2699;
        if (standard || extended) {
            lists.add(where, number, standard, raw, words.subList(2, words.size()));
            lists.expect(number);
        } else {
            gaps.harmless(where, Reason.NOT_COVERED, raw);
        }
    }

    /// `access-list 101 permit …` of a list that was expected.
    private boolean plainNumbered() {
        var words = plain.line(line);
        int begin = words.at();
        var listed = words.take("access-list") ? lists.expected(words) : null;
        if (listed == null || !listed.add(plain.entry(begin, line, listed.standard()))) {
            return false;
        }
        block = (_, _, _) -> {};
        return true;
    }

    private static int listNumber(String word) {
        var plain = word.length() <= 4 && CiscoNames.isNumber(word);
        return plain ? Integer.parseInt(word) : -1;
    }

    private Block ip(Position where, String raw, List<String> words) {
        switch (word(words, 1)) {
            case "access-list" -> {
                return named(where, words, lists);
            }
            case "route" -> routes.add(where, words.subList(2, words.size()));
            case "nat" -> translations.command(where, raw, words.subList(2, words.size()));
            case "inspect" -> gaps.harmless(where, Reason.APPLICATION, raw);
            default -> {
                if (!IosBesideThePoint.ip(word(words, 1))) {
                    gaps.harmless(where, Reason.UNKNOWN_WORD, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private Block named(Position where, List<String> words, AccessLists into) {
        var kind = word(words, 2);
        if (kind.equals("resequence") || kind.equals("logging") || kind.equals("log-update")) {
            return (_, _, _) -> {};
        }
        var standard = kind.equals("standard");
        var list = standard || kind.equals("extended") ? word(words, 3) : kind;
        var listed = into.open(where, list, standard);
        return new Block() {
            @Override
            public void line(Position at, String raw, List<String> entry) {
                if (entry.getFirst().equals("no")) {
                    gaps.tell(at, Reason.UNKNOWN_WORD, raw.strip());
                } else {
                    into.add(at, list, standard, raw, entry);
                }
            }

            @Override
            public boolean plain(int number) {
                int begin = plain.line(number).at();
                return listed.add(plain.entry(begin, number, listed.standard()));
            }
        };
    }

    private Block ipv6(Position where, String raw, List<String> words) {
        switch (word(words, 1)) {
            case "access-list" -> {
                return named(where, words, lists6);
            }
            case "route" -> routes.add6(where, words.subList(2, words.size()));
            default -> {
                if (word(words, 1).equals("nat")) {
                    gaps.tell(where, Reason.TRANSLATION, raw);
                }
            }
        }
        return (_, _, _) -> {};
    }

    private Block group(List<String> words) {
        var address = word(words, 1).equals("ip") || word(words, 1).equals("ipv6");
        var network = word(words, 1).equals("network") || address;
        var list = network || word(words, 1).equals("service") || word(words, 1).equals("v4-network");
        if (!list) {
            return (where, raw, _) -> gaps.harmless(where, Reason.NOT_COVERED, raw);
        }
        var named = word(words, address ? 3 : 2);
        var kind =
                network || word(words, 1).equals("v4-network") ? CiscoObjects.Kind.NETWORK : CiscoObjects.Kind.SERVICE;
        var open = objects.open(kind, named, "");
        return (where, _, line) -> {
            var rest = line.getFirst().matches("\\d+") && line.size() > 1 ? line.subList(1, line.size()) : line;
            if (!rest.getFirst().equals("description")) {
                open.lines().add(new CiscoObjects.Line(where, rest));
            }
        };
    }

    private void terminal(Position where, String raw, List<String> words) {
        if (words.getFirst().equals("access-class") && words.getLast().equals("in")) {
            terminals.add(word(words, 1));
        }
    }

    Reading finished() {
        var open = interfaces.inUse();
        var ways = new IosWays(text.at(0), lists, lists6, open, translations, gaps);
        var built = ways.build(terminals);
        var device = new Device(
                name.isEmpty() ? text.file() : name,
                "cisco-ios",
                open.stream().map(IosInterface::finished).toList(),
                routes.all(),
                ways.lists(),
                built);
        return new Reading(text.file(), List.of(device), said, gaps.all());
    }
}
