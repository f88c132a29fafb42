package org.asepsie.knowledge;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// One `key: value` block of a file. A value that is missing or wrong is written down as a [Problem] and read as
/// something harmless, so that one mistake does not hide the next; whoever reads drops what came with problems.
///
/// The keys asked for are the keys that exist: [#close] refuses all others, naming the nearest one.
final class Fields {
    private static final Text SEE_FORMAT = new Text("Voyez docs/knowledge-format.md.", "See docs/knowledge-format.md.");

    private final Node node;
    private final Problems problems;
    private final Map<String, Node> values = new LinkedHashMap<>();
    private final Map<String, Node> keys = new HashMap<>();
    private final Set<String> asked = new LinkedHashSet<>();

    Fields(Node node, Problems problems) {
        this.node = node;
        this.problems = problems;
        if (!(node instanceof MappingNode mapping)) {
            problems.at(
                    node,
                    new Text("un bloc « clé: valeur » est attendu ici.", "a \"key: value\" block is expected here."),
                    SEE_FORMAT);
            return;
        }
        for (var entry : mapping.getValue()) {
            var key = entry.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?";
            keys.put(key, entry.getKeyNode());
            if (values.put(key, entry.getValueNode()) != null) {
                problems.at(
                        entry.getKeyNode(),
                        new Text(
                                "la clé « " + key + " » est écrite deux fois.",
                                "key \"" + key + "\" is written twice."),
                        new Text("Gardez-en une.", "Keep one of them."));
            }
        }
    }

    /// Remembers that this block is where `read` comes from.
    <T> T remember(T read) {
        problems.remember(read, node);
        return read;
    }

    Node node() {
        return node;
    }

    Problems problems() {
        return problems;
    }

