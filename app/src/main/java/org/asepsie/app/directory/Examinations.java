package org.asepsie.app.directory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.directory.Collection.Figures;
import org.asepsie.app.directory.Collection.Stage;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.evidence.NewEvidence;
import org.asepsie.app.evidence.Source;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.directory.TooLarge;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.control.Verdict;
import org.asepsie.engine.directory.edges.AttackSurface;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.reader.Inputs;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.directory.DirectoryWording;
import org.asepsie.knowledge.directory.Findings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// Examines collections behind the page, one at a time: each needs the memory of a whole forest.
///
/// The answer and its evidence are kept in one transaction, all or nothing; progress is written apart, so that it
/// shows
/// before the end and outlives a failure.
@Service
public class Examinations {
    private static final Logger LOG = LoggerFactory.getLogger(Examinations.class);
    private static final int AFTER_READING = 3;
    private static final Duration BETWEEN_SIGNS = Duration.ofSeconds(1);
    private static final Text BROKEN = new Text(
            "L’examen s’est arrêté sur une erreur de notre fait ; rien n’a été gardé. Réessayez, puis écrivez-nous avec l’heure.",
            "The examination stopped on an error of ours; nothing was kept. Try again, then write to us with the time.");

    private final CollectionStore store;
    private final EvidenceHub evidence;
    private final WhatIf whatIf;
    private final Audit audit;
    private final TransactionTemplate whole;
    private final TransactionTemplate apart;
    private final Clock clock;
    private final Semaphore turn = new Semaphore(1, true);

