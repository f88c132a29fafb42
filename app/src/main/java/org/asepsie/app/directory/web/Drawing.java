package org.asepsie.app.directory.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.directory.PathsToTop;
import tools.jackson.databind.json.JsonMapper;

/// Steps of paths as the elements that the drawing library reads.
final class Drawing {
    private static final JsonMapper MAPPER = JsonMapper.builder().build();

    private Drawing() {}

    /// @param behind how many accounts stand behind a point, folded into one mark beside it
    static String of(List<PathsToTop.Step> steps, Map<String, String> behind) {
        var nodes = new LinkedHashMap<String, Map<String, Object>>();
        var edges = new java.util.ArrayList<Map<String, Object>>();
        for (var step : steps) {
            node(nodes, step.from());
            node(nodes, step.to());
            edges.add(edge(step.from().id(), step.to().id(), step.relation()));
        }
        behind.forEach((id, label) -> {
            if (nodes.containsKey(id)) {
                nodes.put(
                        "folded-" + id,
                        Map.of("data", Map.of("id", "folded-" + id, "label", label, "kind", "folded", "top", false)));
                edges.add(edge("folded-" + id, id, ""));
            }
        });
        return MAPPER.writeValueAsString(Map.of("nodes", nodes.values(), "edges", edges));
    }

    private static void node(Map<String, Map<String, Object>> nodes, PathsToTop.Stop stop) {
        nodes.putIfAbsent(
                stop.id(),
                Map.of(
                        "data",
                        Map.of(
                                "id", stop.id(),
                                "label", stop.name().replaceFirst("@.*", ""),
                                "kind", stop.kind(),
                                "top", stop.top())));
    }

    private static Map<String, Object> edge(String from, String to, String label) {
        return Map.of("data", Map.of("source", from, "target", to, "label", label));
    }
}
