package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import org.asepsie.engine.network.policy.Match;
import org.jspecify.annotations.Nullable;

/// The service of an entry, or of a line of a service object.
final class EntryServices {
    private final EntryParser parser;
    private final EntryWords words;

    EntryServices(EntryParser parser, EntryWords words) {
        this.parser = parser;
        this.words = words;
    }

    /// A line of a service object: `tcp source eq 1 destination range 5 9`, `icmp echo`, or a bare
    /// protocol.
    Match service() {
        var protocol = words.next();
        var transport = protocol.equals("tcp-udp") ? GroupMatches.transports("") : protocol(protocol);
        if (transport == null) {
            words.skip(-1);
            return words.rest();
        }
        var parts = new ArrayList<Match>();
        if (transport != Match.EVERY) {
            parts.add(transport);
        }
        var ports = new EntryPorts(parser, words);
        if (words.is("source")) {
            words.skip(1);
            parts.add(ports.ports(Match.SourcePort::new));
        }
        if (words.is("destination")) {
            words.skip(1);
        }
        if (ports.begin()) {
            parts.add(ports.ports(Match.DestinationPort::new));
        }
        return parser.options(words)
                .after(Match.all(parts), CiscoNames.protocol(protocol).orElse(0));
    }

    private @Nullable Match protocol(String word) {
        if (CiscoNames.everyProtocol(word)) {
            return Match.EVERY;
        }
        var number = CiscoNames.protocol(word);
        return number.isPresent() ? new Match.Protocol(number.getAsInt()) : null;
    }
}
