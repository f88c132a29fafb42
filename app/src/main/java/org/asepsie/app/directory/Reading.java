package org.asepsie.app.directory;

import java.time.Duration;

/// What was read live of one naming context.
///
/// @param described entries that came with their security descriptor
/// @param refused why the directory held back the rest, in its own words; empty if all came
public record Reading(String base, long entries, long described, Duration took, String refused) {}
