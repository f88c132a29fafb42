package org.asepsie.engine.network.reader;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.policy.Address;

/// Flat JSON objects, one a line, as the published packets are written.
public final class JsonLines {
    private static final Pattern MEMBER = Pattern.compile("\"([^\"]+)\": *(\"([^\"]*)\"|[-0-9.]+|null|true|false)");

    private JsonLines() {}

    public record Line(Map<String, String> members) {
        public boolean has(String name) {
            return members.containsKey(name);
        }

        public String get(String name) {
            return Objects.requireNonNull(members.get(name), name);
        }

        String or(String name, String other) {
            return members.getOrDefault(name, other);
        }
    }

    public static List<Line> read(String file) {
        return new String(NetworkData.bytes(file), StandardCharsets.UTF_8)
                .lines()
                .filter(it -> !it.isBlank())
                .map(JsonLines::members)
                .toList();
    }

    private static Line members(String line) {
        var members = new HashMap<String, String>();
        var matcher = MEMBER.matcher(line);
        while (matcher.find()) {
            members.put(matcher.group(1), matcher.group(3) != null ? matcher.group(3) : matcher.group(2));
        }
        return new Line(members);
    }

    /// A packet with the member names of the published files.
    public static Follow.Packet packet(Line it, String in, String out) {
        var protocol = it.has("protocol") ? Integer.parseInt(it.get("protocol")) : number(it.get("proto"));
        var icmp = protocol == 1;
        return new Follow.Packet(
                in,
                out,
                Address.of(it.get("src")),
                Address.of(it.get("dst")),
                protocol,
                Integer.parseInt(it.or(icmp ? "type" : "sport", icmp ? "8" : "0")),
                Integer.parseInt(it.or(icmp ? "code" : "dport", "0")));
    }

    private static int number(String name) {
        return switch (name) {
            case "tcp" -> 6;
            case "udp" -> 17;
            case "icmp" -> 1;
            default -> throw new IllegalArgumentException(name);
        };
    }
}
