package org.asepsie.app.network;

import java.util.Map;

/// What was typed for every zone at once: `addresses-CODE`, `interfaces-CODE`, `title-CODE`.
public final class ZoneForm {
    private ZoneForm() {}

    /// @throws NetworkRefused naming the zone, the line and the words that are no address
    public static ZonePlan applied(ZonePlan plan, Map<String, String> typed) {
        var result = plan;
        for (var zone : plan.zones()) {
            var code = zone.code();
            var addresses = typed.get("addresses-" + code);
            if (addresses != null) {
                var interfaces = typed.getOrDefault("interfaces-" + code, "").strip();
                var own = typed.getOrDefault("title-" + code, zone.title()).strip();
                var title = own.length() > 80 ? own.substring(0, 80) : own;
                var changed = new ZonePlan.PlannedZone(
                        code,
                        zone.kind(),
                        title,
                        AddressList.read(addresses, code),
                        interfaces.isEmpty() ? java.util.List.of() : java.util.List.of(interfaces.split("[\\s,;]+")));
                result = result.changing(code, _ -> changed);
            }
        }
        return result;
    }
}
