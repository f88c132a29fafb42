package org.asepsie.app.sharing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.sharing.Needs.Need;
import org.asepsie.app.sharing.SharedAction;
import org.asepsie.knowledge.Text;

/// What the pages of shared actions show.
public final class SharedPages {
    private SharedPages() {}

    /// The places to choose from.
    public record Choose(List<SteeredPlace> places) {}

    /// What is shared below one place, and what could be.
    public record Overview(SteeredPlace place, List<SharedAction> shared, List<Need> needs, LocalDate today) {
        public boolean late(SharedAction action) {
            return action.terms().status() != org.asepsie.app.plan.Status.DONE
                    && action.terms().due().filter(it -> it.isBefore(today)).isPresent();
        }
    }

    /// One site in the form.
    ///
    /// @param taken whether it shares this action already
    public record Site(Facility facility, boolean needs, boolean chosen, boolean taken) {}

    /// The form of a new shared action, as the person left it.
    ///
    /// @param problem the key of what is wrong, or an empty string
    public record Begin(
            SteeredPlace place,
            ActionId action,
            Text title,
            List<Site> sites,
            String owner,
            String due,
            String status,
            String problem,
            UUID key) {}

    /// One site that shares the action, with what its own evidence says.
    public record Member(Facility facility, Action action) {}

    /// One shared action.
    public record Detail(
            SteeredPlace place, SharedAction shared, List<Member> members, LocalDate today, String problem, UUID key) {}
}
