package org.asepsie.engine.directory.entry;

import java.util.HexFormat;

/// Reads the little-endian parts of descriptors, SIDs and GUIDs within the bounds of a buffer.
final class Binary {
    private static final HexFormat HEX = HexFormat.of().withUpperCase();
    private static final int[] GUID_ORDER = {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};

    private Binary() {}

    static int uint8(byte[] bytes, int at) {
        return bytes[check(bytes, at, 1)] & 0xFF;
    }

    static int uint16(byte[] bytes, int at) {
        check(bytes, at, 2);
        return bytes[at] & 0xFF | (bytes[at + 1] & 0xFF) << 8;
    }

    static int int32(byte[] bytes, int at) {
        check(bytes, at, 4);
        return uint16(bytes, at) | uint16(bytes, at + 2) << 16;
    }

    /// `S-1-5-21-…`: revision, count of sub-authorities, six bytes of authority in big-endian order, the rest little.
    static String sid(byte[] bytes, int at) {
        var count = uint8(bytes, at + 1);
        if (uint8(bytes, at) != 1 || count > 15) {
            throw new Malformed("no SID at byte " + at);
        }
        check(bytes, at, 8 + 4 * count);
        var authority = 0L;
        for (var it = 2; it < 8; it++) {
            authority = authority << 8 | uint8(bytes, at + it);
        }
        var sid = new StringBuilder("S-1-").append(authority);
        for (var it = 0; it < count; it++) {
            sid.append('-').append(Integer.toUnsignedString(int32(bytes, at + 8 + 4 * it)));
        }
        return sid.toString();
    }

    static String sid(byte[] bytes) {
        return sid(bytes, 0);
    }

    /// Upper case; the first three fields are little-endian. By hand: one is read for each object entry, millions in a
    /// large forest.
    static String guid(byte[] bytes, int at) {
        check(bytes, at, 16);
        var text = new StringBuilder(36);
        for (var it = 0; it < 16; it++) {
            if (it == 4 || it == 6 || it == 8 || it == 10) {
                text.append('-');
            }
            HEX.toHexDigits(text, bytes[at + GUID_ORDER[it]]);
        }
        return text.toString();
    }

    private static int check(byte[] bytes, int at, int length) {
        if (at < 0 || length > bytes.length - at) {
            throw new Malformed("%d bytes at %d of %d".formatted(length, at, bytes.length));
        }
        return at;
    }
}
