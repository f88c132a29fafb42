package org.asepsie.app.plan;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.access.AccountId;

/// One line of the history of an action: a change, a comment or a file.
///
/// @param version of the action once this was done
/// @param before empty for a comment or a file
/// @param after the new value; the comment; the id of the file
/// @param note the reason of a status, the name of a file
public record Entry(
        ActionId action, int version, Kind kind, String before, String after, String note, Author by, Instant at) {
    public enum Kind {
        STATUS,
        OWNER,
        DUE,
        QUARTER,
        COMMENT,
        FILE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(Wish.Part part) {
            return valueOf(part.name());
        }
    }

    /// @param account empty when no person did it
    public record Author(String name, Optional<AccountId> account) {}
}
