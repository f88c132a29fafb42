package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.directory.Forest;

/// The containers above an object.
final class Containers {
    /// Far more than a directory nests, so that a loop in broken data ends.
    private static final int DEEPEST = 200;

    private Containers() {}

    /// Nearest first.
    static List<Integer> above(Forest forest, int object) {
        var result = new ArrayList<Integer>();
        for (var at = forest.container(object);
                at >= 0 && at != object && result.size() < DEEPEST;
                at = forest.container(at)) {
            result.add(at);
        }
        return result;
    }
}