    /// Refuses the keys that nobody asked for: a typing mistake must not pass for silence.
    void close() {
        for (var key : values.keySet()) {
            if (!asked.contains(key)) {
                var nearest = Nearest.to(key, asked);
                problems.at(
                        keys.getOrDefault(key, node),
                        new Text(
                                "la clé « " + key + " » n'existe pas ici.", "key \"" + key + "\" does not exist here."),
                        nearest.map(it -> new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                                .orElse(SEE_FORMAT));
            }
        }
    }

    boolean has(String key) {
        return optional(key) != null;
    }

    private @Nullable Node optional(String key) {
        asked.add(key);
        var value = values.get(key);
        return value == null || value.getTag().equals(Tag.NULL) ? null : value;
    }

    private @Nullable Node required(String key) {
        var value = optional(key);
        if (value == null && node instanceof MappingNode) {
            problems.at(
                    node,
                    new Text("il manque « " + key + " ».", "\"" + key + "\" is missing."),
                    new Text("Ajoutez « " + key + ": … ».", "Add \"" + key + ": …\"."));
        }
        return value;
    }

    String string(String key) {
        return string(required(key));
    }

    Optional<String> optionalString(String key) {
        return Optional.ofNullable(optional(key)).map(this::string);
    }

    private String string(@Nullable Node value) {
        if (value instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        if (value != null) {
            problems.at(
                    value,
                    new Text("un texte est attendu ici.", "a text is expected here."),
                    new Text(
                            "Écrivez-le sur une ligne, entre guillemets au besoin.",
                            "Write it on one line, in quotes if need be."));
        }
        return "";
    }

    Optional<Text> optionalText(String key) {
        return has(key) ? Optional.of(text(key)) : Optional.empty();
    }

    Text text(String key) {
        var value = required(key);
        return value == null ? new Text("", "") : texts(value);
    }

    private Text texts(Node value) {
        var inside = new Fields(value, problems);
        var text = inside.here();
        inside.close();
        return text;
    }

    /// The `fr` and `en` of this very block.
    Text here() {
        var fr = optional("fr");
        var en = optional("en");
        if (node instanceof MappingNode && (fr == null || en == null)) {
            var missing = fr == null ? "fr" : "en";
            problems.untranslated(
                    node,
                    new Text("il manque le texte « " + missing + " ».", "the \"" + missing + "\" text is missing."),
                    new Text("Écrivez {fr: …, en: …}.", "Write {fr: …, en: …}."));
        }
        return new Text(string(fr), string(en));
    }

    int integer(String key, int from, int to) {
        return (int) decimal(key, from, to, true);
    }

    double decimal(String key, double from, double to) {
        return decimal(key, from, to, false);
    }

    private double decimal(String key, double from, double to, boolean whole) {
        var value = required(key);
        return value == null ? from : decimal(value, from, to, whole);
    }

    private double decimal(Node value, double from, double to, boolean whole) {
        var text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        try {
            var number = new BigDecimal(text.strip());
            var fits = number.compareTo(BigDecimal.valueOf(from)) >= 0 && number.compareTo(BigDecimal.valueOf(to)) <= 0;
            if (text.length() < 20
                    && fits
                    && (!whole || number.stripTrailingZeros().scale() <= 0)) {
                return number.doubleValue();
            }
        } catch (NumberFormatException _) {
            // told below, with the bounds
        }
        var bounds = whole ? "%.0f…%.0f".formatted(from, to) : from + "…" + to;
        problems.at(
                value,
                new Text(
                        "« " + text + " » n'est pas un nombre accepté ici.",
                        "\"" + text + "\" is not a number accepted here."),
                new Text("Écrivez un nombre dans " + bounds + ".", "Write a number within " + bounds + "."));
        return from;
    }

    boolean flag(String key, boolean otherwise) {
        var value = optional(key);
        if (value == null) {
            return otherwise;
        }
        var text = value instanceof ScalarNode scalar ? scalar.getValue() : "";
        if (!text.equals("true") && !text.equals("false")) {
            problems.at(
                    value,
                    new Text("« " + text + " » n'est ni true ni false.", "\"" + text + "\" is neither true nor false."),
                    new Text("Écrivez true ou false.", "Write true or false."));
        }
        return text.equals("true");
    }

    LocalDate date(String key) {
        return parsed(key, LocalDate::parse, LocalDate.EPOCH, "2026-11-21");
    }

    Optional<LocalDate> optionalDate(String key) {
        return has(key) ? Optional.of(date(key)) : Optional.empty();
    }

    Duration duration(String key) {
        return parsed(key, Duration::parse, Duration.ZERO, "PT4H");
    }

    Period period(String key, Period otherwise) {
        return has(key) ? parsed(key, Period::parse, otherwise, "P12M") : otherwise;
    }

    private <T> T parsed(String key, Function<String, T> parse, T harmless, String example) {
        var value = required(key);
        if (value == null) {
            return harmless;
        }
        var text = string(value);
        try {
            return parse.apply(text);
        } catch (DateTimeException _) {
            problems.at(
                    value,
                    new Text(
                            "« " + text + " » n'a pas la forme attendue.",
                            "\"" + text + "\" does not have the expected form."),
                    new Text("Écrivez par exemple " + example + ".", "Write for example " + example + "."));
            return harmless;
        }
    }

    /// One of a closed set of words, as the enum writes them in lower case with dashes.
    <E extends Enum<E>> E word(String key, Class<E> words) {
        var value = required(key);
        var harmless = words.getEnumConstants()[0];
        return value == null ? harmless : word(value, words);
    }

    <E extends Enum<E>> List<E> words(String key, Class<E> words) {
        return nodes(key).stream().map(it -> word(it, words)).toList();
    }

    private <E extends Enum<E>> E word(Node value, Class<E> words) {
        var text = string(value);
        for (var word : words.getEnumConstants()) {
            if (written(word).equalsIgnoreCase(text)) {
                return word;
            }
        }
        var choice = String.join(
                ", ",
                Arrays.stream(words.getEnumConstants()).map(Fields::written).toList());
        problems.at(
                value,
                new Text("« " + text + " » n'est pas connu ici.", "\"" + text + "\" is not known here."),
                new Text("Choisissez parmi : " + choice + ".", "Choose among: " + choice + "."));
        return words.getEnumConstants()[0];
    }

    private static String written(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    List<String> strings(String key) {
        return nodes(key).stream().map(this::string).toList();
    }

    List<Integer> integers(String key, int from, int to) {
        return nodes(key).stream().map(it -> (int) decimal(it, from, to, true)).toList();
    }

    List<Double> decimals(String key, int size, double from, double to) {
        var value = required(key);
        if (value == null) {
            return Collections.nCopies(size, from);
        }
        var numbers =
                nodes(key).stream().map(it -> decimal(it, from, to, false)).toList();
        if (numbers.size() != size) {
            problems.at(
                    value,
                    new Text(size + " nombres sont attendus.", size + " numbers are expected."),
                    new Text("Écrivez par exemple [1, 2].", "Write for example [1, 2]."));
            return Collections.nCopies(size, from);
        }
        return numbers;
    }

    /// One amount from 0 up, or a list of them.
    List<Double> amounts(String key, double most) {
        var value = required(key);
        if (value == null) {
            return List.of(0.0);
        }
        var amounts = value instanceof SequenceNode sequence
                ? sequence.getValue().stream()
                        .map(it -> decimal(it, 0, most, false))
                        .toList()
                : List.of(decimal(value, 0, most, false));
        if (amounts.isEmpty()) {
            problems.at(
                    value,
                    new Text("la liste est vide.", "the list is empty."),
                    new Text("Écrivez par exemple [3, 3, 6].", "Write for example [3, 3, 6]."));
            return List.of(0.0);
        }
        return amounts;
    }

    Fields block(String key) {
        var value = required(key);
        if (value == null) {
            // told once; what would be missing inside is not told again
            return new Fields(new MappingNode(Tag.MAP, List.of(), FlowStyle.BLOCK), new Problems());
        }
        return new Fields(value, problems);
    }

    List<Fields> blocks(String key) {
        return nodes(key).stream().map(it -> new Fields(it, problems)).toList();
    }

    List<Text> textList(String key) {
        return nodes(key).stream().map(this::texts).toList();
    }

    List<Node> nodes(String key) {
        var value = optional(key);
        if (value instanceof SequenceNode sequence) {
            return sequence.getValue();
        }
        if (value != null) {
            problems.at(
                    value,
                    new Text("une liste est attendue ici.", "a list is expected here."),
                    new Text("Écrivez [a, b], ou un tiret par ligne.", "Write [a, b], or one dash per line."));
        }
        return List.of();
    }

    /// All the entries of a block whose keys are ids.
    void each(BiConsumer<String, Node> reader) {
        for (var entry : new ArrayList<>(values.entrySet())) {
            asked.add(entry.getKey());
            reader.accept(entry.getKey(), entry.getValue());
        }
    }
}
