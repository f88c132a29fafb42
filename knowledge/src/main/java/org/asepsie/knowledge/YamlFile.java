package org.asepsie.knowledge;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// Turns bytes that anybody may have written into a tree with line numbers, or says what is wrong with them.
///
/// Bounded on purpose: size, depth, no anchors or aliases (they make a small file large), no tags, one document.
final class YamlFile {
    static final int LARGEST = 4 * 1024 * 1024;
    private static final int DEEPEST = 20;

    private static final Text KEEP_UTF8 = new Text("Enregistrez le fichier en UTF-8.", "Save the file as UTF-8.");
    private static final Text PLAIN = new Text(
            "Écrivez la valeur en toutes lettres, sans ancre (&) ni renvoi (*).",
            "Write the value out, without anchor (&) or alias (*).");

    private YamlFile() {}

    static Optional<MappingNode> read(InputStream input, String name, Problems problems) {
        try {
            var bytes = input.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                problems.atLine(
                        1,
                        1,
                        new Text("le fichier dépasse 4 Mio.", "the file is larger than 4 MiB."),
                        new Text("Coupez-le en plusieurs fichiers.", "Cut it into several files."));
                return Optional.empty();
            }
            var text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return tree(text.startsWith("\uFEFF") ? text.substring(1) : text, name, problems);
        } catch (CharacterCodingException _) {
            problems.atLine(1, 1, new Text("le fichier n'est pas en UTF-8.", "the file is not UTF-8."), KEEP_UTF8);
        } catch (IOException notReadable) {
            problems.atLine(
                    1,
                    1,
                    new Text(
                            "lecture impossible : " + notReadable.getMessage(),
                            "cannot read: " + notReadable.getMessage()),
                    new Text("Vérifiez les droits et le disque.", "Check permissions and the disk."));
        }
        return Optional.empty();
    }

    private static Optional<MappingNode> tree(String text, String name, Problems problems) {
        var settings = LoadSettings.builder()
                .setLabel(name)
                .setUseMarks(true)
                .setCodePointLimit(LARGEST)
                .build();
        try {
            if (!plain(text, settings, problems)) {
                return Optional.empty();
            }
            var root = new Compose(settings).composeString(text);
            if (root.orElse(null) instanceof MappingNode mapping) {
                return Optional.of(mapping);
            }
            problems.atLine(
                    1,
                    1,
                    expected("clé: valeur", "key: value"),
                    new Text("Suivez docs/knowledge-format.md.", "Follow docs/knowledge-format.md."));
        } catch (MarkedYamlEngineException broken) {
            var mark = broken.getProblemMark();
            problems.atLine(
                    mark.map(it -> it.getLine() + 1).orElse(1),
                    mark.map(it -> it.getColumn() + 1).orElse(1),
                    new Text(
                            "YAML mal formé (" + broken.getProblem() + ").",
                            "broken YAML (" + broken.getProblem() + ")."),
                    new Text(
                            "Vérifiez le retrait, les guillemets et les « : » de cette ligne et de celle d'avant.",
                            "Check the indent, quotes and colons of this line and the one before."));
        } catch (YamlEngineException broken) {
            problems.atLine(
                    1,
                    1,
                    new Text("YAML illisible : " + broken.getMessage(), "unreadable YAML: " + broken.getMessage()),
                    KEEP_UTF8);
        }
        return Optional.empty();
    }

    private static Text expected(String fr, String en) {
        return new Text("le fichier ne contient pas de « " + fr + " ».", "the file holds no \"" + en + "\".");
    }

    /// Walks the events without building anything, so that a hostile file is refused before it costs memory.
    private static boolean plain(String text, LoadSettings settings, Problems problems) {
        var depth = 0;
        for (var event : new Parse(settings).parseString(text)) {
            var id = event.getEventId();
            if (id == Event.ID.Alias) {
                return refuse(
                        event, new Text("un renvoi (*) n'est pas accepté.", "an alias (*) is not accepted."), problems);
            }
            if (id == Event.ID.MappingStart || id == Event.ID.SequenceStart) {
                depth++;
            } else if (id == Event.ID.MappingEnd || id == Event.ID.SequenceEnd) {
                depth--;
            }
            if (depth > DEEPEST) {
                return refuse(event, new Text("trop de niveaux imbriqués.", "too many nested levels."), problems);
            }
        }
        return true;
    }

    private static boolean refuse(Event event, Text message, Problems problems) {
        var mark = event.getStartMark();
        problems.atLine(
                mark.map(it -> it.getLine() + 1).orElse(1),
                mark.map(it -> it.getColumn() + 1).orElse(1),
                message,
                PLAIN);
        return false;
    }
}
