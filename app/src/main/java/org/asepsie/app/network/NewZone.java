package org.asepsie.app.network;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import org.asepsie.app.network.ZonePlan.PlannedZone;
import org.asepsie.knowledge.NetworkModel;

/// A zone of the establishment's own, which no model knows.
public final class NewZone {
    private static final int LONGEST = 80;

    private NewZone() {}

    /// @throws NetworkRefused if the name is empty, too long, or taken
    public static PlannedZone named(String name, ZonePlan plan) {
        var title = name.strip();
        if (title.isEmpty() || title.length() > LONGEST) {
            throw new NetworkRefused("network.refused.name", LONGEST);
        }
        var plain = Normalizer.normalize(title.toLowerCase(Locale.ROOT), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
        var code = plain.isEmpty() ? "zone" : plain.substring(0, Math.min(plain.length(), 40));
        var reserved = List.of(NetworkModel.ANY, NetworkModel.DEVICE, ZoneSpaces.ELSEWHERE);
        if (plan.zone(code).isPresent() || reserved.contains(code) || code.startsWith(NetworkModel.DEVICE + "-")) {
            throw new NetworkRefused("network.refused.name-taken", title);
        }
        return new PlannedZone(code, "", title, List.of(), List.of());
    }
}
