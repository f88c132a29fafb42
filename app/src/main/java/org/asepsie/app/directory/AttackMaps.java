package org.asepsie.app.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.edges.EdgeKind;
import org.asepsie.engine.directory.edges.Remedy;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.engine.directory.graph.AttackGraphBuilder;
import org.asepsie.engine.directory.graph.Cut;

/// Makes maps out of forests, and bytes out of maps.
///
/// Kinds are written by their labels, so that a later version that knows more of them reads an old map rightly.
final class AttackMaps {
    private static final int VERSION = 1;

    private AttackMaps() {}

    static AttackMap of(AttackSurface surface, Cut cut) {
        var forest = surface.forest();
        var graph = surface.graph();
        var reached = surface.reach().reached();
        var top = surface.tierZero().nodes();
        var accounts = surface.tierZero().principals();
        var kept = (BitSet) reached.clone();
        kept.or(accounts);
        kept.or(top);
        var place = new int[forest.size()];
        var nodes = new ArrayList<AttackMap.Node>();
        kept.stream().forEach(it -> {
            place[it] = nodes.size();
            nodes.add(new AttackMap.Node(
                    forest.id(it),
                    forest.name(it),
                    forest.kind(it).name().toLowerCase(Locale.ROOT).replace('_', '-'),
                    top.get(it),
                    accounts.get(it)));
        });
        var units = new Numbers(surface);
        var built = new AttackGraphBuilder(nodes.size());
        reached.stream().filter(it -> !top.get(it)).forEach(from -> {
            for (var edge = graph.outStart(from); edge < graph.outEnd(from); edge++) {
                if (reached.get(graph.head(edge))) {
                    built.edge(
                            place[from],
                            place[graph.head(edge)],
                            graph.kind(edge),
                            Arrays.stream(graph.unitsOf(edge)).map(units::of).toArray());
                }
            }
        });
        var removed = cut instanceof Cut.Found found ? found.units() : List.<Integer>of();
        var cutHere = removed.stream().map(units::of).toList();
        return new AttackMap(nodes, units.units(), built.build(), cutHere);
    }

    /// Numbers units as they are met; what they are about may itself lie outside the map.
    private static final class Numbers {
        private final AttackSurface surface;
        private final Map<Integer, Integer> numbers = new LinkedHashMap<>();
        private final List<AttackMap.Unit> units = new ArrayList<>();

        private Numbers(AttackSurface surface) {
            this.surface = surface;
            units.add(new AttackMap.Unit(Remedy.Kind.NOBODYS, "", "", "", ""));
            numbers.put(AttackGraph.NOBODYS, AttackGraph.NOBODYS);
        }

        private int of(int unit) {
            return Optional.ofNullable(numbers.get(unit)).orElseGet(() -> {
                var remedy = surface.remedies().get(unit);
                units.add(new AttackMap.Unit(
                        remedy.kind(),
                        id(remedy.subject()),
                        name(remedy.subject()),
                        id(remedy.object()),
                        name(remedy.object())));
                numbers.put(unit, units.size() - 1);
                return units.size() - 1;
            });
        }

        private String id(int object) {
            return object < 0 ? "" : surface.forest().id(object);
        }

        private String name(int object) {
            return object < 0 ? "" : surface.forest().name(object);
        }

        private List<AttackMap.Unit> units() {
            return units;
        }
    }

    static byte[] closed(AttackMap map) {
        var bytes = new ByteArrayOutputStream(100_000);
        try (var out = new DataOutputStream(new GZIPOutputStream(bytes))) {
            out.writeInt(VERSION);
            out.writeInt(map.nodes().size());
            for (var node : map.nodes()) {
                out.writeUTF(node.id());
                out.writeUTF(node.name());
                out.writeUTF(node.kind());
                out.writeBoolean(node.top());
                out.writeBoolean(node.account());
            }
            out.writeInt(map.units().size());
            for (var unit : map.units()) {
                out.writeUTF(unit.kind().name());
                out.writeUTF(unit.subjectId());
                out.writeUTF(unit.subject());
                out.writeUTF(unit.objectId());
                out.writeUTF(unit.object());
            }
            edges(map.graph(), out);
            out.writeInt(map.cut().size());
            for (var unit : map.cut()) {
                out.writeInt(unit);
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private static void edges(AttackGraph graph, DataOutputStream out) throws IOException {
        var kinds = EdgeKind.values();
        out.writeInt(kinds.length);
        for (var kind : kinds) {
            out.writeUTF(kind.label());
        }
        out.writeInt(graph.edges());
        for (var node = 0; node < graph.nodes(); node++) {
            for (var edge = graph.outStart(node); edge < graph.outEnd(node); edge++) {
                out.writeInt(node);
                out.writeInt(graph.head(edge));
                out.writeByte(graph.kind(edge));
                var units = graph.unitsOf(edge);
                out.writeByte(units.length);
                for (var unit : units) {
                    out.writeInt(unit);
                }
            }
        }
    }

    static AttackMap open(byte[] closed) {
        try (var in = new DataInputStream(new GZIPInputStream(new ByteArrayInputStream(closed)))) {
            var version = in.readInt();
            if (version != VERSION) {
                throw new IllegalStateException("a map of version " + version + " cannot be read by this one");
            }
            var nodes = new ArrayList<AttackMap.Node>();
            for (var left = in.readInt(); left > 0; left--) {
                nodes.add(new AttackMap.Node(
                        in.readUTF(), in.readUTF(), in.readUTF(), in.readBoolean(), in.readBoolean()));
            }
            var units = new ArrayList<AttackMap.Unit>();
            for (var left = in.readInt(); left > 0; left--) {
                units.add(new AttackMap.Unit(
                        Remedy.Kind.valueOf(in.readUTF()), in.readUTF(), in.readUTF(), in.readUTF(), in.readUTF()));
            }
            var graph = edges(in, nodes.size());
            var cut = new ArrayList<Integer>();
            for (var left = in.readInt(); left > 0; left--) {
                cut.add(in.readInt());
            }
            return new AttackMap(nodes, units, graph, cut);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static AttackGraph edges(DataInputStream in, int nodes) throws IOException {
        var known = new LinkedHashMap<String, Integer>();
        for (var kind : EdgeKind.values()) {
            known.put(kind.label(), kind.ordinal());
        }
        var kinds = new int[in.readInt()];
        for (var it = 0; it < kinds.length; it++) {
            kinds[it] = known.getOrDefault(in.readUTF(), EdgeKind.GENERIC_ALL.ordinal());
        }
        var builder = new AttackGraphBuilder(nodes);
        for (var left = in.readInt(); left > 0; left--) {
            var from = in.readInt();
            var to = in.readInt();
            var kind = kinds[in.readUnsignedByte()];
            var units = new int[in.readUnsignedByte()];
            for (var it = 0; it < units.length; it++) {
                units[it] = in.readInt();
            }
            builder.edge(from, to, kind, units);
        }
        return builder.build();
    }
}
