package org.asepsie.app.access;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.PlaceNames.NamedPlace;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The names of places on the pages of this module: those the module `facility` gives, else kind and id.
@Service
public class PlaceLabels {
    private final ObjectProvider<PlaceNames> names;
    private final NodeStore nodes;

    PlaceLabels(ObjectProvider<PlaceNames> names, NodeStore nodes) {
        this.names = names;
        this.nodes = nodes;
    }

    @Transactional(readOnly = true)
    public Map<NodeId, String> of(Collection<NodeId> places) {
        var known = names.stream().findFirst().map(it -> it.of(places)).orElseGet(Map::of);
        var labels = new LinkedHashMap<NodeId, String>();
        for (var place : places) {
            labels.put(place, known.getOrDefault(place, plain(place)));
        }
        return labels;
    }

    @Transactional(readOnly = true)
    public String of(NodeId place) {
        return of(List.of(place)).getOrDefault(place, "");
    }

    /// Places below `within` to choose from: the tops themselves, then what `words` finds.
    @Transactional(readOnly = true)
    public List<NamedPlace> find(String words, List<NodeId> tops, List<NodePath> within, int limit) {
        var found = new ArrayList<NamedPlace>();
        of(tops).forEach((id, name) -> found.add(new NamedPlace(id, name)));
        var others = names.stream()
                .findFirst()
                .map(it -> it.find(words, within, limit))
                .orElseGet(() -> nodes.below(within, limit).stream()
                        .map(it -> new NamedPlace(it, plain(it)))
                        .toList());
        others.stream().filter(it -> !tops.contains(it.id())).forEach(found::add);
        return found;
    }

    private String plain(NodeId place) {
        var kind = nodes.kindOf(place).map(NodeKind::code).orElse("");
        return (kind + " " + place.value().toString().substring(0, 8)).strip();
    }
}
