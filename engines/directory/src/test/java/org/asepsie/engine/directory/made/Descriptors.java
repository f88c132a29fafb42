package org.asepsie.engine.directory.made;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.UUID;
import org.asepsie.engine.directory.Kind;

/// Writes self-relative security descriptors and identifiers as the directory stores them ([MS-DTYP] 2.4).
final class Descriptors {
    private static final int HANDED_DOWN = 0x02;
    private static final int ONLY_PASSED_ON = 0x08;
    private static final int INHERITED = 0x10;

    private Descriptors() {}

    static byte[] of(MadeObject object) {
        var out = ByteBuffer.allocate(1 << 16).order(ByteOrder.LITTLE_ENDIAN);
        out.position(20);
        var owner = out.position();
        out.put(sid(object.owner));
        var acl = out.position();
        out.position(acl + 8);
        for (var entry : object.entries) {
            put(out, entry, object);
        }
        var end = out.position();
        out.put(acl, (byte) 4).putShort(acl + 2, (short) (end - acl)).putShort(acl + 4, (short) object.entries.size());
        out.put(0, (byte) 1).putShort(2, (short) (0x8004 | (object.isProtected ? 0x1000 : 0)));
        out.putInt(4, owner).putInt(8, owner).putInt(16, acl);
        var result = new byte[end];
        out.get(0, result);
        return result;
    }

    /// A descriptor that allows some principals everything.
    static byte[] allowing(List<String> principals) {
        var object = new MadeObject(Kind.OTHER, "", "", "", "");
        principals.forEach(it -> object.entries.add(MadeEntry.of(it, Spec.FULL)));
        return of(object);
    }

    private static void put(ByteBuffer out, MadeEntry entry, MadeObject object) {
        var start = out.position();
        var only = entry.onlyGuid();
        var type = entry.spec().objectType;
        var typed = !only.isEmpty() || !type.isEmpty();
        out.put((byte) (typed ? 5 : 0))
                .put((byte) flags(entry, object))
                .putShort((short) 0)
                .putInt(entry.spec().mask);
        if (typed) {
            out.putInt((type.isEmpty() ? 0 : 1) | (only.isEmpty() ? 0 : 2));
            out.put(guid(type)).put(guid(only));
        }
        out.put(sid(entry.trustee()));
        out.putShort(start + 2, (short) (out.position() - start));
    }

    private static int flags(MadeEntry entry, MadeObject object) {
        return (entry.handedDown() ? HANDED_DOWN : 0)
                | (entry.actsOn(object.kind) ? 0 : ONLY_PASSED_ON)
                | (entry.inherited() ? INHERITED : 0);
    }

    /// Empty for no GUID; the first three fields are little-endian.
    static byte[] guid(String guid) {
        if (guid.isEmpty()) {
            return new byte[0];
        }
        var value = UUID.fromString(guid);
        var high = value.getMostSignificantBits();
        return ByteBuffer.allocate(16)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt((int) (high >>> 32))
                .putShort((short) (high >>> 16))
                .putShort((short) high)
                .order(ByteOrder.BIG_ENDIAN)
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    static byte[] sid(String sid) {
        var parts = sid.split("-");
        var out = ByteBuffer.allocate(8 + 4 * (parts.length - 3)).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 1).put((byte) (parts.length - 3)).position(7);
        out.put((byte) Integer.parseInt(parts[2]));
        for (var i = 3; i < parts.length; i++) {
            out.putInt((int) Long.parseLong(parts[i]));
        }
        return out.array();
    }
}
