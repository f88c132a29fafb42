package org.asepsie.app.followup.web;

import java.util.List;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Reopenings.Reopened;
import org.asepsie.knowledge.Text;

/// What is done and not proven, each with what would prove it; and what evidence opened again.
public record UnprovenPage(Plan plan, List<Item> items, List<Again> again, boolean above) {
    public UnprovenPage {
        items = List.copyOf(items);
        again = List.copyOf(again);
    }

    public record Item(Action action, List<Need> needs) {
        public Item {
            needs = List.copyOf(needs);
        }
    }

    /// One thing that would prove it.
    ///
    /// @param address where to record it
    /// @param freshMonths how long one value is believed; 0 when a document is to be attached to an answer
    public record Need(Text title, Text meaning, String address, int freshMonths) {}

    public record Again(Action action, Reopened reopened) {}
}
