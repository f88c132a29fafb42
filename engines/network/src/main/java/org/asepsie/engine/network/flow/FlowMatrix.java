package org.asepsie.engine.network.flow;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.Address;

/// Connections from zone to zone. Answered and refused ones stay apart: a flow that was seen refused is not
/// in use.
///
/// @param cells one for each service between two zones, sorted by zones in their given order, protocol and
///     port
/// @param pairs one for each two zones between which anything was tried
/// @param rules how often each firewall rule decided, where the log names rules
/// @param window from the first to the last moment in the logs; "never seen" means in this window and no
///     longer
public record FlowMatrix(List<Cell> cells, List<Pair> pairs, List<RuleUse> rules, Optional<Window> window) {
    public FlowMatrix {
        cells = List.copyOf(cells);
        pairs = List.copyOf(pairs);
        rules = List.copyOf(rules);
    }

    /// @param port for TCP and UDP the responder's port, for ICMP type times 256 plus code, else 0
    public record Service(int protocol, int port) {
        /// Every port beyond those kept one by one (a port scan).
        public static final int OTHER_PORTS = ServiceCells.OTHER_PORTS;
        /// An ICMP message of which the log does not tell the type.
        public static final int UNKNOWN_ICMP = 0xffff;

        @Override
        public String toString() {
            var name = Protocols.name(protocol);
            return switch (protocol) {
                case Protocols.TCP, Protocols.UDP -> name + "/" + (port == OTHER_PORTS ? "…" : port);
                case Protocols.ICMP, Protocols.ICMPV6 ->
                    port >= UNKNOWN_ICMP ? name : name + "/" + (port >> 8) + "." + (port & 255);
                default -> name;
            };
        }
    }

    /// How many attempts ended in which way.
    public record Counts(long answered, long refused, long unanswered, long unclear) {
        public long all() {
            return answered + refused + unanswered + unclear;
        }

        public long of(Outcome outcome) {
            return switch (outcome) {
                case ANSWERED -> answered;
                case REFUSED -> refused;
                case UNANSWERED -> unanswered;
                case UNCLEAR -> unclear;
            };
        }

        Counts plus(Counts other) {
            return new Counts(
                    answered + other.answered,
                    refused + other.refused,
                    unanswered + other.unanswered,
                    unclear + other.unclear);
        }
    }

    /// @param first when the first connection began, @param last when the last one ended
    public record Window(Instant first, Instant last) {
        Window and(Window other) {
            return new Window(
                    first.isBefore(other.first) ? first : other.first, last.isAfter(other.last) ? last : other.last);
        }
    }

    /// @param from zone of the side that opened the connection; [ZoneTable#OUTSIDE] if in no declared zone
    /// @param bytes both directions together, as far as the log tells
    public record Cell(String from, String to, Service service, Counts counts, long bytes, Window seen) {}

    /// @param talkers the most active sources, the busiest first
    public record Pair(String from, String to, Counts counts, long bytes, Window seen, List<Talker> talkers) {
        public Pair {
            talkers = List.copyOf(talkers);
        }
    }

    /// One source address. Its true number of attempts lies between the bounds, which are equal unless a pair
    /// of zones has more than 64 sources.
    public record Talker(Address address, long atMost, long atLeast) {}

    /// @param rule as the log writes it: policy id, `slot level/rule id`, or tracker
    public record RuleUse(String rule, long passed, long refused, Instant first, Instant last) {}
}