    Examinations(
            CollectionStore store,
            EvidenceHub evidence,
            WhatIf whatIf,
            Audit audit,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.whatIf = whatIf;
        this.audit = audit;
        this.whole = new TransactionTemplate(transactions);
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /// Starts behind the page and returns at once.
    ///
    /// @param files of one forest, under the names they came with: some formats tell their content by it
    /// @param afterwards what to do with the files in the end, whatever became of them
    public CollectionId start(FacilityId facility, List<Path> files, Runnable afterwards) {
        var id = begin(facility, names(files), size(files), clock.instant());
        behind(id, () -> run(facility, id, files, clock.instant()), afterwards);
        return id;
    }

    /// Starts behind the page a collection whose files are still to be made, and returns at once.
    ///
    /// @param name for people: what is read
    CollectionId start(FacilityId facility, String name, Gathering gathering, Runnable afterwards) {
        var id = begin(facility, name, 0, clock.instant());
        behind(id, () -> gathered(id, gathering).ifPresent(it -> run(facility, id, it, clock.instant())), afterwards);
        return id;
    }

    private static void behind(CollectionId id, Runnable work, Runnable afterwards) {
        var actor = Actors.current();
        Thread.ofVirtual()
                .name("directory-" + id)
                .start(() -> Actors.as(actor, () -> {
                    try {
                        work.run();
                    } finally {
                        afterwards.run();
                    }
                    return id;
                }));
    }

    private Optional<List<Path>> gathered(CollectionId id, Gathering gathering) {
        try {
            progress(id, Stage.COLLECTING, 0, 1);
            var told = new Instant[] {clock.instant()};
            return Optional.of(gathering.files(id, entries -> {
                if (told[0].plus(BETWEEN_SIGNS).isBefore(clock.instant())) {
                    told[0] = clock.instant();
                    progress(id, Stage.COLLECTING, (int) Math.min(entries, Integer.MAX_VALUE), 1);
                }
            }));
        } catch (Gathering.NotGathered refused) {
            stopped(id, State.REFUSED, refused.problem());
        } catch (RuntimeException failed) {
            LOG.error("collection {} could not be read; nothing of it was kept", id, failed);
            stopped(id, State.FAILED, BROKEN);
        }
        return Optional.empty();
    }

    /// Examines at once, as it was sent at a moment that may be past: for demonstrations and tests.
    public CollectionId run(FacilityId facility, List<Path> files, Instant at) {
        var id = begin(facility, names(files), size(files), at);
        run(facility, id, files, at);
        return id;
    }

    private CollectionId begin(FacilityId facility, String names, long size, Instant at) {
        var id = CollectionId.fresh();
        apart.executeWithoutResult(_ -> {
            store.begin(id, facility, names, size, Actors.current().name(), at);
            audit.record("directory.action.sent", Optional.of(facility.node()), names, "");
        });
        return id;
    }

    private void run(FacilityId facility, CollectionId id, List<Path> files, Instant at) {
        turn.acquireUninterruptibly();
        try {
            examine(facility, id, files, at);
        } catch (Unreadable refused) {
            stopped(id, State.REFUSED, new DirectoryWording(Language.FR).refusal(refused));
        } catch (TooLarge forest) {
            LOG.warn("collection {} is too large: {}", id, forest.getMessage());
            stopped(
                    id,
                    State.REFUSED,
                    new Text(
                            "Cette collecte dépasse ce que le produit sait lire. Utilisez la ligne de commande sur une machine plus grande.",
                            "This collection is larger than the product can read. Use the command line on a larger machine."));
        } catch (RuntimeException | OutOfMemoryError failed) {
            LOG.error("collection {} failed; nothing of it was kept", id, failed);
            stopped(id, State.FAILED, BROKEN);
        } finally {
            turn.release();
        }
    }

    private void examine(FacilityId facility, CollectionId id, List<Path> files, Instant at) {
        var steps = files.size() + AFTER_READING;
        var begun = new int[1];
        var read = Inputs.read(files, _ -> progress(id, Stage.READING, begun[0]++, steps));
        progress(id, Stage.POINTS, files.size(), steps);
        var forest = read.forest();
        var assessment = Assessment.of(forest, forest.collectedAt().orElse(at));
        progress(id, Stage.PATHS, files.size() + 1, steps);
        var surface = AttackSurface.of(forest);
        var cut = surface.cheapestCut();
        progress(id, Stage.KEEPING, files.size() + 2, steps);
        var french = Findings.of(read, assessment, surface, cut, false, new DirectoryWording(Language.FR));
        var english = Findings.of(read, assessment, surface, cut, false, new DirectoryWording(Language.EN));
        var kept = new CollectionStore.Kept(
                Answer.closed(french),
                Answer.closed(english),
                AttackMaps.closed(AttackMaps.of(surface, cut)),
                whatIf.kept(facility, id, forest));
        var failing = (int) assessment.points().stream()
                .filter(it -> it.verdict() instanceof Verdict.Failed)
                .count();
        var figures = new Figures(
                assessment.level(),
                (int) assessment.evaluated(),
                assessment.points().size(),
                failing,
                french.tier0().exposed(),
                french.tier0().accounts());
        var values = Measurements.of(assessment, figures.accounts(), figures.exposed(), DirectoryGuide.bundled());
        whole.executeWithoutResult(_ -> {
            store.done(id, forest.collectedAt(), figures, kept, clock.instant());
            publish(facility, id, values, seenAt(forest.collectedAt(), at), at);
            audit.record(
                    "directory.action.examined",
                    Optional.of(facility.node()),
                    names(files),
                    "level %d, %d of %d points".formatted(figures.level(), figures.evaluated(), figures.points()));
        });
    }

    /// Clocks of collecting machines may be ahead of ours; evidence from the future would be refused.
    private static Instant seenAt(Optional<Instant> collectedAt, Instant at) {
        return collectedAt.filter(it -> it.isBefore(at)).orElse(at);
    }

    private void publish(
            FacilityId facility, CollectionId id, List<Measurements.Value> values, Instant seenAt, Instant at) {
        for (var value : values) {
            var piece = NewEvidence.of(
                            facility,
                            new IndicatorId(value.indicator()),
                            BigDecimal.valueOf(value.value()),
                            Grade.MEASURED,
                            seenAt,
                            new Source(Source.Kind.COLLECTION, "Collecte de l’annuaire " + id))
                    .noted(value.note().fr())
                    .once("directory " + id + " " + value.indicator());
            var recorded = evidence.record(piece, at);
            store.published(
                    id,
                    facility,
                    new CollectionStore.Published(
                            value.indicator(), value.value(), recorded.id().value()));
        }
    }

    private void progress(CollectionId id, Stage stage, int step, int steps) {
        apart.executeWithoutResult(_ -> store.progress(id, stage, step, steps, clock.instant()));
    }

    private void stopped(CollectionId id, State state, Text problem) {
        apart.executeWithoutResult(_ -> store.stopped(id, state, problem, clock.instant()));
    }

    private static String names(List<Path> files) {
        return files.stream().map(it -> String.valueOf(it.getFileName())).collect(Collectors.joining(", "));
    }

    private static long size(List<Path> files) {
        return files.stream().mapToLong(Examinations::size).sum();
    }

    private static long size(Path file) {
        try (var walk = Files.walk(file)) {
            return walk.filter(Files::isRegularFile)
                    .mapToLong(it -> it.toFile().length())
                    .sum();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
