package org.asepsie.engine.network.flow;

/// One connection, or one direction of it, as a log line tells it. One instance is filled again for every
/// line, because a million objects a second would be most of the cost; whoever keeps something copies it.
final class Sighting {
    final AddressDigits source = new AddressDigits();
    final AddressDigits target = new AddressDigits();
    /// IANA protocol number; 0 if the log does not tell.
    int protocol;
    int sourcePort;
    /// The service asked for. For ICMP: type times 256 plus code, so that an echo request (8, 0) is 2048.
    int targetPort;
    /// Microseconds since 1970-01-01T00:00Z, or [Numbers#NONE].
    long start;

    long end;
    /// Both directions together where the log has both; 0 if it does not tell.
    long bytes;

    Outcome outcome = Outcome.UNCLEAR;
    /// The firewall rule that decided, `text[ruleFrom, ruleTo)`; empty if the log names none.
    byte[] ruleText = new byte[0];

    int ruleFrom;
    int ruleTo;
    /// TCP flags seen, as in the header (RFC 9293, 3.1), for one-way records only.
    int tcpFlags;

    void clear() {
        protocol = 0;
        sourcePort = 0;
        targetPort = 0;
        start = Numbers.NONE;
        end = Numbers.NONE;
        bytes = 0;
        outcome = Outcome.UNCLEAR;
        ruleFrom = 0;
        ruleTo = 0;
        tcpFlags = 0;
    }

    void rule(byte[] text, int from, int to) {
        ruleText = text;
        ruleFrom = from;
        ruleTo = to;
    }

    boolean isIcmp() {
        return protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
    }
}
