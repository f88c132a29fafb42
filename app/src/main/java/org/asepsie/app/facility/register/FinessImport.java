package org.asepsie.app.facility.register;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.BulkPlaces;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.facility.finess.FinessFile;
import org.asepsie.app.facility.finess.NotAFinessFile;
import org.asepsie.app.facility.register.ImportReport.Problem;
import org.asepsie.app.facility.register.ImportReport.State;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Imports a file of the register: all of it or nothing, and the same file twice changes nothing the second time.
///
/// One transaction holds the whole import, so a process killed on the way leaves the database as it was. Nothing is
/// ever
/// deleted: a site that closed gets its day of closing. One import at a time runs on a database.
@Service
public class FinessImport {
    private static final Logger LOG = LoggerFactory.getLogger(FinessImport.class);
    private static final ZoneId FRANCE = ZoneId.of("Europe/Paris");

    private final RegisterStore store;
    private final BulkPlaces places;
    private final Facilities facilities;
    private final Nomenclature nomenclature;
    private final ImportLog log;
    private final TransactionTemplate whole;
    private final Audit audit;
    private final Clock clock;

    FinessImport(
            RegisterStore store,
            BulkPlaces places,
            Facilities facilities,
            Nomenclature nomenclature,
            ImportLog log,
            PlatformTransactionManager transactions,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.places = places;
        this.facilities = facilities;
        this.nomenclature = nomenclature;
        this.log = log;
        this.whole = new TransactionTemplate(transactions);
        this.audit = audit;
        this.clock = clock;
    }

    /// Starts an import behind the page and returns at once.
    ///
    /// @param afterwards what to do with the file in the end, whatever became of it
    public ImportId start(Path file, String name, Runnable afterwards) {
        var id = begin(file, name);
        Thread.ofVirtual().name("finess-import-" + id).start(() -> {
            try {
                run(id, file);
            } finally {
                afterwards.run();
            }
        });
        return id;
    }

    /// Imports a file and returns when it is done or has been given up; what became of it stands in the
    /// [ImportLog].
    public ImportId run(Path file, String name) {
        var id = begin(file, name);
        run(id, file);
        return id;
    }

    private ImportId begin(Path file, String name) {
        var by = Actors.current().name();
        audit.record("facility.action.imported", Optional.empty(), name, "");
        return Actors.asInstallation(() -> log.begin(name, size(file), by));
    }

    private void run(ImportId id, Path file) {
        Actors.asInstallation(() -> {
            try {
                whole.executeWithoutResult(_ -> within(id, new FinessFile(file)));
            } catch (NotAFinessFile refused) {
                log.stopped(id, State.REFUSED, new Problem(refused.why().name(), refused.line()));
            } catch (AnotherImportRuns busy) {
                log.stopped(id, State.REFUSED, new Problem("BUSY", 0));
            } catch (RuntimeException failed) {
                LOG.error("import {} of the register failed; nothing of it was kept", id, failed);
                log.stopped(id, State.FAILED, new Problem("FAILED", 0));
            }
            return id;
        });
    }

    private void within(ImportId id, FinessFile file) {
        if (!store.alone()) {
            throw new AnotherImportRuns();
        }
        store.rememberNumbers();
        var run = new ImportRun(
                store,
                places,
                facilities,
                nomenclature,
                LocalDate.ofInstant(clock.instant(), FRANCE),
                tally -> log.progress(id, file.position(), tally));
        try {
            file.read(run);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var tally = run.finish();
        log.done(id, file.position(), tally, run.notes());
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /// Two imports at once would wait for each other's rows.
    private static final class AnotherImportRuns extends RuntimeException {
        @java.io.Serial
        private static final long serialVersionUID = 1L;
    }
}
