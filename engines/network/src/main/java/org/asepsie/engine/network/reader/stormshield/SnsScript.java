package org.asepsie.engine.network.reader.stormshield;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.KeyedValues;
import org.asepsie.engine.network.reader.source.KeyedWords;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.asepsie.engine.network.reader.source.Words;
import org.jspecify.annotations.Nullable;

/// Commands of a CLI or SMC script, obeyed in order: `CONFIG OBJECT …`, `CONFIG FILTER RULE …`, `CONFIG SLOT
/// ACTIVATE`.
final class SnsScript {
    /// The slot a script means that names none (ansible-sns-collection, `sns_policy`).
    private static final String USUAL_SLOT = "5";

    private static final List<String> COMMAND_WORDS = List.of("config", "filter", "rule", "insert", "update");

    private final SnsObjects objects;
    private final SnsSlots slots;
    private final Gaps gaps;
    private final KeyedWords keyed = new KeyedWords();
    private final SpanTable<Command> commands = new SpanTable<>();

    SnsScript(SnsObjects objects, SnsSlots slots, Gaps gaps) {
        this.objects = objects;
        this.slots = slots;
        this.gaps = gaps;
    }

    /// What stands before the first `key=value` of a line.
    ///
    /// @param words in capitals
    /// @param object the kind of object that the command is about, in small letters, or an empty text
    /// @param verb what becomes of the object or of the rule
    private record Command(String words, String object, String verb) {
        private static final String OBJECT = "CONFIG OBJECT ";
        private static final String RULE = "CONFIG FILTER RULE ";

        static Command of(String words) {
            if (words.startsWith(OBJECT)) {
                var rest = words.substring(OBJECT.length());
                var space = rest.indexOf(' ');
                var object = space < 0 ? rest : rest.substring(0, space);
                return new Command(words, object.toLowerCase(Locale.ROOT), space < 0 ? "" : rest.substring(space + 1));
            }
            return new Command(words, "", words.startsWith(RULE) ? words.substring(RULE.length()) : "");
        }

        boolean isRule() {
            return words.startsWith(RULE);
        }

        boolean isObject() {
            return words.startsWith(OBJECT);
        }
    }

    /// Obeys the line that stands in `text` from `from` to `to`.
    void command(Position where, String text, int from, int to) {
        var command = commandOf(text, from, to);
        var words = command.words();
        if (command.isObject()) {
            object(where, command, keyed.in(text, from, to));
        } else if (command.isRule()) {
            rule(where, command.verb(), keyed.in(text, from, to), text, from, to);
        } else if (words.equals("CONFIG SLOT ACTIVATE")) {
            var values = keyed.in(text, from, to);
            var slot = slot(values.get("type", "filter"), values.get("slot", "0"), values.get("global", "0"));
            if (slot == null) {
                gaps.tell(where, Reason.MALFORMED, words);
            } else {
                slots.activate(slot, where);
            }
        } else if (words.equals("CONFIG SLOT DEFAULT") || words.startsWith("CONFIG FILTER DEFAULT")) {
            slots.doubt(SnsSlots.Kind.FILTER, new SnsSlots.Doubt(where, Reason.UNKNOWN_WORD, words));
        } else {
            gaps.harmless(where, Reason.NOT_COVERED, words);
        }
    }

    /// Scripts hold thousands of lines of a few commands: each spelling is looked into once.
    private Command commandOf(String text, int from, int to) {
        var end = from;
        var hash = 0;
        var word = from;
        var wordHash = 0;
        for (; end < to; end++) {
            var letter = text.charAt(end);
            if (letter == '=' || letter == '"') {
                break;
            }
            hash = SpanTable.hash(hash, letter);
            if (letter <= ' ') {
                word = end + 1;
                wordHash = hash;
            }
        }
        // the word in which the first `=` stands is a value already
        if (end == to || text.charAt(end) == '"' || word == from) {
            return Command.of(spelled(text.substring(from, to)));
        }
        var known = commands.get(text, from, word, wordHash);
        if (known == null) {
            known = Command.of(spelled(text.substring(from, to)));
            commands.put(text.substring(from, word), wordHash, known);
        }
        return known;
    }

    private static String spelled(String line) {
        var verb = new StringBuilder();
        for (var word : Words.of(line)) {
            if (word.indexOf('=') >= 0) {
                break;
            }
            verb.append(verb.isEmpty() ? "" : " ").append(word.toUpperCase(Locale.ROOT));
        }
        return verb.toString();
    }

    private void object(Position where, Command command, KeyedValues values) {
        switch (command.verb()) {
            case "NEW", "UPDATE" -> objects.add(where, command.object(), values);
            case "ADDTO" ->
                objects.addTo(where, command.object().equals("servicegroup"), values.get("group"), values.get("node"));
            case "DELETE", "REMOVEFROM" -> gaps.tell(where, Reason.UNKNOWN_WORD, command.words());
            default -> gaps.harmless(where, Reason.NOT_COVERED, command.words());
        }
    }

    private void rule(Position where, String verb, KeyedValues values, String text, int from, int to) {
        var slot = slot(values.get("type", "filter"), values.get("index", USUAL_SLOT), values.get("global", "0"));
        if (slot == null) {
            slots.doubt(SnsSlots.Kind.FILTER, new SnsSlots.Doubt(where, Reason.MALFORMED, verb));
            return;
        }
        var position = values.get("position");
        var place = isNumber(position, 6) ? Integer.parseInt(position) : SnsSlots.BEHIND;
        var obeyed = switch (verb) {
            case "INSERT" -> {
                slots.insert(slot, place, Optional.of(new SnsRule(where, 0, withoutCommand(values))));
                yield true;
            }
            case "ADDSEP" -> {
                slots.insert(slot, place, Optional.empty());
                yield true;
            }
            case "UPDATE" -> slots.update(slot, place, where, withoutCommand(values));
            case "REMOVE" -> {
                if (position.equalsIgnoreCase("all")) {
                    slots.clear(slot);
                    yield true;
                }
                yield slots.remove(slot, place);
            }
            default -> false;
        };
        if (!obeyed) {
            var line = text.substring(from, to);
            slots.doubt(slot.kind(), new SnsSlots.Doubt(where, Reason.UNKNOWN_WORD, line));
        }
    }

    private static KeyedValues withoutCommand(KeyedValues values) {
        for (var word : COMMAND_WORDS) {
            values.remove(word);
        }
        return values;
    }

    private static boolean isNumber(String digits, int most) {
        for (var at = 0; at < digits.length(); at++) {
            if (digits.charAt(at) < '0' || digits.charAt(at) > '9') {
                return false;
            }
        }
        return !digits.isEmpty() && digits.length() <= most;
    }

    private static SnsSlots.@Nullable Slot slot(String type, String index, String global) {
        var kind = switch (type.toLowerCase(Locale.ROOT)) {
            case "filter" -> SnsSlots.Kind.FILTER;
            case "nat" -> SnsSlots.Kind.NAT;
            default -> null;
        };
        if (kind == null || !isNumber(index, 2)) {
            return null;
        }
        return new SnsSlots.Slot(kind, global.equals("1") || global.equalsIgnoreCase("on"), Integer.parseInt(index));
    }
}
