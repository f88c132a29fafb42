package org.asepsie.engine.network.proof;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;
import org.asepsie.engine.network.packets.Packet;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.Family;

/// Writes a packet that opens a flow as an Ethernet frame: SYN alone in TCP, INIT in SCTP, TTL 64, right checksums. Its
/// number stands
/// in the identification of IPv4 and in the flow label of IPv6, where no rule looks.
final class Frames {
    /// The hardware address of every interface that receives.
    static final String RECEIVER = "02:00:00:00:00:01";

    private Frames() {}

    static byte[] of(Packet packet, int number) {
        boolean ipv4 = packet.family() == Family.IPV4;
        var payload = payload(packet, number);
        var frame = ByteBuffer.allocate(14 + (ipv4 ? 20 : 40) + payload.length);
        frame.put(new byte[] {2, 0, 0, 0, 0, 1, 2, 0, 0, 0, 0, 2});
        frame.putShort((short) (ipv4 ? 0x0800 : 0x86DD));
        if (ipv4) {
            frame.put((byte) 0x45).put((byte) 0).putShort((short) (20 + payload.length));
            frame.putShort((short) number).putShort((short) 0);
            frame.put((byte) 64).put((byte) packet.protocol()).putShort((short) 0);
            put(frame, packet.source());
            put(frame, packet.destination());
            frame.putShort(24, (short) ~sum(frame.array(), 14, 34, 0));
        } else {
            frame.putInt(0x6000_0000 | number).putShort((short) payload.length);
            frame.put((byte) packet.protocol()).put((byte) 64);
            put(frame, packet.source());
            put(frame, packet.destination());
        }
        return frame.put(payload).array();
    }

    private static byte[] payload(Packet packet, int number) {
        var data = ByteBuffer.allocate(packet.protocol() == 132 ? 32 : packet.protocol() == 6 ? 20 : 16);
        int at = -1;
        if (packet.hasPorts()) {
            data.putShort((short) packet.sourcePort()).putShort((short) packet.destinationPort());
        } else if (packet.isIcmp()) {
            data.put((byte) packet.destinationPort()).put((byte) packet.sourcePort());
            data.putShort(4, (short) number);
            at = 2;
        }
        switch (packet.protocol()) {
            case 6 -> {
                data.putInt(1).putInt(0).put((byte) 0x50).put((byte) 2).putShort((short) 1024);
                at = 16;
            }
            case 17 -> {
                data.putShort((short) 16);
                at = 6;
            }
            case 132 -> {
                data.putInt(0)
                        .putInt(0)
                        .putInt(0x0100_0014)
                        .putInt(1)
                        .putInt(65_536)
                        .putInt(0x0001_0001)
                        .putInt(1);
                var sum = new CRC32C();
                sum.update(data.array());
                data.putInt(8, Integer.reverseBytes((int) sum.getValue()));
            }
            case 47 -> data.putShort(2, (short) 0x0800);
            default -> {}
        }
        var bytes = data.array();
        if (at >= 0) {
            int sum = packet.protocol() == 1 ? 0 : pseudoHeader(packet, bytes.length);
            int checksum = ~sum(bytes, 0, bytes.length, sum) & 0xFFFF;
            data.putShort(at, (short) (checksum == 0 ? 0xFFFF : checksum));
        }
        return bytes;
    }

    private static int pseudoHeader(Packet packet, int length) {
        var header = ByteBuffer.allocate(40);
        put(header, packet.source());
        put(header, packet.destination());
        header.putInt(length).putInt(packet.protocol());
        return sum(header.array(), 0, 40, 0);
    }

    private static int sum(byte[] bytes, int from, int to, int start) {
        int sum = start;
        for (int i = from; i < to; i += 2) {
            sum += (bytes[i] & 255) << 8 | bytes[i + 1] & 255;
        }
        while (sum >>> 16 != 0) {
            sum = (sum & 0xFFFF) + (sum >>> 16);
        }
        return sum;
    }

    private static void put(ByteBuffer into, Address address) {
        if (address.family() == Family.IPV4) {
            into.putInt((int) address.low());
        } else {
            into.putLong(address.high()).putLong(address.low());
        }
    }
}
