package org.asepsie.app.sharing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.plan.ActionId;
import org.asepsie.knowledge.Text;

/// What an adviser proposes to several sites that need the same: one campaign.
///
/// @param words in which the adviser puts it
/// @param day when it would take place
public record Offer(
        OfferId id,
        NodeId node,
        ActionId action,
        Text title,
        String words,
        Optional<LocalDate> day,
        String by,
        Instant at) {
    public static final int LONGEST = 2_000;

    public enum Answer {
        YES,
        NO,
        LATER;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Answer of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    /// What one site answered.
    ///
    /// @param answer empty while it has not
    public record Reply(FacilityId facility, Optional<Answer> answer, String note, String by, Optional<Instant> at) {}
}
