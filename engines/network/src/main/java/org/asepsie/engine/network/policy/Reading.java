package org.asepsie.engine.network.policy;

import java.util.List;

/// What a reader made of one file.
///
/// @param lines lines that say something: neither empty nor comments
/// @param gaps everything that was not understood, in the order of the file; a line may have several
public record Reading(String file, List<Device> devices, int lines, List<Gap> gaps) {
    public Reading {
        devices = List.copyOf(devices);
        gaps = List.copyOf(gaps);
    }

    /// How many of `lines` were understood wholly.
    public int understood() {
        return lines
                - (int) gaps.stream()
                        .mapToInt(it -> it.where().line())
                        .filter(it -> it > 0)
                        .distinct()
                        .count();
    }
}
