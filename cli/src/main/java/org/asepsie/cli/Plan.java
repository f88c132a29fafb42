package org.asepsie.cli;

import java.time.Clock;
import org.asepsie.knowledge.diagnosis.PlanDocument;
import picocli.CommandLine.Command;

@Command(
        name = "plan",
        mixinStandardHelpOptions = true,
        description = {
            "Propose un plan d'action, le plus utile d'abord.",
            "Proposes an action plan, the most useful first."
        })
final class Plan extends OnAnswers {
    Plan(Clock clock) {
        super(clock);
    }

    @Override
    Record document(Input.Case found, PlanDocument plan) {
        return plan;
    }

    @Override
    String text(Report report, Input.Case found, PlanDocument plan) {
        return report.plan(plan, Integer.MAX_VALUE);
    }
}
