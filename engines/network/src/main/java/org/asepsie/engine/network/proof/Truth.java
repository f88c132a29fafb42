package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Set;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Match;

/// Whether a match holds for one packet. It is computed without sets, so that each of the two ways of
/// judging checks the other.
enum Truth {
    NO,
    YES,
    OPEN;

    Truth not() {
        return switch (this) {
            case NO -> YES;
            case YES -> NO;
            case OPEN -> OPEN;
        };
    }

    private static Truth of(boolean holds) {
        return holds ? YES : NO;
    }

    static Truth of(Match match, Packet packet, Set<String> marks, View view) {
        return switch (match) {
            case Match.All(var parts) -> all(parts, packet, marks, view);
            case Match.OneOf(var parts) -> oneOf(parts, packet, marks, view);
            case Match.Not(var part) -> of(part, packet, marks, view).not();
            case Match.OfFamily(var family) -> of(packet.family() == family);
            case Match.Source(var addresses) -> of(addresses.contains(packet.source()));
            case Match.Destination(var addresses) -> of(addresses.contains(packet.destination()));
            case Match.Protocol(var first, var last) -> of(first <= packet.protocol() && packet.protocol() <= last);
            case Match.SourcePort(var ports) -> of(packet.hasPorts() && ports.contains(packet.sourcePort()));
            case Match.DestinationPort(var ports) -> of(packet.hasPorts() && ports.contains(packet.destinationPort()));
            case Match.Icmp(var types, var codes) ->
                of(packet.isIcmp()
                        && types.contains(packet.destinationPort() & 255)
                        && codes.contains(packet.sourcePort() & 255));
            case Match.EntersBy(var name) ->
                of(view.entered()
                        && packet.in()
                                .filter(it -> Vocabulary.matches(name, it))
                                .isPresent());
            case Match.LeavesBy(var name) ->
                of(view.leaving()
                        && packet.out()
                                .filter(it -> Vocabulary.matches(name, it))
                                .isPresent());
            case Match.Marked(var mark) -> of(marks.contains(mark));
            case Match.Unknown _ -> OPEN;
        };
    }

    private static Truth all(List<Match> parts, Packet packet, Set<String> marks, View view) {
        var result = YES;
        for (var part : parts) {
            var truth = of(part, packet, marks, view);
            if (truth == NO) {
                return NO;
            }
            result = truth == OPEN ? OPEN : result;
        }
        return result;
    }

    private static Truth oneOf(List<Match> parts, Packet packet, Set<String> marks, View view) {
        var result = NO;
        for (var part : parts) {
            var truth = of(part, packet, marks, view);
            if (truth == YES) {
                return YES;
            }
            result = truth == OPEN ? OPEN : result;
        }
        return result;
    }
}
