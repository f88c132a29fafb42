package org.asepsie.engine.directory.graph;

import java.util.List;

/// What stops every path from the sources to the targets.
public sealed interface Cut {
    /// Removing `units` is enough, and costs `cost`; nothing cheaper than `lowerBound` is enough.
    ///
    /// @param units in ascending order, none superfluous; as near to the targets as the cost allows
    /// @param nearestSources another choice of the same cost, as near to the sources as can be; often the same
    record Found(List<Integer> units, List<Integer> nearestSources, long cost, long lowerBound) implements Cut {
        public Found {
            units = List.copyOf(units);
            nearestSources = List.copyOf(nearestSources);
        }

        /// Is this proven to be the cheapest there is?
        public boolean exact() {
            return cost == lowerBound;
        }
    }

    /// Some paths run over protected units only, so no set of changes is enough.
    ///
    /// @param sources how many sources have such a path
    /// @param paths one for some of them, shortest first
    record Impossible(int sources, List<Path> paths) implements Cut {
        public Impossible {
            paths = List.copyOf(paths);
        }
    }
}
