package org.asepsie.app.network;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Readers;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/// Reads configurations of filtering devices and keeps what they mean; the files themselves are forgotten at once.
@Service
public class Configurations {
    /// As a file is, before unpacking into rules.
    public static final long LARGEST = 20L * 1024 * 1024;

    private static final int MOST_RULES = 200_000;

    private final ConfigurationStore store;
    private final Audit audit;
    private final Clock clock;

    Configurations(ConfigurationStore store, Audit audit, Clock clock) {
        this.store = store;
        this.audit = audit;
        this.clock = clock;
    }

    /// A file as it came.
    @SuppressWarnings("ArrayRecordComponent") // passed on once, never compared
    public record Given(String name, byte[] content) {}

    /// Reads files given together: all of them, or nothing. A file of the same name replaces the former one.
    ///
    /// @throws NetworkRefused with line, reason and remedy
    @Transactional
    public List<Configuration> take(FacilityId facility, List<Given> files) {
        if (files.isEmpty()) {
            throw new NetworkRefused("network.refused.no-file");
        }
        var now = clock.instant();
        var taken = new ArrayList<Configuration>();
        for (var reading : read(files)) {
            var read = configuration(reading, now);
            store.end(facility, read.file(), now);
            store.add(facility, read, packed(reading));
            audit.record(
                    "network.action.configuration",
                    Optional.of(facility.node()),
                    read.file(),
                    "%s, %d/%d".formatted(read.kind(), read.understood(), read.lines()));
            taken.add(read);
        }
        return taken;
    }

    private static List<Reading> read(List<Given> files) {
        var texts = new ArrayList<ConfigText>();
        for (var file : files) {
            if (file.content().length > LARGEST) {
                throw new NetworkRefused("network.refused.too-large", file.name(), LARGEST / (1024 * 1024));
            }
            if (file.content().length == 0) {
                throw new NetworkRefused("network.refused.empty", file.name());
            }
            texts.add(ConfigText.of(file.name(), file.content()));
        }
        try {
            var readings = Readers.readTogether(texts);
            readings.forEach(Configurations::bounded);
            return readings;
        } catch (UnreadableConfig unreadable) {
            throw new NetworkRefused(
                    "network.refused.unreadable",
                    unreadable,
                    unreadable.where().file(),
                    unreadable.where().line(),
                    new BothLanguages(unreadable.french(), unreadable.english()));
        } catch (StackOverflowError tooDeep) {
            throw new NetworkRefused(
                    "network.refused.too-deep", tooDeep, files.getFirst().name());
        }
    }

    private static void bounded(Reading reading) {
        if (reading.devices().isEmpty()) {
            throw new NetworkRefused("network.refused.no-device", reading.file());
        }
        var rules = reading.devices().stream()
                .flatMap(it -> it.lists().values().stream())
                .mapToLong(it -> it.rules().size())
                .sum();
        if (rules > MOST_RULES) {
            throw new NetworkRefused("network.refused.too-many-rules", reading.file(), rules, MOST_RULES);
        }
    }

    private static byte[] packed(Reading reading) {
        try {
            return NetworkJson.pack(reading.devices());
        } catch (JacksonException tooDeep) {
            throw new NetworkRefused("network.refused.too-deep", tooDeep, reading.file());
        }
    }

    private static Configuration configuration(Reading reading, java.time.Instant now) {
        return new Configuration(
                UUID.randomUUID(),
                reading.file(),
                reading.devices().getFirst().kind(),
                reading.lines(),
                reading.understood(),
                reading.gaps().stream()
                        .sorted(java.util.Comparator.comparing(it -> it.harmless()))
                        .limit(Configuration.GAPS_KEPT)
                        .map(it -> new Configuration.NotUnderstood(
                                it.where().line(),
                                NetworkDocument.word(it.reason().name()),
                                it.text(),
                                it.harmless(),
                                it.reason().french(),
                                it.reason().english()))
                        .toList(),
                Actors.current().name(),
                now);
    }

    @Transactional
    public void end(FacilityId facility, UUID id) {
        var file = store.inUse(facility).stream()
                .filter(it -> it.id().equals(id))
                .map(Configuration::file)
                .findFirst();
        if (file.isPresent() && store.end(facility, id, clock.instant())) {
            audit.record("network.action.forgotten", Optional.of(facility.node()), file.get(), "");
        }
    }

    @Transactional(readOnly = true)
    public List<Configuration> inUse(FacilityId facility) {
        return store.inUse(facility);
    }

    @Transactional(readOnly = true)
    public List<Device> devices(FacilityId facility) {
        return store.policies(facility).values().stream().flatMap(List::stream).toList();
    }
}
