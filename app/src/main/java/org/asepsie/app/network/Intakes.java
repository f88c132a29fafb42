package org.asepsie.app.network;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Intake.Kind;
import org.asepsie.app.network.Intake.Stage;
import org.asepsie.app.network.Intake.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads configurations and logs behind the page, so that no request waits for a large one.
///
/// What the files mean, the examination and its evidence are kept in one transaction, all or nothing; progress is
/// written
/// apart, so that it shows before the end and outlives a failure.
@Service
public class Intakes {
    private static final Logger LOG = LoggerFactory.getLogger(Intakes.class);

    private final IntakeStore store;
    private final Configurations configurations;
    private final FlowLogs logs;
    private final Studies studies;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;
    private final Clock clock;

    /// Each reading may need the memory of a whole configuration.
    private final Semaphore turn = new Semaphore(1, true);

    Intakes(
            IntakeStore store,
            Configurations configurations,
            FlowLogs logs,
            Studies studies,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.configurations = configurations;
        this.logs = logs;
        this.studies = studies;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// A file as it was sent, at its place on disk.
    public record Sent(String name, Path place) {}

    /// What was begun: most files are read at once, and whoever sent them need not look at a page of progress for that.
    public record Begun(UUID id, Thread worker) {
        /// @return whether it ended within `patience`
        public boolean endsWithin(Duration patience) {
            try {
                return worker.join(patience);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return false;
            }
        }
    }

    /// Starts behind the page and returns at once.
    ///
    /// @param files configurations of one moment, or a single log
    /// @param afterwards what to do with the files in the end, whatever became of them
    public Begun start(FacilityId facility, Kind kind, List<Sent> files, Runnable afterwards) {
        var id = UUID.randomUUID();
        var actor = Actors.current();
        var names = files.stream().map(Sent::name).collect(Collectors.joining(", "));
        var size = files.stream().mapToLong(it -> it.place().toFile().length()).sum();
        apart.executeWithoutResult(_ ->
                store.begin(id, facility, kind, names, size, Actors.current().name(), clock.instant()));
        return new Begun(
                id,
                Thread.ofVirtual()
                        .name("network-" + id)
                        .start(() -> Actors.as(actor, () -> {
                            try {
                                run(facility, id, kind, files);
                            } finally {
                                afterwards.run();
                            }
                            return id;
                        })));
    }

    private void run(FacilityId facility, UUID id, Kind kind, List<Sent> files) {
        turn.acquireUninterruptibly();
        try {
            progress(id, Stage.READING, 0);
            whole.executeWithoutResult(_ -> {
                switch (kind) {
                    case CONFIGURATIONS -> configurations.take(facility, given(files));
                    case LOG -> log(facility, id, files.getFirst());
                }
                progress(id, Stage.JUDGING, 0);
                studies.renew(facility);
                store.end(id, State.DONE, Optional.empty(), clock.instant());
            });
        } catch (NetworkRefused refused) {
            stopped(id, State.REFUSED, Optional.of(refused));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("files {} of a network could not be read; nothing of them was kept", id, failed);
            stopped(id, State.FAILED, Optional.empty());
        } finally {
            turn.release();
        }
    }

    private static List<Configurations.Given> given(List<Sent> files) {
        var given = new ArrayList<Configurations.Given>();
        for (var file : files) {
            try {
                // A file that is too large is refused by its length alone.
                if (Files.size(file.place()) > Configurations.LARGEST) {
                    throw new NetworkRefused(
                            "network.refused.too-large", file.name(), Configurations.LARGEST / (1024 * 1024));
                }
                given.add(new Configurations.Given(file.name(), Files.readAllBytes(file.place())));
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
        return given;
    }

    private void log(FacilityId facility, UUID id, Sent file) {
        try (var counted = new CountedStream(
                new BufferedInputStream(Files.newInputStream(file.place())),
                clock,
                read -> progress(id, Stage.READING, read))) {
            logs.take(facility, file.name(), counted);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void progress(UUID id, Stage stage, long read) {
        apart.executeWithoutResult(_ -> store.progress(id, stage, read, clock.instant()));
    }

    private void stopped(UUID id, State state, Optional<NetworkRefused> refused) {
        apart.executeWithoutResult(_ -> store.end(id, state, refused, clock.instant()));
    }

    @Transactional(readOnly = true)
    public Optional<Intake> find(FacilityId facility, UUID id) {
        return store.find(facility, id);
    }

    /// Those that are being read now.
    @Transactional(readOnly = true)
    public List<Intake> underWay(FacilityId facility) {
        var now = clock.instant();
        return store.underWay(facility).stream()
                .filter(it -> it.course().stateAt(now) == State.RUNNING)
                .toList();
    }
}
