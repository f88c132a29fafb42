package org.asepsie.app.network;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.flow.FlowLog;
import org.asepsie.engine.network.flow.FlowReader;
import org.asepsie.engine.network.flow.LogClock;
import org.asepsie.engine.network.flow.UnknownFlowLog;
import org.asepsie.engine.network.flow.ZoneTable;
import org.asepsie.engine.network.policy.Prefix;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Reads logs of connections as a stream and keeps what they show by zone, never their lines.
@Service
public class FlowLogs {
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");
    private static final int BROKEN_KEPT = 20;

    private final FlowLogStore store;
    private final ZonePlans zones;
    private final Audit audit;
    private final Clock clock;

    FlowLogs(FlowLogStore store, ZonePlans zones, Audit audit, Clock clock) {
        this.store = store;
        this.zones = zones;
        this.audit = audit;
        this.clock = clock;
    }

    /// Logs without an offset are taken for local time, logs without a year for this year.
    ///
    /// @throws NetworkRefused if it is no log that is understood, was read before, or there is no zone yet
    @Transactional
    public ReadLog take(FacilityId facility, String file, InputStream stream) {
        var plan = zones.current(facility).plan();
        if (plan.zones().stream().allMatch(it -> it.addresses().isEmpty())) {
            throw new NetworkRefused("network.refused.zones-first");
        }
        var now = clock.instant();
        var local = now.atZone(FRANCE);
        var digest = sha256();
        var reader = new FlowReader(table(plan), new LogClock(local.getOffset(), local.getYear()));
        FlowLog told;
        try (var counted = new DigestInputStream(stream, digest)) {
            told = reader.read(file, counted);
            counted.transferTo(java.io.OutputStream.nullOutputStream());
        } catch (UnknownFlowLog unknown) {
            throw new NetworkRefused("network.refused.unknown-log", unknown, file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        if (told.counted() == 0) {
            throw new NetworkRefused("network.refused.nothing-counted", file, told.lines(), told.broken());
        }
        var log = new ReadLog(
                UUID.randomUUID(),
                file,
                ZoneSpaces.fingerprint(plan),
                content(told, SeenFlows.of(reader.matrix())),
                Actors.current().name(),
                now);
        if (!store.add(facility, log, digest.digest())) {
            throw new NetworkRefused("network.refused.log-known", file);
        }
        audit.record("network.action.log", Optional.of(facility.node()), file, told.counted() + "/" + told.lines());
        return log;
    }

    private static ReadLog.Content content(FlowLog told, SeenFlows seen) {
        return new ReadLog.Content(
                NetworkDocument.word(told.format().name()),
                told.lines(),
                told.counted(),
                told.broken(),
                told.firstBroken().stream()
                        .limit(BROKEN_KEPT)
                        .map(it -> new ReadLog.Broken(
                                it.number(), NetworkDocument.word(it.why().name())))
                        .toList(),
                told.cut(),
                seen);
    }

    /// Private addresses of no zone are counted apart: they are not the internet.
    private static ZoneTable table(ZonePlan plan) {
        Map<String, List<Prefix>> places = new LinkedHashMap<>();
        var claimed = new ArrayList<Prefix>();
        for (var zone : plan.zones()) {
            var own = zone.addresses().stream().map(Prefix::of).toList();
            places.put(zone.code(), own);
            claimed.addAll(own);
        }
        var apart = ZoneSpaces.NOT_PUBLIC.stream()
                .filter(it -> !claimed.contains(it))
                .toList();
        places.put(ZoneSpaces.ELSEWHERE, apart);
        ZoneSpaces.internet(plan)
                .filter(it -> it.addresses().isEmpty())
                .ifPresent(it -> places.put(it.code(), List.of(Prefix.of("0.0.0.0/0"), Prefix.of("::/0"))));
        return ZoneTable.of(places);
    }

    @Transactional(readOnly = true)
    public List<ReadLog> inUse(FacilityId facility) {
        return store.inUse(facility);
    }

    /// What the logs read with the present zones show together.
    @Transactional(readOnly = true)
    public SeenFlows seen(FacilityId facility, ZonePlan plan) {
        var present = ZoneSpaces.fingerprint(plan);
        return store.inUse(facility).stream()
                .filter(it -> it.zones().equals(present))
                .map(it -> it.content().seen())
                .reduce(SeenFlows.NONE, SeenFlows::and);
    }

    /// Logs that were read with other zones and count no longer.
    @Transactional(readOnly = true)
    public List<ReadLog> outdated(FacilityId facility) {
        var present = ZoneSpaces.fingerprint(zones.current(facility).plan());
        return store.inUse(facility).stream()
                .filter(it -> !it.zones().equals(present))
                .toList();
    }

    @Transactional
    public void end(FacilityId facility, UUID id) {
        var file = store.inUse(facility).stream()
                .filter(it -> it.id().equals(id))
                .map(ReadLog::file)
                .findFirst();
        if (file.isPresent() && store.end(facility, id, clock.instant())) {
            audit.record("network.action.forgotten", Optional.of(facility.node()), file.get(), "");
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
