package org.asepsie.engine.network.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.asepsie.engine.network.RuleSets;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.AddressBlock;
import org.asepsie.engine.network.policy.Addresses;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Interface;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Prefix;
import org.asepsie.engine.network.policy.Protocols;
import org.asepsie.engine.network.policy.Stage;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Results that others published for real rule sets: partitions of the address space and what changed in a
/// day.
class PublishedAnswersTest {
    static Device device(String folder) {
        var file = RuleSets.folder().resolve("iptables").resolve(folder).resolve("rules.v4");
        return new IptablesReader().read(RuleSets.text(file)).devices().getFirst();
    }

    static Stream<Path> matrices() {
        return RuleSets.folders("iptables").stream()
                .map(it -> it.resolve("expected/matrix.json"))
                .filter(Files::exists);
    }

    /// `matrix.json` was computed as an upper bound, without interfaces where their addresses are not
    /// known: what we call possible must not be more. Known addresses are used as no-spoofing, as there.
    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("matrices")
    void whatIsPossibleIsWithinThePublishedMatrix(Path file) throws IOException {
        var folder = RuleSets.ruleSet(file);
        var device = device(folder.getFileName().toString());
        boolean input = Files.exists(folder.resolve("expected/flat-rules.input.upper.txt"));
        var traffic = input ? Traffic.TO_DEVICE : Traffic.THROUGH;
        var filter = new Device(
                device.name(),
                device.kind(),
                interfaces(folder),
                List.of(),
                device.lists(),
                Map.of(traffic, List.of(new Stage.Run("filter/" + (input ? "INPUT" : "FORWARD")))),
                device.families());
        var analysis = Analysis.of(List.of(filter));

        for (var published : PublishedMatrix.of(Files.readString(file))) {
            var ours = analysis.partition(filter, traffic, Service.of("tcp/" + published.port()), 10_000, true);

            int more = 0;
            for (var edge : ours.edges()) {
                for (var from : published.samples(ours.classes().get(edge.from()))) {
                    for (var to : published.samples(ours.classes().get(edge.to()))) {
                        more += published.reaches(from, to) ? 0 : 1;
                    }
                }
            }
            assertThat(more)
                    .as("pairs beyond the published upper bound, port " + published.port())
                    .isZero();
        }
    }

    /// `interface-addresses.txt`: `eth0 = [172.16.2.0/24]`, `ppp0 = all_but_those_ips [172.16.2.0/24]`.
    private static List<Interface> interfaces(Path folder) throws IOException {
        var file = folder.resolve("interface-addresses.txt");
        if (!Files.exists(file)) {
            // As in the published analysis: what comes by the loopback comes from it.
            return List.of(Interface.named(Position.whole("i"), "lo", Prefix.of("127.0.0.0/8")));
        }
        var entry = Pattern.compile("(\\S+)\\s*=\\s*(all_but_those_ips)?\\s*\\[([^]]*)]");
        var found = entry.matcher(Files.readString(file));
        var interfaces = new ArrayList<Interface>();
        while (found.find()) {
            if (!found.group(3).contains("0.0.0.0-255.255.255.255")) {
                var networks = Stream.of(found.group(3).split("[,\\s]+"))
                        .filter(it -> !it.isEmpty())
                        .map(Prefix::of)
                        .toList();
                interfaces.add(Interface.named(
                        Position.whole("i"),
                        found.group(1),
                        (found.group(2) == null ? networks : Complement.of(networks)).toArray(Prefix[]::new)));
            }
        }
        return interfaces;
    }

    @Test
    void oneDayOfChangeIsFoundAndNothingElse() {
        var before = device("company-2016-01-30");
        var after = device("company-2016-01-31");

        var opened = Differences.between(
                        Analysis.only(before, Traffic.THROUGH, "filter/FORWARD"),
                        Analysis.only(after, Traffic.THROUGH, "filter/FORWARD"))
                .stream()
                .filter(it -> it.kind() == Difference.Kind.OPENED)
                .toList();

        var guests = new AddressBlock.Range(Address.of("192.168.255.0"), Address.of("192.168.255.255"));
        var office = new AddressBlock.Range(Address.of("172.16.2.0"), Address.of("172.16.2.255"));
        assertThat(opened).isNotEmpty().allSatisfy(it -> {
            boolean out = it.from().equals(List.of(guests));
            assertThat(out ? it.from() : it.to()).containsExactly(guests);
            assertThat(out ? it.to() : it.from())
                    .allMatch(other -> office.contains(other.first()) && office.contains(other.last()));
            assertThat(it.firm()).isTrue();
        });
        for (var service : List.of("tcp/22", "tcp/80", "tcp/443")) {
            assertThat(passes(after, "192.168.255.7", "172.16.2.7", service)).isEqualTo(Verdict.ALLOWED);
            assertThat(passes(before, "192.168.255.7", "172.16.2.7", service)).isEqualTo(Verdict.DENIED);
        }
    }

