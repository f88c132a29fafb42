package org.asepsie.app.followup;

import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plan;

/// Picks actions out of a plan.
final class ActionOf {
    private ActionOf() {}

    /// Another open measure that nobody has touched.
    static ActionId openBeside(Plan plan, ActionId first) {
        return plan.open().stream()
                .filter(it -> it.decision().isEmpty() && it.id().kind() == ActionId.Kind.DO)
                .map(Action::id)
                .filter(it -> !it.equals(first))
                .findFirst()
                .orElseThrow();
    }
}
