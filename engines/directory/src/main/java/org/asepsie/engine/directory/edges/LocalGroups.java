package org.asepsie.engine.directory.edges;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;

/// Who is in the local groups of hosts. A group that two hosts show under one identifier is one group, as those of
/// controllers are: its members are what was read on either.
final class LocalGroups {
    private final Forest forest;
    private final Map<Integer, Set<Integer>> shared = new HashMap<>();

    LocalGroups(Forest forest) {
        this.forest = forest;
        forest.all(Kind.COMPUTER).forEach(host -> {
            for (var group : LocalGroup.values()) {
                objects(host, group)
                        .forEach(it -> forest.refs(host, group.members())
                                .forEach(member -> shared.computeIfAbsent(it, _ -> new LinkedHashSet<>())
                                        .add(member)));
            }
        });
    }

    private IntStream objects(int host, LocalGroup group) {
        return forest.refs(host, Attribute.LOCAL_GROUPS).filter(it -> forest.rid(it) == group.rid());
    }

    IntStream members(int host, LocalGroup group) {
        var own = forest.refs(host, group.members());
        var elsewhere = objects(host, group)
                .flatMap(it -> shared.getOrDefault(it, Set.of()).stream().mapToInt(Integer::intValue));
        return IntStream.concat(own, elsewhere).distinct();
    }
}
