package org.asepsie.app.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.asepsie.knowledge.Text;

/// One action decided once for several sites.
///
/// @param node the place above them where it is decided
/// @param sites how many share it now
/// @param version rises with each change, so that of two people the second is told
public record SharedAction(
        SharedId id, NodeId node, ActionId action, Text title, Terms terms, int sites, int version, Stamp changed) {
    /// What is decided for all of them.
    public record Terms(Status status, String owner, Optional<LocalDate> due) {
        public Terms {
            if (status != Status.PLANNED && status != Status.UNDER_WAY && status != Status.DONE) {
                throw new IllegalArgumentException("a shared action is planned, under way or done, not " + status);
            }
            owner = owner.strip().length() <= Wish.LONGEST
                    ? owner.strip()
                    : owner.strip().substring(0, Wish.LONGEST);
        }

        /// The same as one site's plan holds it. The quarter stays the site's own.
        Wish over(Wish before) {
            return new Wish(status, "", owner, due, before.quarter());
        }
    }

    public record Stamp(String by, Instant at) {}
}
