package org.asepsie.app.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.demo.Cast.House;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configurations;
import org.asepsie.app.network.FlowLogs;
import org.asepsie.app.network.StartingModel;
import org.asepsie.app.network.Studies;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.app.network.ZonePlans;
import org.springframework.stereotype.Component;

/// The networks of the hospital and of one nursing home: zones, rules with mistakes people make, and a day of
/// connections. Addresses are private, names are made up.
@Component
class Cabling {
    private static final Map<String, String> HOSPITAL = Map.ofEntries(
            Map.entry("care", "10.50.0.0/20"),
            Map.entry("administration", "10.50.16.0/22"),
            Map.entry("servers", "10.50.32.0/24"),
            Map.entry("backup", "10.50.33.0/26"),
            Map.entry("admin-stations", "10.50.34.0/27"),
            Map.entry("biomedical", "10.50.40.0/23"),
            Map.entry("imaging", "10.50.42.0/24"),
            Map.entry("laboratory", "10.50.43.0/24"),
            Map.entry("pharmacy", "10.50.44.0/24"),
            Map.entry("building", "10.50.48.0/24"),
            Map.entry("guests", "10.50.64.0/20"),
            Map.entry("telephony", "10.50.80.0/22"),
            Map.entry("video", "10.50.84.0/24"),
            Map.entry("remote-maintenance", "10.50.90.0/28"),
            Map.entry("dmz", "10.50.91.0/27"));

    private static final Map<String, String> HOME = Map.of(
            "care", "192.168.10.0/24",
            "administration", "192.168.20.0/24",
            "servers", "192.168.30.0/26",
            "backup", "192.168.31.0/28",
            "guests", "192.168.60.0/23",
            "video", "192.168.70.0/24",
            "building", "192.168.71.0/24");

    private final ZonePlans plans;
    private final Configurations configurations;
    private final FlowLogs logs;
    private final Studies studies;
    private final Clock clock;

    Cabling(ZonePlans plans, Configurations configurations, FlowLogs logs, Studies studies, Clock clock) {
        this.plans = plans;
        this.configurations = configurations;
        this.logs = logs;
        this.studies = studies;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        cable(set.of(Cast.NURSING_HOME), Cast.NURSING_HOME, HOME, "home.rules");
        cable(set.of(Cast.HOSPITAL), Cast.HOSPITAL, HOSPITAL, "hospital.rules");
    }

    private void cable(FacilityId facility, House house, Map<String, String> addresses, String rules) {
        plans.change(facility, 0, "model", _ -> StartingModel.of(studies.model(), house.kind()));
        plans.change(facility, 1, "zones", plan -> {
            var placed = plan;
            for (var zone : addresses.entrySet()) {
                placed = placed.changing(zone.getKey(), it -> it.at(List.of(zone.getValue())));
            }
            return placed.allowing(maintenance(addresses.containsKey("imaging")));
        });
        configurations.take(facility, List.of(new Configurations.Given("pare-feu.rules", file(rules))));
        logs.take(facility, "connexions.log", new ByteArrayInputStream(connections(addresses)));
        studies.renew(facility);
    }

    /// A window that is about to close, for the installer of the scanner or of the doors.
    private AllowedFlow maintenance(boolean hospital) {
        var day = LocalDate.ofInstant(clock.instant(), ZoneId.of("Europe/Paris"));
        return new AllowedFlow(
                hospital ? "remote-maintenance" : "internet",
                hospital ? "imaging" : "building",
                List.of("tcp/3389"),
                false,
                Optional.of(day.plusDays(12)),
                hospital ? "Maintenance du scanner" : "Réglage des portes");
    }

    private static byte[] file(String name) {
        try (var rules = Cabling.class.getResourceAsStream("/demo/" + name)) {
            if (rules == null) {
                throw new IllegalStateException("/demo/%s is missing from the program".formatted(name));
            }
            return rules.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// A month in nine connections, as Zeek writes them.
    private byte[] connections(Map<String, String> zones) {
        var log = new StringBuilder("#fields\tts\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tconn_state\n");
        var start = clock.instant().minus(Duration.ofDays(30)).getEpochSecond();
        var ways = List.of(
                "care servers 443",
                "care servers 445",
                "administration servers 445",
                "guests care 445",
                "care servers 389",
                "administration servers 443",
                "video servers 443",
                "care servers 443",
                "guests care 445");
        for (var index = 0; index < ways.size(); index++) {
            var way = ways.get(index).split(" ");
            log.append("%d.0\t%s\t%d\t%s\t%s\ttcp\tSF\n"
                    .formatted(
                            start + index * 280_000L,
                            host(zones, way[0], 21),
                            50_000 + index,
                            host(zones, way[1], 5),
                            way[2]));
        }
        return log.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String host(Map<String, String> zones, String zone, int number) {
        var network = zones.getOrDefault(zone, "192.0.2.0/24");
        return network.substring(0, network.lastIndexOf('.') + 1) + number;
    }
}
