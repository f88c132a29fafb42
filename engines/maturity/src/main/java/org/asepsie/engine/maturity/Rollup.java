package org.asepsie.engine.maturity;

import java.util.Collection;
import java.util.Optional;

/// The maturity of a group of establishments, each weighted by its activity (places, beds, stays: one unit for
/// all).
///
/// An establishment that was not assessed counts as "anything from 0 to 4": leaving a bad one out never improves a
/// group.
///
/// @param coverage share of the activity that was assessed, 0 to 1
public record Rollup(Score proven, Score said, Score possible, double coverage) {

    /// @param standing empty when the establishment was not assessed
    public record Member(String establishment, long activity, Optional<Standing> standing) {
        public Member {
            if (activity < 0) {
                throw new IllegalArgumentException(
                        "%s has an activity of %d; it cannot be negative".formatted(establishment, activity));
            }
        }
    }

    public static Rollup of(Collection<Member> members) {
        long proven = 0;
        long said = 0;
        long possible = 0;
        long assessed = 0;
        long total = 0;
        for (var member : members) {
            var standing = member.standing().orElse(Standing.NOTHING_KNOWN);
            proven += member.activity() * standing.proven().score().thousandths();
            said += member.activity() * standing.said().score().thousandths();
            possible += member.activity() * standing.possible().score().thousandths();
            assessed += member.standing().isPresent() ? member.activity() : 0;
            total += member.activity();
        }
        if (total == 0) {
            return new Rollup(Score.NONE, Score.NONE, Score.FULL, 0);
        }
        return new Rollup(mean(proven, total), mean(said, total), mean(possible, total), (double) assessed / total);
    }

    /// Rounded down, like every score, so that a group shows a level only when it has it.
    private static Score mean(long sum, long total) {
        return new Score((int) (sum / total));
    }

    /// Whether enough of the activity was assessed to speak for the group; `share` (0 to 1) is set by the rule
    /// applied.
    public boolean covers(double share) {
        return coverage >= share;
    }

    public Standing.Interval interval() {
        return new Standing.Interval(said, possible);
    }
}
