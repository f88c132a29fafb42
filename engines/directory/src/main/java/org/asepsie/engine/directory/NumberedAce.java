package org.asepsie.engine.directory;

/// What an entry says and a collector's fingerprint of it, as the numbers one [ForestBuilder] keeps them under: for
/// readers that meet the same entry a thousand times.
///
/// @param fingerprint 0 for none
public record NumberedAce(int kind, int fingerprint) {}
