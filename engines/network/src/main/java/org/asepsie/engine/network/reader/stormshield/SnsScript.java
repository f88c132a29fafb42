package org.asepsie.engine.network.reader.stormshield;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.KeyedWords;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.asepsie.engine.network.reader.source.Words;

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
    private final SpanTable<String> commands = new SpanTable<>();

    SnsScript(SnsObjects objects, SnsSlots slots, Gaps gaps) {
        this.objects = objects;
        this.slots = slots;
        this.gaps = gaps;
    }

    void command(Position where, String line) {
        var command = commandOf(line);
        if (command.startsWith("CONFIG OBJECT ")) {
            object(where, command.substring("CONFIG OBJECT ".length()), line);
        } else if (command.startsWith("CONFIG FILTER RULE ")) {
            rule(where, command.substring("CONFIG FILTER RULE ".length()), line);
        } else if (command.equals("CONFIG SLOT ACTIVATE")) {
            var values = keyed.in(line);
            slot(Map.of(
                            "type", values.getOrDefault("type", "filter"),
                            "index", values.getOrDefault("slot", "0"),
                            "global", values.getOrDefault("global", "0")))
                    .ifPresentOrElse(
                            it -> slots.activate(it, where), () -> gaps.tell(where, Reason.MALFORMED, command));
        } else if (command.equals("CONFIG SLOT DEFAULT") || command.startsWith("CONFIG FILTER DEFAULT")) {
            slots.doubt(SnsSlots.Kind.FILTER, new SnsSlots.Doubt(where, Reason.UNKNOWN_WORD, command));
        } else {
            gaps.harmless(where, Reason.NOT_COVERED, command);
        }
    }

    /// The words before the first `key=value`, in capitals. Scripts hold thousands of lines of a few commands.
    private String commandOf(String line) {
        var end = Math.max(line.indexOf('='), 0);
        while (end > 0 && line.charAt(end - 1) > ' ') {
            end--;
        }
        if (end == 0 || line.lastIndexOf('"', end) >= 0) {
            return spelled(line);
        }
        var hash = SpanTable.hash(line, 0, end);
        var known = commands.get(line, 0, end, hash);
        if (known == null) {
            known = spelled(line);
            commands.put(line.substring(0, end), hash, known);
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

    private void object(Position where, String command, String line) {
        var values = keyed.in(line);
        var space = command.indexOf(' ');
        var type = space < 0 ? command : command.substring(0, space);
        switch (space < 0 ? "" : command.substring(space + 1)) {
            case "NEW", "UPDATE" -> objects.add(where, type.toLowerCase(Locale.ROOT), values);
            case "ADDTO" ->
                objects.addTo(
                        where,
                        type.equals("SERVICEGROUP"),
                        values.getOrDefault("group", ""),
                        values.getOrDefault("node", ""));
            case "DELETE", "REMOVEFROM" -> gaps.tell(where, Reason.UNKNOWN_WORD, "CONFIG OBJECT " + command);
            default -> gaps.harmless(where, Reason.NOT_COVERED, "CONFIG OBJECT " + command);
        }
    }

    private void rule(Position where, String command, String line) {
        var values = keyed.in(line);
        var slot = slot(values);
        if (slot.isEmpty()) {
            slots.doubt(SnsSlots.Kind.FILTER, new SnsSlots.Doubt(where, Reason.MALFORMED, command));
            return;
        }
        var position = position(values);
        switch (command) {
            case "INSERT" ->
                slots.insert(slot.get(), position, Optional.of(new SnsRule(where, 0, withoutCommand(values))));
            case "ADDSEP" -> slots.insert(slot.get(), position, Optional.empty());
            case "UPDATE" -> {
                if (!slots.update(slot.get(), position.orElse(0), where, withoutCommand(values))) {
                    doubt(where, slot.get(), line);
                }
            }
            case "REMOVE" -> {
                if (values.getOrDefault("position", "").equalsIgnoreCase("all")) {
                    slots.clear(slot.get());
                } else if (!slots.remove(slot.get(), position.orElse(0))) {
                    doubt(where, slot.get(), line);
                }
            }
            default -> doubt(where, slot.get(), line);
        }
    }

    private void doubt(Position where, SnsSlots.Slot slot, String line) {
        slots.doubt(slot.kind(), new SnsSlots.Doubt(where, Reason.UNKNOWN_WORD, line));
    }

    private static Map<String, String> withoutCommand(Map<String, String> values) {
        COMMAND_WORDS.forEach(values::remove);
        return values;
    }

    private static Optional<Integer> position(Map<String, String> values) {
        var digits = values.getOrDefault("position", "");
        return isNumber(digits, 6) ? Optional.of(Integer.parseInt(digits)) : Optional.empty();
    }

    private static boolean isNumber(String digits, int most) {
        for (var at = 0; at < digits.length(); at++) {
            if (digits.charAt(at) < '0' || digits.charAt(at) > '9') {
                return false;
            }
        }
        return !digits.isEmpty() && digits.length() <= most;
    }

    private static Optional<SnsSlots.Slot> slot(Map<String, String> values) {
        var index = values.getOrDefault("index", USUAL_SLOT);
        if (!isNumber(index, 2)) {
            return Optional.empty();
        }
        var global = values.getOrDefault("global", "0");
        return kind(values.getOrDefault("type", "filter"))
                .map(it -> new SnsSlots.Slot(
                        it, global.equals("1") || global.equalsIgnoreCase("on"), Integer.parseInt(index)));
    }

    private static Optional<SnsSlots.Kind> kind(String type) {
        return switch (type.toLowerCase(Locale.ROOT)) {
            case "filter" -> Optional.of(SnsSlots.Kind.FILTER);
            case "nat" -> Optional.of(SnsSlots.Kind.NAT);
            default -> Optional.empty();
        };
    }
}