    private static Verdict passes(Device device, String from, String to, String service) {
        var packet = new Packet(
                Optional.of("lan"),
                Optional.of("lan"),
                Address.of(from),
                Address.of(to),
                Protocols.TCP,
                40_000,
                Service.of(service).ports().first());
        var filter = Analysis.only(device, Traffic.THROUGH, "filter/FORWARD");
        return Analysis.of(List.of(filter))
                .trace(filter, Traffic.THROUGH, packet)
                .verdict();
    }

    /// The other addresses of a family, as prefixes.
    private static final class Complement {
        static List<Prefix> of(List<Prefix> networks) {
            var rest = List.of(Prefix.of("0.0.0.0/0"));
            for (var network : networks) {
                rest = rest.stream().flatMap(it -> without(it, network)).toList();
            }
            return rest;
        }

        private static Stream<Prefix> without(Prefix whole, Prefix hole) {
            if (whole.length() >= hole.length()) {
                return hole.contains(whole.network()) ? Stream.empty() : Stream.of(whole);
            }
            if (!whole.contains(hole.network())) {
                return Stream.of(whole);
            }
            var lower = new Prefix(whole.network(), whole.length() + 1);
            var upper = new Prefix(lower.last().next(), whole.length() + 1);
            return Stream.concat(without(lower, hole), without(upper, hole));
        }
    }

    /// One service of a `matrix.json`.
    private record PublishedMatrix(int port, Map<String, Addresses> classes, List<Map.Entry<String, String>> edges) {
        static List<PublishedMatrix> of(String json) {
            var result = new ArrayList<PublishedMatrix>();
            var parts = json.split("\"dport\":");
            for (int i = 1; i < parts.length; i++) {
                var part = parts[i];
                int port = Integer.parseInt(part.strip().split("\\D")[0]);
                int edges = part.indexOf("\"edges\"");
                result.add(new PublishedMatrix(port, nodes(part.substring(0, edges)), edges(part.substring(edges))));
            }
            return result;
        }

        private static Map<String, Addresses> nodes(String json) {
            var classes = new LinkedHashMap<String, Addresses>();
            var parts = json.split("\"name\":");
            var pair = Pattern.compile("\\[\\s*\"([0-9.]+)\",\\s*\"([0-9.]+)\"\\s*]");
            for (int i = 1; i < parts.length; i++) {
                var name = parts[i].split("\"")[1];
                var blocks = new ArrayList<AddressBlock>();
                var found = pair.matcher(parts[i]);
                while (found.find()) {
                    blocks.add(new AddressBlock.Range(Address.of(found.group(1)), Address.of(found.group(2))));
                }
                classes.put(name, new Addresses(blocks));
            }
            return classes;
        }

        private static List<Map.Entry<String, String>> edges(String json) {
            var found =
                    Pattern.compile("\\[\\s*\"([^\"]+)\",\\s*\"([^\"]+)\"\\s*]").matcher(json);
            var edges = new ArrayList<Map.Entry<String, String>>();
            while (found.find()) {
                edges.add(Map.entry(found.group(1), found.group(2)));
            }
            return edges;
        }

        private Optional<String> name(Address address) {
            return classes.entrySet().stream()
                    .filter(it -> it.getValue().contains(address))
                    .map(Map.Entry::getKey)
                    .findFirst();
        }

        boolean reaches(Address from, Address to) {
            return edges.contains(Map.entry(name(from).orElseThrow(), name(to).orElseThrow()));
        }

        /// One address for each published class that a class of ours meets.
        List<Address> samples(Partition.AddressClass ours) {
            var samples = new ArrayList<Address>();
            for (var published : classes.values()) {
                published.blocks().stream()
                        .map(AddressBlock.Range.class::cast)
                        .flatMap(it -> ours.ranges().stream()
                                .map(own -> own.first().compareTo(it.first()) > 0 ? own.first() : it.first())
                                .filter(it::contains)
                                .filter(ours::contains))
                        .findFirst()
                        .ifPresent(samples::add);
            }
            return samples;
        }
    }
}
