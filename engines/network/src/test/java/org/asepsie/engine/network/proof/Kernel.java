package org.asepsie.engine.network.proof;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Family;
import org.asepsie.engine.network.policy.Traffic;

/// A network namespace of the test's own, without a way out, in which the Linux kernel filters packets by a rule set.
/// Each interface that the rules name is one end of a pair; frames are put in at the other end. Two tables hooked
/// before
/// and after everything else remember the numbers of the packets that arrived and of those that passed.
final class Kernel implements AutoCloseable {
    /// As many as the identification of an IPv4 packet tells apart, with some room.
    static final int BATCH = 60_000;

    private static final Optional<String> MISSING = missing();
    private static final Pattern NUMBER = Pattern.compile("\\b\\d+\\b");

    private final String name;
    private final Map<String, Integer> sending = new HashMap<>();

    private Kernel(String name) {
        this.name = name;
    }

    /// Why no kernel can judge here; empty if one can.
    private static Optional<String> missing() {
        for (var tool : List.of("ip", "nft", "iptables-restore", "ip6tables-restore")) {
            if (List.of("/usr/sbin", "/sbin", "/usr/bin", "/bin").stream()
                    .noneMatch(it -> Files.isExecutable(Path.of(it, tool)))) {
                return Optional.of(
                        "skipped: %s is not installed (packages nftables, iptables, iproute2)".formatted(tool));
            }
        }
        try (var probe = new Kernel("asepsie-probe-" + ProcessHandle.current().pid())) {
            probe.start(List.of("lan"));
            probe.load(
                    List.of("nft", "-f", "-"),
                    "table inet probe {\n chain c {\n type filter hook input priority 0\n ct state new accept\n }\n}\n");
            return Optional.empty();
        } catch (IllegalStateException e) {
            return Optional.of("skipped: network namespaces are refused here (root is needed): " + e.getMessage());
        }
    }

    /// The test is skipped where no kernel can judge.
    static Kernel with(Collection<String> interfaces) {
        assumeTrue(MISSING.isEmpty(), MISSING.orElse(""));
        var kernel = new Kernel("asepsie-" + ProcessHandle.current().pid());
        try {
            kernel.start(interfaces);
        } catch (RuntimeException e) {
            kernel.close();
            throw e;
        }
        return kernel;
    }

    private void start(Collection<String> interfaces) {
        run("", "ip", "netns", "add", name);
        inside("", "sh", "-c", """
                cd /proc/sys/net
                echo 1 > ipv4/ip_forward; echo 1 > ipv6/conf/all/forwarding
                for c in all default; do
                  echo 0 > ipv4/conf/$c/rp_filter; echo 1 > ipv4/conf/$c/accept_local
                  echo 0 > ipv4/conf/$c/send_redirects; echo 0 > ipv6/conf/$c/accept_dad
                done
                ip link set lo up""");
        var script = new StringBuilder();
        int number = 0;
        for (var it : interfaces) {
            script.append("link add dev %s type veth peer name peer%d\n".formatted(it, number));
            script.append("link set dev %s address %s arp off up\n".formatted(it, Frames.RECEIVER));
            script.append("link set dev peer%d arp off up\n".formatted(number));
            number++;
        }
        inside(script.toString(), "ip", "-batch", "-");
        var links = inside("", "ip", "-o", "link");
        number = 0;
        for (var it : interfaces) {
            var index =
                    Pattern.compile("(?m)^(\\d+): peer%d@".formatted(number++)).matcher(links);
            if (!index.find()) {
                throw new IllegalStateException("no interface " + it);
            }
            sending.put(it, Integer.parseInt(index.group(1)));
        }
    }

    void iptables(Family family, String rules) {
        load(List.of(family == Family.IPV4 ? "iptables-restore" : "ip6tables-restore"), rules);
    }

    void nftables(String rules) {
        load(List.of("nft", "-f", "-"), rules);
    }

    private void load(List<String> command, String rules) {
        inside(rules, command.toArray(String[]::new));
    }

    /// What became of each packet; nothing for one that the kernel discarded before any rule saw it.
    List<Optional<Boolean>> judge(Traffic traffic, List<Packet> packets) {
        var verdicts = new ArrayList<Optional<Boolean>>();
        for (int from = 0; from < packets.size(); from += BATCH) {
            verdicts.addAll(batch(traffic, packets.subList(from, Math.min(packets.size(), from + BATCH))));
        }
        return verdicts;
    }

