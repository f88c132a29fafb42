package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.asepsie.engine.network.policy.Position;

/// A line that had a say in what became of a packet.
///
/// @param list the list it stands in
/// @param text the rule, or the name of the list whose default decided
/// @param role what it did
public record Line(Position where, String list, String text, Role role) {
    public enum Role {
        /// Let the packet pass its stage.
        ACCEPTS,
        /// Stopped the packet.
        DROPS,
        /// Sent the packet to another list.
        CALLS,
        /// Sent the packet back to the calling list.
        RETURNS,
        /// Rewrote the packet.
        TRANSLATES,
        /// Decided because no rule did: the default of the list.
        DEFAULT_ACCEPTS,
        DEFAULT_DROPS,
        /// Nobody can tell from the file whether it applied; here it was read so.
        OPEN
    }

    /// The one line of `lines` to show first: the last rule that accepts or drops; else the last default;
    /// else the last.
    public static Optional<Line> deciding(List<Line> lines) {
        return last(lines, it -> it == Role.ACCEPTS || it == Role.DROPS)
                .or(() -> last(lines, it -> it == Role.DEFAULT_ACCEPTS || it == Role.DEFAULT_DROPS))
                .or(() -> last(lines, _ -> true));
    }

    private static Optional<Line> last(List<Line> lines, Predicate<Role> role) {
        return lines.reversed().stream().filter(it -> role.test(it.role())).findFirst();
    }
}
