package org.asepsie.app.followup.web;

import java.time.Instant;
import java.util.Optional;

/// A person's calendar of one plan.
///
/// @param since when an address was made; empty when there is none
/// @param address shown once, right after it was made; empty otherwise
public record CalendarPage(Optional<Instant> since, String address, boolean above) {}
