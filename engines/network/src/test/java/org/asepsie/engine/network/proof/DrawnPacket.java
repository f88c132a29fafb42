package org.asepsie.engine.network.proof;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Protocols;

/// A line of a `kernel-*.jsonl.gz`: a packet and what the kernel did with it.
record DrawnPacket(Packet packet, String verdict, String text) {
    private static final Pattern FIELD = Pattern.compile("\"(\\w+)\":\"?([^,\"}]*)");

    static DrawnPacket of(String json) {
        Map<String, String> fields = new LinkedHashMap<>();
        var found = FIELD.matcher(json);
        while (found.find()) {
            fields.put(found.group(1), found.group(2));
        }
        int protocol = Protocols.number(fields.getOrDefault("proto", "")).orElseThrow();
        boolean icmp = protocol == Protocols.ICMP || protocol == Protocols.ICMPV6;
        var packet = new Packet(
                Optional.ofNullable(fields.get("in")),
                Optional.ofNullable(fields.get("out")),
                Address.of(fields.getOrDefault("src", "")),
                Address.of(fields.getOrDefault("dst", "")),
                protocol,
                Integer.parseInt(fields.getOrDefault(icmp ? "code" : "sport", "0")),
                Integer.parseInt(fields.getOrDefault(icmp ? "type" : "dport", "0")));
        return new DrawnPacket(packet, fields.getOrDefault("verdict", ""), json);
    }
}
