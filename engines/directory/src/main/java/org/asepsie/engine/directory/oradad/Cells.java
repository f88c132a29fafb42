package org.asepsie.engine.directory.oradad;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.directory.entry.LdapEntry;

/// Puts the texts of a TSV line back into the values that LDAP gives: SIDs, GUIDs and descriptors as bytes.
final class Cells {
    private static final Set<String> SIDS = Set.of("objectsid", "sidhistory", "securityidentifier");
    private static final Set<String> GUIDS = Set.of("objectguid", "schemaidguid");
    private static final Set<String> BINARY = Set.of(
            "ntsecuritydescriptor",
            "msds-allowedtoactonbehalfofotheridentity",
            "msds-groupmsamembership",
            "cacertificate",
            "usercertificate",
            "dnsproperty");

    private Cells() {}

    /// Empty where the line names no entry.
    static Optional<LdapEntry> entry(List<String> columns, List<String> cells) {
        var attributes = new LinkedHashMap<String, List<byte[]>>();
        var dn = "";
        for (var it = 0; it < columns.size(); it++) {
            var name = columns.get(it);
            var cell = cells.get(it);
            if (name.equals("dn") || name.equals("distinguishedname")) {
                dn = cell;
            }
            if (!cell.isEmpty()) {
                attributes.put(plain(name), values(plain(name), cell));
            }
        }
        withFlagsAsNumbers(columns, cells, attributes);
        return dn.isBlank() ? Optional.empty() : Optional.of(new LdapEntry(dn, attributes));
    }

    private static String plain(String name) {
        return name.equals("dn") ? "distinguishedname" : name;
    }

    /// Flags come twice, in words and, with `_int` behind the name, as a number: the number counts.
    private static void withFlagsAsNumbers(
            List<String> columns, List<String> cells, Map<String, List<byte[]>> attributes) {
        for (var it = 0; it < columns.size(); it++) {
            var name = columns.get(it);
            if (name.endsWith("_int") && !cells.get(it).isEmpty()) {
                attributes.put(
                        name.substring(0, name.length() - "_int".length()),
                        List.of(cells.get(it).getBytes(StandardCharsets.UTF_8)));
            }
        }
    }

    private static List<byte[]> values(String name, String cell) {
        if (name.equals("ntsecuritydescriptor")) {
            return List.of(hex(cell));
        }
        return Arrays.stream(cell.split(";", -1))
                .filter(it -> !it.isEmpty())
                .map(it -> value(name, it))
                .toList();
    }

    private static byte[] value(String name, String text) {
        if (SIDS.contains(name) && text.startsWith("S-1-")) {
            return sid(text);
        }
        if (GUIDS.contains(name)) {
            return guid(text);
        }
        return BINARY.contains(name) ? hex(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] hex(String text) {
        try {
            return HexFormat.of().parseHex(text.startsWith("0x") ? text.substring(2) : text);
        } catch (IllegalArgumentException other) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] sid(String text) {
        var parts = text.split("-", -1);
        var bytes = ByteBuffer.allocate(8 + 4 * (parts.length - 3)).order(ByteOrder.BIG_ENDIAN);
        try {
            bytes.put((byte) 1).put((byte) (parts.length - 3));
            var authority = Long.parseLong(parts[2]);
            bytes.putShort((short) (authority >>> 32)).putInt((int) authority);
            bytes.order(ByteOrder.LITTLE_ENDIAN);
            for (var it = 3; it < parts.length; it++) {
                bytes.putInt(Integer.parseUnsignedInt(parts[it]));
            }
            return bytes.array();
        } catch (NumberFormatException odd) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
    }

    private static byte[] guid(String text) {
        var plain = text.replaceAll("[{}-]", "");
        if (!plain.matches("[0-9A-Fa-f]{32}")) {
            return text.getBytes(StandardCharsets.UTF_8);
        }
        var order = new int[] {3, 2, 1, 0, 5, 4, 7, 6, 8, 9, 10, 11, 12, 13, 14, 15};
        var read = HexFormat.of().parseHex(plain);
        var bytes = new byte[16];
        for (var it = 0; it < 16; it++) {
            bytes[it] = read[order[it]];
        }
        return bytes;
    }
}
