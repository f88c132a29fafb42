package org.asepsie.app.directory;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongConsumer;
import java.util.function.Supplier;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.database.Seal;
import org.asepsie.app.directory.Gathering.NotGathered;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;
import org.asepsie.collector.directory.Account;
import org.asepsie.collector.directory.CannotCollect;
import org.asepsie.collector.directory.Collector;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Reads directories live, when asked or at their hour: what is read becomes a collection like one that was sent.
///
/// The product only reads, over a protected line, as an ordinary account of the domain. The password is sealed, and
/// asked for again whenever it would go to another place than the one it was given for.
@Service
public class LiveCollections {
    private static final Logger LOG = LoggerFactory.getLogger(LiveCollections.class);

    private final LiveSourceStore store;
    private final Examinations examinations;
    private final Seal seal;
    private final Audit audit;
    private final Wording wording;
    private final TransactionTemplate transactions;
    private final Clock clock;
    private final boolean allowed;

    LiveCollections(
            LiveSourceStore store,
            Examinations examinations,
            Seal seal,
            Audit audit,
            Wording wording,
            PlatformTransactionManager transactions,
            Clock clock,
            @Value("${asepsie.live-collection:true}") boolean allowed) {
        this.store = store;
        this.examinations = examinations;
        this.seal = seal;
        this.audit = audit;
        this.wording = wording;
        this.transactions = new TransactionTemplate(transactions);
        this.clock = clock;
        this.allowed = allowed;
    }

    /// Whether the operator lets this installation call out to directories.
    public boolean allowed() {
        return allowed;
    }

    public Optional<LiveStanding> find(FacilityId facility) {
        return inTransaction(() -> store.find(facility));
    }

    /// What was read of each naming context; empty for a collection that was sent.
    public List<Reading> readings(FacilityId facility, CollectionId collection) {
        return inTransaction(() -> store.readings(facility, collection));
    }

    /// @param password empty to keep the one there is
    /// @return false if a password is needed: there is none yet, or it was given for another server or account
    public boolean set(FacilityId facility, LiveSource source, String password) {
        return inTransaction(() -> {
            var kept = store.find(facility)
                    .filter(it -> it.source().samePlace(source))
                    .flatMap(_ -> store.sealedPassword(facility));
            var sealed = password.isEmpty() ? kept : Optional.of(seal.close(password.getBytes(UTF_8), about(facility)));
            sealed.ifPresent(it -> {
                store.put(facility, source, it, Actors.current().name(), clock.instant());
                audit.record(
                        "directory.action.live-set", Optional.of(facility.node()), source.address(), source.user());
            });
            return sealed.isPresent();
        });
    }

    /// Forgets the server, the account and its password.
    public void remove(FacilityId facility) {
        inTransaction(() -> {
            if (store.remove(facility)) {
                audit.record("directory.action.live-removed", Optional.of(facility.node()), "", "");
            }
            return true;
        });
    }

    /// Begins to read behind the page.
    ///
    /// @return empty if no server was set, or the operator does not allow it
    public Optional<CollectionId> collect(FacilityId facility) {
        return find(facility).filter(_ -> allowed).map(this::begin);
    }

    /// Reads every directory whose hour has come. Several nodes may look at once: one of them reads.
    void round() {
        var now = clock.instant();
        Actors.asInstallation(() -> {
            for (var it : inTransaction(store::withAppointment)) {
                if (allowed && it.due(now) && inTransaction(() -> store.claim(it, now))) {
                    LOG.info("the directory of facility {} is read at its hour", it.facility());
                    begin(it);
                }
            }
            return true;
        });
    }

    private CollectionId begin(LiveStanding standing) {
        var source = standing.source();
        var facility = standing.facility();
        var folder = new AtomicReference<@Nullable Path>(); // of this reading alone, erased at its end
        var id = examinations.start(
                facility,
                source.address() + " – " + source.user(),
                (collection, entries) -> read(facility, source, collection, folder, entries),
                () -> Optional.ofNullable(folder.get()).ifPresent(LiveCollections::forget));
        inTransaction(() -> {
            store.begun(facility, id, clock.instant());
            return id;
        });
        return id;
    }

    private List<Path> read(
            FacilityId facility,
            LiveSource source,
            CollectionId collection,
            AtomicReference<@Nullable Path> made,
            LongConsumer entries) {
        try {
            var folder = Files.createTempDirectory("asepsie-live-");
            made.set(folder);
            Files.writeString(folder.resolve("authorities.pem"), source.certificate());
            var password = inTransaction(() -> store.sealedPassword(facility))
                    .flatMap(it -> seal.open(it, about(facility)))
                    .orElseThrow(() -> new NotGathered(problem("sealed", source, "")));
            var collector = new Collector(
                    source.server(folder),
                    new Account.WithPassword(source.user(), password),
                    clock,
                    (_, count) -> entries.accept(count));
            var file = folder.resolve("annuaire.ldif.gz");
            var logbook = collector.into(file);
            inTransaction(() -> {
                store.recorded(facility, collection, logbook);
                return true;
            });
            return List.of(file);
        } catch (CannotCollect refused) {
            if (refused.reason() == CannotCollect.Reason.WRONG_PASSWORD
                    || refused.reason() == CannotCollect.Reason.ACCOUNT_REFUSED) {
                inTransaction(() -> {
                    store.pause(facility);
                    return true;
                });
            }
            throw new NotGathered(problem(refused.reason().key(), source, refused.met()), refused);
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private Text problem(String reason, LiveSource source, String met) {
        var key = "directory.live.problem." + reason;
        return new Text(
                wording.say(Language.FR, key, source.address(), source.user(), met),
                wording.say(Language.EN, key, source.address(), source.user(), met));
    }

    private static String about(FacilityId facility) {
        return "directory.live-source " + facility;
    }

    private <T> T inTransaction(Supplier<T> work) {
        return Objects.requireNonNull(transactions.execute(_ -> work.get()));
    }

    private static void forget(Path folder) {
        try (var walk = Files.walk(folder)) {
            for (var path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
