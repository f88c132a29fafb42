package org.asepsie.app.network;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Prefix;

/// Reads addresses as people write them: one or several a line, separated by spaces, commas or semicolons.
final class AddressList {
    static final int MOST = 500;

    private AddressList() {}

    /// @throws NetworkRefused naming the line and the words that are no address
    static List<String> read(String text, String zone) {
        var found = new ArrayList<String>();
        var lines = text.lines().toList();
        for (var number = 1; number <= lines.size(); number++) {
            for (var word : lines.get(number - 1).strip().split("[\\s,;]+")) {
                if (!word.isEmpty()) {
                    found.add(written(word, zone, number));
                }
            }
        }
        if (found.size() > MOST) {
            throw new NetworkRefused("network.refused.too-many-addresses", zone, MOST);
        }
        return found.stream().distinct().toList();
    }

    private static String written(String word, String zone, int line) {
        try {
            var prefix = Prefix.of(word);
            return prefix.length() == prefix.network().family().bits()
                    ? prefix.network().toString()
                    : prefix.network() + "/" + prefix.length();
        } catch (IllegalArgumentException notAnAddress) {
            throw new NetworkRefused("network.refused.address", notAnAddress, zone, line, shortened(word));
        }
    }

    private static String shortened(String word) {
        return word.length() <= 60 ? word : word.substring(0, 60) + "…";
    }

    /// @throws NetworkRefused if one network stands in two zones: nobody could tell to which it belongs
    static void apart(ZonePlan plan) {
        Map<Prefix, String> owners = new LinkedHashMap<>();
        for (var zone : plan.zones()) {
            for (var address : zone.addresses()) {
                var other = owners.putIfAbsent(Prefix.of(address), zone.code());
                if (other != null && !other.equals(zone.code())) {
                    throw new NetworkRefused("network.refused.two-zones", address, other, zone.code());
                }
            }
        }
    }
}
