package org.asepsie.app.network;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.asepsie.app.network.ZonePlan.PlannedZone;

/// Reads zones from a table `zone;address`: one network a line, a zone as often as it has networks. A zone is found by
/// its name or its code; one that does not exist is made.
public final class ZoneCsv {
    private static final int LARGEST = 1 << 20;

    private ZoneCsv() {}

    /// @param names what people call each zone
    /// @throws NetworkRefused naming the line
    public static ZonePlan read(byte[] content, ZonePlan plan, Function<PlannedZone, String> names) {
        if (content.length > LARGEST) {
            throw new NetworkRefused("network.refused.too-large", "CSV", 1);
        }
        Map<String, List<String>> networks = new LinkedHashMap<>();
        var text = text(content).replace("\uFEFF", "");
        var lines = text.lines().toList();
        for (var number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1).replace("\"", "").strip();
            var cells = line.split("[;,\t]", 3);
            if (line.isEmpty() || number == 1 && header(cells)) {
                continue;
            }
            if (cells.length < 2 || cells[0].isBlank()) {
                throw new NetworkRefused("network.refused.csv-line", number);
            }
            var zone = cells[0].strip();
            networks.computeIfAbsent(zone, _ -> new ArrayList<>()).addAll(address(cells[1], zone, number));
        }
        if (networks.isEmpty()) {
            throw new NetworkRefused("network.refused.csv-empty");
        }
        var result = plan;
        for (var entry : networks.entrySet()) {
            result = placed(result, entry.getKey(), entry.getValue(), names);
        }
        return result;
    }

    /// French spreadsheets save « CSV » in the Windows alphabet unless told otherwise.
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException otherAlphabet) {
            return new String(content, Charset.forName("windows-1252"));
        }
    }

    private static boolean header(String[] cells) {
        return cells.length > 1 && !cells[1].matches(".*\\d.*");
    }

    private static List<String> address(String cell, String zone, int line) {
        try {
            return AddressList.read(cell, zone);
        } catch (NetworkRefused refused) {
            throw new NetworkRefused("network.refused.address", refused, zone, line, cell.strip());
        }
    }

    private static ZonePlan placed(
            ZonePlan plan, String name, List<String> networks, Function<PlannedZone, String> names) {
        var known = plan.zones().stream()
                .filter(it -> it.code().equalsIgnoreCase(name)
                        || names.apply(it).toLowerCase(Locale.ROOT).equals(name.toLowerCase(Locale.ROOT)))
                .findFirst();
        if (known.isPresent()) {
            return plan.changing(
                    known.get().code(), it -> it.at(networks.stream().distinct().toList()));
        }
        return plan.with(
                NewZone.named(name, plan).at(networks.stream().distinct().toList()));
    }
}
