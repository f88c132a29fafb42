package org.asepsie.app.plan;

import java.time.LocalDate;
import java.util.Optional;

/// What people want for one action: whether, who, until when.
///
/// @param reason why it is not retained; empty otherwise
/// @param owner a name or a role, as they write it; empty for nobody yet
/// @param quarter the quarter they chose; empty lets the [Scheduler] choose
public record Wish(Status status, String reason, String owner, Optional<LocalDate> due, Optional<Quarter> quarter) {
    /// What applies to an action nobody has touched.
    public static final Wish NONE = new Wish(Status.PROPOSED, "", "", Optional.empty(), Optional.empty());

    public static final int LONGEST = 300;

    /// The parts that can be changed one by one, and so by two people at once.
    public enum Part {
        OWNER,
        DUE,
        QUARTER,
        STATUS
    }

    public Wish {
        reason = status == Status.DISMISSED ? shortened(reason) : "";
        owner = shortened(owner);
        if (status == Status.DISMISSED && reason.isEmpty()) {
            throw new ReasonMissing();
        }
        // Whoever gives an action an owner or a date has taken it up.
        if (status == Status.PROPOSED && (!owner.isEmpty() || due.isPresent() || quarter.isPresent())) {
            status = Status.PLANNED;
        }
    }

    public Wish withStatus(Status wanted, String why) {
        return wanted == Status.PROPOSED
                ? new Wish(wanted, "", "", Optional.empty(), Optional.empty())
                : new Wish(wanted, why, owner, due, quarter);
    }

    public Wish withOwner(String wanted) {
        return new Wish(status, reason, wanted, due, quarter);
    }

    public Wish withDue(Optional<LocalDate> wanted) {
        return new Wish(status, reason, owner, wanted, quarter);
    }

    public Wish withQuarter(Optional<Quarter> wanted) {
        return new Wish(status, reason, owner, due, wanted);
    }

    /// One part in writing, as the log keeps it.
    public String written(Part part) {
        return switch (part) {
            case STATUS -> status.code();
            case OWNER -> owner;
            case DUE -> due.map(LocalDate::toString).orElse("");
            case QUARTER -> quarter.map(Quarter::toString).orElse("");
        };
    }

    /// Whether one part is the same in both. The status goes with its reason: another reason for the same refusal is
    /// another decision.
    public boolean agrees(Part part, Wish other) {
        return written(part).equals(other.written(part)) && (part != Part.STATUS || reason.equals(other.reason));
    }

    /// @throws java.time.DateTimeException if it is neither empty nor a day as in `2027-03-31`
    public static Optional<LocalDate> day(String written) {
        return Optional.of(written.strip()).filter(it -> !it.isEmpty()).map(LocalDate::parse);
    }

    /// @throws IllegalArgumentException if it is neither empty nor a quarter as in `2027-1`
    public static Optional<Quarter> quarter(String written) {
        return Optional.of(written.strip()).filter(it -> !it.isEmpty()).map(Quarter::of);
    }

    /// The same with one part taken from `other`.
    Wish taking(Part part, Wish other) {
        return switch (part) {
            case STATUS -> new Wish(other.status, other.reason, owner, due, quarter);
            case OWNER -> withOwner(other.owner);
            case DUE -> withDue(other.due);
            case QUARTER -> withQuarter(other.quarter);
        };
    }

    private static String shortened(String text) {
        var stripped = text.strip();
        return stripped.length() <= LONGEST ? stripped : stripped.substring(0, LONGEST);
    }

    /// An action was set aside without saying why.
    public static final class ReasonMissing extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;

        ReasonMissing() {
            super("an action that is not retained needs a reason: the next reader will ask");
        }
    }
}
