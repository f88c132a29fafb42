package org.asepsie.engine.directory.control;

/// One object that fails a point.
///
/// @param object its index in the forest
/// @param proof the attribute or the entry that shows it, in the directory's own words: `pwdLastSet 2019-03-01`
/// @param level the level at which it fails, 1 to 4
public record Finding(int object, String proof, int level) {}
