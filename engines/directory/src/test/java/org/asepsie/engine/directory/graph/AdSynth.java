package org.asepsie.engine.directory.graph;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.asepsie.engine.directory.SharedData;

/// Reads a graph of the generator ADSynth: every relation is an edge of its own unit, all but the replication rights.
record AdSynth(
        AttackGraph graph,
        BitSet tierZero,
        BitSet principals,
        Map<Integer, Integer> expectedByDistance,
        List<Integer> expectedBehind) {
    private static final Pattern NODE = Pattern.compile("^\\{\"id\":\"(\\d+)\",\"labels\":\\[([^]]*)]");
    private static final Pattern TOP = Pattern.compile("\"objectid\":\"[^\"]*-(512|516|518|519|544)\"");
    private static final Pattern RELATION =
            Pattern.compile("\"label\":\"(\\w+)\".*\"start\":\\{\"id\":\"(\\d+)\".*\"end\":\\{\"id\":\"(\\d+)\"");

    static AdSynth read(String name) throws IOException {
        var folder = SharedData.directory("adsynth");
        var tierZero = new BitSet();
        var principals = new BitSet();
        var places = new HashMap<String, Integer>();
        AttackGraphBuilder builder = null;
        var file = folder.resolve(name + ".jsonl.gz");
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            var unit = 1;
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                var node = NODE.matcher(line);
                if (node.find()) {
                    var place = places.size();
                    places.put(node.group(1), place);
                    var labels = node.group(2);
                    principals.set(place, labels.contains("\"User\"") || labels.contains("\"Computer\""));
                    var top = labels.contains("\"Domain\"")
                            || (labels.contains("\"Group\"")
                                    && TOP.matcher(line).find());
                    tierZero.set(place, top);
                    continue;
                }
                var relation = RELATION.matcher(line);
                if (relation.find() && !relation.group(1).startsWith("GetChanges")) {
                    builder = builder == null ? new AttackGraphBuilder(places.size()) : builder;
                    builder.edge(
                            places.getOrDefault(relation.group(2), -1),
                            places.getOrDefault(relation.group(3), -1),
                            1,
                            unit++);
                }
            }
        }
        var expected = Files.readString(folder.resolve("expected.json"));
        expected = expected.substring(expected.indexOf("\"" + name + "\""));
        return new AdSynth(
                Objects.requireNonNull(builder, file + " holds no relations").build(),
                tierZero,
                principals,
                byDistance(expected),
                behind(expected));
    }

    private static Map<Integer, Integer> byDistance(String expected) {
        var from = expected.indexOf("\"principalsByDistance\"");
        var result = new TreeMap<Integer, Integer>();
        Pattern.compile("\"(\\d+)\": (\\d+)")
                .matcher(expected.substring(from, expected.indexOf('}', from)))
                .results()
                .forEach(it -> result.put(Integer.valueOf(it.group(1)), Integer.valueOf(it.group(2))));
        return result;
    }

    private static List<Integer> behind(String expected) {
        return Pattern.compile("\"principalsBehind\": (\\d+)")
                .matcher(expected)
                .results()
                .limit(10)
                .map((MatchResult it) -> Integer.valueOf(it.group(1)))
                .toList();
    }
}
