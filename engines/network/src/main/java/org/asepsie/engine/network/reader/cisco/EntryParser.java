package org.asepsie.engine.network.reader.cisco;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.reader.source.Gaps;
import org.jspecify.annotations.Nullable;

/// The matches of access list entries, and of the objects they name.
final class EntryParser {
    private final CiscoObjects objects;
    private final Gaps gaps;
    /// IOS writes wildcards (a one bit is free), ASA masks.
    private final boolean wildcards;

    private final GroupMatches groups;
    private final Map<String, Address> names = new HashMap<>();
    private final Map<String, Address> interfaceAddresses = new HashMap<>();

    EntryParser(CiscoObjects objects, Gaps gaps, boolean wildcards) {
        this.objects = objects;
        this.gaps = gaps;
        this.wildcards = wildcards;
        this.groups = new GroupMatches(this, objects, gaps);
    }

    /// The same parser with a report of its own, for asking what a name holds without telling twice.
    EntryParser quietly() {
        var parser = new EntryParser(objects, new Gaps(), wildcards);
        parser.names.putAll(names);
        parser.interfaceAddresses.putAll(interfaceAddresses);
        return parser;
    }

    /// ASA `name 10.0.0.5 pacs`.
    void name(String alias, Address address) {
        names.put(alias, address);
    }

    void interfaceAddress(String nameif, Address address) {
        interfaceAddresses.put(nameif, address);
    }

    /// `tcp any host 10.0.0.5 eq www log`, behind `permit` or `deny`.
    Match extended(Position where, List<String> written) {
        var words = new EntryWords(where, written, gaps);
        var protocol = words.next();
        var number = CiscoNames.protocol(protocol).orElse(0);
        Match transport;
        if (protocol.equals("object-group") || protocol.equals("object")) {
            transport = groups.services(where, words.next());
        } else if (CiscoNames.everyProtocol(protocol)) {
            transport = Match.EVERY;
        } else if (number > 0 || protocol.equals("0")) {
            transport = new Match.Protocol(number);
        } else {
            words.back(0);
            return words.rest();
        }
        var addresses = addresses(words);
        var ports = new EntryPorts(this, words);
        var parts = new ArrayList<Match>();
        parts.add(transport);
        parts.add(addresses.address(Match.Source::new));
        parts.add(ports.ifWritten(Match.SourcePort::new));
        parts.add(addresses.address(Match.Destination::new));
        parts.add(ports.ifWritten(Match.DestinationPort::new));
        parts.removeIf(Match.EVERY::equals);
        return options(words).after(Match.all(parts), number);
    }

    /// `10.0.0.0 0.0.0.255 log`: the source alone.
    Match standard(Position where, List<String> written) {
        var words = new EntryWords(where, written, gaps);
        return options(words).after(addresses(words).address(Match.Source::new), 0);
    }

    /// Every address an object or a group of that name holds, as source or destination.
    Match network(Position where, String name, Function<Addresses, Match> side) {
        return groups.network(where, name, side);
    }

    GroupMatches groups() {
        return groups;
    }

    private EntryAddresses addresses(EntryWords words) {
        return new EntryAddresses(this, gaps, words, wildcards);
    }

    EntryOptions options(EntryWords words) {
        return new EntryOptions(this, gaps, words);
    }

    Address named(String word) {
        var address = names.get(word);
        return address != null ? address : Address.of(word);
    }

    /// The address of an interface of ASA, null where none is written.
    @Nullable
    Address interfaceAddress(String nameif) {
        return interfaceAddresses.get(nameif);
    }
}
