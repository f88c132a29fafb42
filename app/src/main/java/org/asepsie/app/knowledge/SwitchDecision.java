package org.asepsie.app.knowledge;

import java.time.Instant;
import java.time.LocalDate;

/// An administrator's decision that a dated rule is in force here, or is not.
///
/// @param since from when the rule holds, which is not when it was decided
public record SwitchDecision(
        String ruleSwitch, boolean on, LocalDate since, String reason, String decidedBy, Instant decidedAt) {}
