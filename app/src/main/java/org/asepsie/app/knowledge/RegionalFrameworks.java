package org.asepsie.app.knowledge;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.Permission;
import org.asepsie.app.access.Places;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Region;
import org.asepsie.app.knowledge.FileProblem.Place;
import org.asepsie.knowledge.FrameworkFile;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The questionnaires that regional centres add for their own establishments: sent, looked at, tried, then
/// published. A published version stays for ever; who may curate at a region sees and changes what is its own,
/// and nothing else.
@Service
public class RegionalFrameworks {
    private static final Duration FORGOTTEN = Duration.ofDays(30);

    private final KnowledgeStore store;
    private final DraftStore drafts;
    private final Catalogues catalogues;
    private final Facilities facilities;
    private final Places places;
    private final Audit audit;
    private final Clock clock;

    RegionalFrameworks(
            KnowledgeStore store,
            DraftStore drafts,
            Catalogues catalogues,
            Facilities facilities,
            Places places,
            Audit audit,
            Clock clock) {
        this.store = store;
        this.drafts = drafts;
        this.catalogues = catalogues;
        this.facilities = facilities;
        this.places = places;
        this.audit = audit;
        this.clock = clock;
    }

    /// A draft as its author looks at it before anybody else does.
    ///
    /// @param inForce the version that this one would replace
    public record Preview(
            UUID id,
            Region region,
            String fileName,
            Optional<FrameworkFile> file,
            List<FileProblem> problems,
            Optional<String> inForce) {
        public Preview {
            problems = List.copyOf(problems);
        }

        public boolean publishable() {
            return file.isPresent() && problems.isEmpty();
        }
    }

    /// The regions where the actor curates.
    @Transactional(readOnly = true)
    public List<Region> regions() {
        return facilities.regions().stream().filter(it -> curates(it.id())).toList();
    }

    /// Every version published for those regions, newest first.
    @Transactional(readOnly = true)
    public List<Published> published() {
        return store.published().reversed().stream()
                .filter(it -> curates(it.region()))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Published> published(String framework, String version) {
        return published().stream()
                .filter(it -> it.framework().equals(framework) && it.version().equals(version))
                .findFirst();
    }

    /// Keeps a file to be looked at. Nothing is published; a file that is no questionnaire at all is not even kept.
    ///
    /// @throws NotYourRegion if the actor does not curate there
    @Transactional
    public Preview receive(NodeId region, String fileName, byte[] content) {
        require(region);
        var draft = new Draft(
                UUID.randomUUID(), region, fileName, content, Actors.current().name(), clock.instant());
        var preview = preview(draft);
        if (preview.file().isPresent()) {
            drafts.removeOlderThan(clock.instant().minus(FORGOTTEN));
            drafts.add(draft);
        }
        return preview;
    }

    /// Empty when it was published or thrown away meanwhile, or belongs to a region that is not the actor's.
    @Transactional(readOnly = true)
    public Optional<Preview> preview(UUID draft) {
        return mine(draft).map(this::preview);
    }

    @Transactional
    public void discard(UUID draft) {
        mine(draft).ifPresent(it -> drafts.remove(it.id()));
    }

    /// Makes the draft the version in force from its date on.
    ///
    /// @return what was published; empty when the draft is gone or has problems
    @Transactional
    public Optional<Published> publish(UUID id) {
        var draft = mine(id);
        var reading = draft.map(this::read);
        if (reading.isEmpty()
                || reading.get().file().isEmpty()
                || !reading.get().problems().isEmpty()) {
            return Optional.empty();
        }
        var version = reading.get().file().get().framework().version();
        var published = new Published(
                draft.get().region(),
                version.id(),
                version.number(),
                version.validFrom(),
                reading.get().yaml(),
                Actors.current().name(),
                clock.instant());
        store.publish(published);
        store.used(version.id(), version.number(), clock.instant());
        drafts.remove(id);
        audit.record(
                "knowledge.action.framework-published",
                Optional.of(published.region()),
                version.id(),
                version.number());
        return Optional.of(published);
    }

    private Preview preview(Draft draft) {
        var reading = read(draft);
        var region = facilities.regions().stream()
                .filter(it -> it.id().equals(draft.region()))
                .findFirst()
                .orElseThrow(() -> new NotYourRegion(draft.region()));
        var inForce = reading.file()
                .flatMap(it -> catalogues.current().framework(it.framework().id()))
                .map(it -> it.version().number());
        return new Preview(draft.id(), region, draft.fileName(), reading.file(), reading.problems(), inForce);
    }

    private DraftReading read(Draft draft) {
        var reading = DraftReading.of(draft.fileName(), draft.content(), catalogues.current());
        return reading.file().map(it -> reading.with(taken(it, draft.region()))).orElse(reading);
    }

    private List<FileProblem> taken(FrameworkFile file, NodeId region) {
        var version = file.framework().version();
        var problems = new ArrayList<FileProblem>();
        if (catalogues.bundled().framework(version.id()).isPresent()) {
            problems.add(FileProblem.of(new Place.WholeFile(), Complaint.OF_THE_PRODUCT, version.id()));
        }
        if (store.published().stream()
                .anyMatch(it ->
                        it.framework().equals(version.id()) && !it.region().equals(region))) {
            problems.add(FileProblem.of(new Place.WholeFile(), Complaint.OF_ANOTHER_REGION, version.id()));
        } else if (store.isPublished(version.id(), version.number())) {
            problems.add(FileProblem.of(new Place.WholeFile(), Complaint.VERSION_PUBLISHED, version.number()));
        }
        return problems;
    }

    private Optional<Draft> mine(UUID draft) {
        return drafts.find(draft).filter(it -> curates(it.region()));
    }

    private void require(NodeId region) {
        if (!curates(region)) {
            throw new NotYourRegion(region);
        }
    }

    private boolean curates(NodeId region) {
        return places.pathOf(region)
                .filter(it -> Actors.current().may(Permission.CURATE, it))
                .isPresent();
    }
}
