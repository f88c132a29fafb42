package org.asepsie.knowledge;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.snakeyaml.engine.v2.common.FlowStyle;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/// The knowledge as the build leaves it in the product: the keys and values of every file, parsed and checked. Reading
/// a megabyte of YAML takes one to two seconds of each start; reading this takes some milliseconds.
///
/// A file is its name and its root node. A node is one byte, then: nothing for an empty value (`0`), a text for a value
/// (`1`), a count and as many nodes for a list (`2`), a count and as many pairs of nodes for a block (`3`). A text is
/// its
/// length in bytes and its UTF-8. Counts and lengths are four bytes, the highest first. Line numbers are left out: what
/// is wrong was said at build.
final class PreparedKnowledge {
    static final String RESOURCE = "/asepsie-knowledge.bin";

    private static final byte EMPTY = 0;
    private static final byte VALUE = 1;
    private static final byte LIST = 2;
    private static final byte BLOCK = 3;

    private PreparedKnowledge() {}

    static void write(Map<String, MappingNode> files, OutputStream into) throws IOException {
        var out = new DataOutputStream(into);
        out.writeInt(files.size());
        for (var file : files.entrySet()) {
            write(file.getKey(), out);
            write(file.getValue(), out);
        }
        out.flush();
    }

    private static void write(Node node, DataOutputStream out) throws IOException {
        switch (node) {
            case ScalarNode empty when empty.getTag().equals(Tag.NULL) -> out.writeByte(EMPTY);
            case ScalarNode value -> {
                out.writeByte(VALUE);
                write(value.getValue(), out);
            }
            case SequenceNode list -> {
                out.writeByte(LIST);
                out.writeInt(list.getValue().size());
                for (var item : list.getValue()) {
                    write(item, out);
                }
            }
            case MappingNode block -> {
                out.writeByte(BLOCK);
                out.writeInt(block.getValue().size());
                for (var pair : block.getValue()) {
                    write(pair.getKeyNode(), out);
                    write(pair.getValueNode(), out);
                }
            }
            default -> throw new IllegalArgumentException("no way to write a " + node.getNodeType());
        }
    }

    private static void write(String text, DataOutputStream out) throws IOException {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    /// What the product carries, by file, in the order of their names.
    static Map<String, MappingNode> bundled() {
        try (var input = PreparedKnowledge.class.getResourceAsStream(RESOURCE)) {
            if (input == null) {
                throw new IllegalStateException("the knowledge is not in the product: build it again");
            }
            return read(input.readAllBytes());
        } catch (IOException notReadable) {
            throw new UncheckedIOException(notReadable);
        }
    }

    static Map<String, MappingNode> read(byte[] prepared) {
        var in = ByteBuffer.wrap(prepared);
        var files = new LinkedHashMap<String, MappingNode>();
        for (var left = in.getInt(); left > 0; left--) {
            files.put(text(in), (MappingNode) node(in));
        }
        return files;
    }

    private static Node node(ByteBuffer in) {
        var kind = in.get();
        return switch (kind) {
            case EMPTY -> new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN);
            case VALUE -> new ScalarNode(Tag.STR, text(in), ScalarStyle.PLAIN);
            case LIST -> {
                var count = in.getInt();
                var items = new ArrayList<Node>(count);
                for (var left = count; left > 0; left--) {
                    items.add(node(in));
                }
                yield new SequenceNode(Tag.SEQ, items, FlowStyle.BLOCK);
            }
            case BLOCK -> {
                var count = in.getInt();
                var pairs = new ArrayList<NodeTuple>(count);
                for (var left = count; left > 0; left--) {
                    var key = node(in);
                    pairs.add(new NodeTuple(key, node(in)));
                }
                yield new MappingNode(Tag.MAP, pairs, FlowStyle.BLOCK);
            }
            default -> throw new IllegalStateException("the knowledge in the product is damaged: build it again");
        };
    }

    private static String text(ByteBuffer in) {
        var length = in.getInt();
        var text = new String(in.array(), in.position(), length, StandardCharsets.UTF_8);
        in.position(in.position() + length);
        return text;
    }
}
