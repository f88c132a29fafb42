package org.asepsie.app.followup.web;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.followup.Preview;

/// The workbook of a plan: out, back in, and what it would change.
///
/// @param key of the confirmation
public record WorkbookPage(Optional<Preview> preview, LocalDate today, boolean steers, boolean above, UUID key) {}
