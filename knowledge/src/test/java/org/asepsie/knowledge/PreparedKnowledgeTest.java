package org.asepsie.knowledge;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// What the build writes into the product says what the files say.
class PreparedKnowledgeTest {
    private static final String EVERY_KIND = """
            text: "été : ’ €"
            number: 3
            nothing:
            list: [one, null, {inner: [2, 3]}]
            empty: {}
            long: |
              two
              lines
            """;

    @Test
    void keepsEveryKindOfValue() throws IOException {
        var tree = parsed(EVERY_KIND);

        var kept = PreparedKnowledge.read(prepared(tree));

        assertThat(kept).containsOnlyKeys("file.yaml");
        assertThat(shown(requireNonNull(kept.get("file.yaml"))))
                .isEqualTo(shown(tree))
                .contains("été : ’ €", "nothing: ∅", "two\nlines");
    }

    @Test
    void holdsEveryFileOfTheFolderValueByValue() throws IOException {
        var folder = Path.of(".");
        var bundled = PreparedKnowledge.bundled();

        assertThat(bundled.keySet())
                .containsExactlyInAnyOrderElementsOf(CatalogueReader.files(folder).stream()
                        .map(it -> CatalogueReader.name(folder, it))
                        .toList());
        for (var file : bundled.entrySet()) {
            assertThat(shown(file.getValue()))
                    .as(file.getKey())
                    .isEqualTo(shown(parsed(Files.readString(folder.resolve(file.getKey())))));
        }
    }

    @Test
    void refusesWhatTheBuildDidNotWrite() throws IOException {
        var damaged = prepared(parsed("a: b\n"));
        damaged[damaged.length - 6] = 9;

        assertThatThrownBy(() -> PreparedKnowledge.read(damaged))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("build it again");
    }

    private static byte[] prepared(MappingNode tree) throws IOException {
        var bytes = new ByteArrayOutputStream();
        PreparedKnowledge.write(Map.of("file.yaml", tree), bytes);
        return bytes.toByteArray();
    }

    private static MappingNode parsed(String yaml) {
        var input = new ByteArrayInputStream(yaml.getBytes(StandardCharsets.UTF_8));
        return YamlFile.read(input, "file.yaml", new Problems()).orElseThrow();
    }

    private static String shown(Node node) {
        return switch (node) {
            case ScalarNode value -> value.getTag().equals(Tag.NULL) ? "∅" : value.getValue();
            case SequenceNode list ->
                list.getValue().stream().map(PreparedKnowledgeTest::shown).collect(Collectors.joining(", ", "[", "]"));
            case MappingNode block ->
                block.getValue().stream()
                        .map(it -> shown(it.getKeyNode()) + ": " + shown(it.getValueNode()))
                        .collect(Collectors.joining(", ", "{", "}"));
            default -> throw new AssertionError(node.getNodeType());
        };
    }
}
