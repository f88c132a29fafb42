package org.asepsie.app.knowledge.web;

import java.util.List;
import org.asepsie.app.knowledge.SwitchDecision;
import org.asepsie.app.page.FieldError;
import org.asepsie.knowledge.RuleSwitch;

/// The dated rules as they hold today, and every decision on them, newest first.
///
/// @param missing the fields that must be mended; their sentence is a wording key
public record SwitchesScreen(List<RuleSwitch> switches, List<SwitchDecision> decisions, List<FieldError> missing) {
    public SwitchesScreen {
        switches = List.copyOf(switches);
        decisions = List.copyOf(decisions);
        missing = List.copyOf(missing);
    }
}