    private List<Optional<Boolean>> batch(Traffic traffic, List<Packet> packets) {
        boolean through = traffic == Traffic.THROUGH;
        load(List.of("nft", "-f", "-"), """
                table inet judge
                delete table inet judge
                table inet judge {
                  set arrived4 { typeof ip id; size 65535; flags dynamic; }
                  set arrived6 { typeof ip6 flowlabel; size 65535; flags dynamic; }
                  set passed4 { typeof ip id; size 65535; flags dynamic; }
                  set passed6 { typeof ip6 flowlabel; size 65535; flags dynamic; }
                  chain before { type filter hook HOOK priority -390; iifname != { "lo" } jump arrived; }
                  chain after { type filter hook HOOK priority 390; iifname != { "lo" } jump passed; }
                  chain arrived { meta nfproto ipv4 add @arrived4 { ip id }; meta nfproto ipv6 add @arrived6 { ip6 flowlabel }; }
                  chain passed { meta nfproto ipv4 add @passed4 { ip id }; meta nfproto ipv6 add @passed6 { ip6 flowlabel }; }
                }
                """.replace("HOOK", through ? "forward" : "input"));
        if (!through) {
            route("local 0.0.0.0/0 dev lo table local", "-4");
            route("local ::/0 dev lo table local", "-6");
            send(packets, Optional.empty());
        } else {
            packets.stream()
                    .map(Packet::out)
                    .flatMap(Optional::stream)
                    .distinct()
                    .sorted()
                    .forEach(out -> {
                        route("default dev " + out, "-4");
                        route("default dev " + out, "-6");
                        send(packets, Optional.of(out));
                    });
        }
        return verdicts(packets);
    }

    private void route(String route, String family) {
        inside("", ("ip " + family + " route replace " + route).split(" "));
    }

    /// On a thread of its own, which enters the namespace and ends there; paced, so that no queue overflows.
    private void send(List<Packet> packets, Optional<String> out) {
        var failed = new ArrayList<Throwable>();
        var sender = Thread.ofPlatform().start(() -> {
            try (var frames = new RawFrames(name)) {
                for (int i = 0; i < packets.size(); i++) {
                    var packet = packets.get(i);
                    if (packet.out().equals(out)) {
                        frames.send(sending.getOrDefault(packet.in().orElseThrow(), 0), Frames.of(packet, i + 1));
                    }
                    if (i % 100 == 99) {
                        LockSupport.parkNanos(200_000);
                    }
                }
            } catch (Throwable e) {
                failed.add(e);
            }
        });
        try {
            sender.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        if (!failed.isEmpty()) {
            throw new IllegalStateException(failed.getFirst());
        }
    }

    private List<Optional<Boolean>> verdicts(List<Packet> packets) {
        var arrived4 = numbers("arrived4");
        var arrived6 = numbers("arrived6");
        var passed4 = numbers("passed4");
        var passed6 = numbers("passed6");
        var verdicts = new ArrayList<Optional<Boolean>>();
        for (int i = 0; i < packets.size(); i++) {
            boolean ipv4 = packets.get(i).family() == Family.IPV4;
            boolean arrived = (ipv4 ? arrived4 : arrived6).get(i + 1);
            verdicts.add(arrived ? Optional.of((ipv4 ? passed4 : passed6).get(i + 1)) : Optional.empty());
        }
        return verdicts;
    }

    private BitSet numbers(String set) {
        var text = inside("", "nft", "list", "set", "inet", "judge", set);
        var found = new BitSet();
        int elements = text.indexOf("elements");
        if (elements >= 0) {
            NUMBER.matcher(text.substring(elements)).results().forEach(it -> found.set(Integer.parseInt(it.group())));
        }
        return found;
    }

    private String inside(String input, String... command) {
        var whole = new ArrayList<>(List.of("ip", "netns", "exec", name));
        whole.addAll(List.of(command));
        return run(input, whole.toArray(String[]::new));
    }

    private static String run(String input, String... command) {
        try {
            var feed = Files.createTempFile("asepsie-kernel", ".txt");
            try {
                Files.writeString(feed, input);
                var process = new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectInput(feed.toFile())
                        .start();
                var answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                if (process.waitFor() != 0) {
                    throw new IllegalStateException(String.join(" ", command) + ": "
                            + answer.lines().limit(8).toList());
                }
                return answer;
            } finally {
                Files.delete(feed);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        try {
            run("", "ip", "netns", "del", name);
        } catch (IllegalStateException _) {
            // It was never made; what was wrong then is told already.
        }
    }
}
