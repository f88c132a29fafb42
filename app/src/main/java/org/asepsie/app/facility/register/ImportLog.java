package org.asepsie.app.facility.register;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.register.ImportReport.Problem;
import org.asepsie.app.facility.register.ImportReport.State;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Keeps what imports did. Progress is written apart from the import's own transaction, so that it shows before
/// the end and outlives a failure; the final report is written inside it, so that it says "done" if and only if
/// the data is there.
@Service
public class ImportLog {
    private final ImportLogStore store;
    private final Clock clock;

    ImportLog(ImportLogStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<ImportReport> find(ImportId id) {
        return store.byId(id);
    }

    @Transactional(readOnly = true)
    public List<Note> notes(ImportId id) {
        return store.notes(id);
    }

    /// The newest imports, newest first.
    @Transactional(readOnly = true)
    public List<ImportReport> newest(int limit) {
        return store.newest(limit);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    ImportId begin(String fileName, long size, String startedBy) {
        var id = new ImportId(UUID.randomUUID());
        store.begin(id, fileName, size, startedBy, clock.instant());
        return id;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void progress(ImportId id, long bytesRead, Tally tally) {
        store.progress(id, bytesRead, tally, clock.instant());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void done(ImportId id, long bytesRead, Tally tally, List<Note> notes) {
        store.progress(id, bytesRead, tally, clock.instant());
        store.end(id, State.DONE, Optional.empty(), clock.instant());
        store.note(id, notes);
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    void stopped(ImportId id, State state, Problem problem) {
        store.end(id, state, Optional.of(problem), clock.instant());
    }
}
