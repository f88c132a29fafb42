package org.asepsie.engine.network.flow;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.Map;
import java.util.TreeMap;
import org.asepsie.engine.network.policy.Address;

/// Who opened which connection, straight from captured IPv4 packets (classic pcap, Ethernet or raw IP): the
/// side whose packet comes first.
final class Packets {
    private Packets() {}

    private record Tuple(int source, int target, int protocol, int sourcePort, int targetPort) {
        Tuple reversed() {
            return new Tuple(target, source, protocol, targetPort, sourcePort);
        }
    }

    /// Connections by `zone>zone service`.
    static Map<String, Long> connections(byte[] pcap, ZoneTable zones) {
        var in = ByteBuffer.wrap(pcap);
        in.order(in.getInt(0) == 0xa1b2c3d4 ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
        var link = in.getInt(20) == 1 ? 14 : 0;
        var seen = new HashSet<Tuple>();
        var counts = new TreeMap<String, Long>();
        for (var at = 24; at + 16 <= pcap.length; ) {
            var length = in.getInt(at + 8);
            var tuple = tuple(in.duplicate().order(ByteOrder.BIG_ENDIAN), at + 16 + link);
            if (!seen.contains(tuple.reversed()) && seen.add(tuple)) {
                var service = new FlowMatrix.Service(tuple.protocol, tuple.targetPort);
                var pair = zones.zoneOf(Address.v4(tuple.source)) + ">" + zones.zoneOf(Address.v4(tuple.target));
                counts.merge(pair + " " + service, 1L, Long::sum);
            }
            at += 16 + length;
        }
        return counts;
    }

    private static Tuple tuple(ByteBuffer in, int ip) {
        var transport = ip + (in.get(ip) & 15) * 4;
        var protocol = in.get(ip + 9) & 255;
        if (protocol == Protocols.ICMP) {
            // An echo and its reply differ in the type: both are kept as the echo, told apart by direction.
            return new Tuple(in.getInt(ip + 12), in.getInt(ip + 16), protocol, 2048, 2048);
        }
        return new Tuple(
                in.getInt(ip + 12),
                in.getInt(ip + 16),
                protocol,
                in.getShort(transport) & 0xffff,
                in.getShort(transport + 2) & 0xffff);
    }
}
