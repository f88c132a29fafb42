package org.asepsie.engine.network.flow;

import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.function.Consumer;

/// Puts the two one-way records of a connection together.
///
/// The initiator is the side that sent SYN without ACK; else the side that asked for an ICMP echo; else the
/// earlier one; and where both began in the same instant (nfdump rounds to seconds) the one that speaks to
/// the port that recurs in the log, since clients are given ports at random; as a last resort the lower port
/// is the service. Memory is bounded: at most [#MOST_WAITING] records wait for their reply, each for
/// [#PATIENCE] of log time, and whoever waits longer is passed on alone; at most [#MOST_TIED] pairs wait
/// until more of the log has shown which port recurs. A connection that an exporter reports in several pieces
/// is counted once a piece.
final class Pairing {
    static final int MOST_WAITING = 1 << 17;
    static final int MOST_TIED = 1 << 15;
    /// Half an hour: longer than the active timeouts of exporters (softflowd, nfpcapd and IOS: 5 to 30
    /// minutes).
    static final long PATIENCE = 30 * 60 * 1_000_000L;

    private static final int RST = 0x04;
    private static final int SYN = 0x02;
    private static final int ACK = 0x10;

    /// Both ends and the protocol, the smaller end first, so that both directions are equal.
    private record Ends(long high1, long low1, int port1, long high2, long low2, int port2, int protocol) {
        static Ends of(Sighting it) {
            var ports = !it.isIcmp();
            var sourcePort = ports ? it.sourcePort : 0;
            var targetPort = ports ? it.targetPort : 0;
            return isSmaller(it)
                    ? new Ends(
                            it.source.high,
                            it.source.low,
                            sourcePort,
                            it.target.high,
                            it.target.low,
                            targetPort,
                            it.protocol)
                    : new Ends(
                            it.target.high,
                            it.target.low,
                            targetPort,
                            it.source.high,
                            it.source.low,
                            sourcePort,
                            it.protocol);
        }

        boolean asksForEcho(Half half) {
            return protocol == Protocols.ICMP && half.targetPort >> 8 == 8
                    || protocol == Protocols.ICMPV6 && half.targetPort >> 8 == 128;
        }

        private static boolean isSmaller(Sighting it) {
            var high = Long.compareUnsigned(it.source.high, it.target.high);
            var low = Long.compareUnsigned(it.source.low, it.target.low);
            return high != 0 ? high < 0 : low != 0 ? low < 0 : it.isIcmp() || it.sourcePort <= it.targetPort;
        }
    }

    private record Half(
            boolean fromSmaller, int sourcePort, int targetPort, long start, long end, long bytes, int flags) {
        static Half of(Sighting it) {
            return new Half(Ends.isSmaller(it), it.sourcePort, it.targetPort, it.start, it.end, it.bytes, it.tcpFlags);
        }

        boolean opens() {
            return (flags & (SYN | ACK)) == SYN;
        }
    }

    private record Tie(Ends ends, Half one, Half other) {}

    private final Consumer<Sighting> next;
    private final ArrayDeque<Tie> tied = new ArrayDeque<>();
    /// How many records have the port on either side.
    private final int[] portUses = new int[1 << 16];
    private final LinkedHashMap<Ends, Half> waiting = new LinkedHashMap<>();
    private final Sighting out = new Sighting();

    Pairing(Consumer<Sighting> next) {
        this.next = next;
    }

    void accept(Sighting record) {
        var ends = Ends.of(record);
        var half = Half.of(record);
        portUses[half.sourcePort]++;
        portUses[half.targetPort]++;
        var other = waiting.remove(ends);
        if (other != null && other.fromSmaller != half.fromSmaller && Math.abs(half.start - other.start) <= PATIENCE) {
            pair(ends, other, half);
        } else {
            if (other != null) {
                alone(ends, other);
            }
            waiting.put(ends, half);
        }
        while (!waiting.isEmpty()) {
            var eldest = waiting.firstEntry();
            if (waiting.size() <= MOST_WAITING && record.start - eldest.getValue().start <= PATIENCE) {
                break;
            }
            waiting.remove(eldest.getKey());
            alone(eldest.getKey(), eldest.getValue());
        }
    }

    /// Passes on what still waits: there will be no more records.
    void finish() {
        tied.forEach(this::settle);
        tied.clear();
        waiting.forEach(this::alone);
        waiting.clear();
    }

    private void pair(Ends ends, Half first, Half second) {
        if (first.opens() != second.opens()) {
            together(ends, first.opens() ? first : second, first.opens() ? second : first);
        } else if (ends.asksForEcho(first) != ends.asksForEcho(second)) {
            together(ends, ends.asksForEcho(first) ? first : second, ends.asksForEcho(first) ? second : first);
        } else if (first.start != second.start) {
            together(ends, first.start < second.start ? first : second, first.start < second.start ? second : first);
        } else {
            tied.add(new Tie(ends, first, second));
            if (tied.size() > MOST_TIED) {
                settle(tied.removeFirst());
            }
        }
    }

    private void settle(Tie tie) {
        var one = portUses[tie.one.targetPort];
        var other = portUses[tie.other.targetPort];
        var oneAsks = one != other ? one > other : tie.one.targetPort <= tie.other.targetPort;
        together(tie.ends, oneAsks ? tie.one : tie.other, oneAsks ? tie.other : tie.one);
    }

    private void together(Ends ends, Half asking, Half answering) {
        fill(ends, asking, asking.bytes + answering.bytes);
        out.end = Math.max(asking.end, answering.end);
        var refused = ends.protocol == Protocols.TCP && asking.opens() && (answering.flags & RST) != 0;
        out.outcome = refused ? Outcome.REFUSED : Outcome.ANSWERED;
        next.accept(out);
    }

    /// Nobody replied, or the reply was not recorded: a lone SYN or datagram is unanswered, the rest cannot
    /// be told.
    private void alone(Ends ends, Half half) {
        fill(ends, half, half.bytes);
        out.outcome = ends.protocol != Protocols.TCP || half.opens() ? Outcome.UNANSWERED : Outcome.UNCLEAR;
        next.accept(out);
    }

    private void fill(Ends ends, Half asking, long bytes) {
        out.clear();
        var source = asking.fromSmaller ? out.source : out.target;
        var target = asking.fromSmaller ? out.target : out.source;
        source.high = ends.high1;
        source.low = ends.low1;
        target.high = ends.high2;
        target.low = ends.low2;
        out.protocol = ends.protocol;
        out.sourcePort = asking.sourcePort;
        out.targetPort = asking.targetPort;
        out.start = asking.start;
        out.end = asking.end;
        out.bytes = bytes;
    }
}
