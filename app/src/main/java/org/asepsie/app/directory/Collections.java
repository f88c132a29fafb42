package org.asepsie.app.directory;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.access.Audit;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.EvidenceId;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The collections of a facility, and what was found in each.
@Service
public class Collections {
    private final CollectionStore store;
    private final EvidenceHub evidence;
    private final Audit audit;
    private final Clock clock;
    private final Map<CollectionId, AttackMap> maps = newest(3);
    private final Map<String, DirectoryDocument> documents = newest(8);

    Collections(CollectionStore store, EvidenceHub evidence, Audit audit, Clock clock) {
        this.store = store;
        this.evidence = evidence;
        this.audit = audit;
        this.clock = clock;
    }

    /// What was opened last stays open: a page is often looked at again. Who may see it is asked each time.
    private static <K, V> Map<K, V> newest(int most) {
        return java.util.Collections.synchronizedMap(new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > most;
            }
        });
    }

    /// All of them, the newest state of the directory first; running and refused ones too.
    @Transactional(readOnly = true)
    public List<Collection> all(FacilityId facility) {
        return store.all(facility);
    }

    /// Those that were examined, the newest state of the directory first.
    @Transactional(readOnly = true)
    public List<Collection> examined(FacilityId facility) {
        return store.all(facility).stream()
                .filter(it -> it.course().state() == State.DONE)
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Collection> find(FacilityId facility, CollectionId id) {
        return store.find(facility, id);
    }

    /// What was found, in the words of one language.
    ///
    /// @throws NoSuchCollection if the facility has no such collection, or it is not examined yet
    @Transactional(readOnly = true)
    public DirectoryDocument document(FacilityId facility, CollectionId id, Language language) {
        visible(facility, id);
        var key = id + language.code();
        return Optional.ofNullable(documents.get(key)).orElseGet(() -> {
            var document = Answer.open(
                    store.answer(id, language == Language.FR).orElseThrow(() -> new NoSuchCollection(id.toString())));
            documents.put(key, document);
            return document;
        });
    }

    /// The same as the command line writes it.
    @Transactional(readOnly = true)
    public byte[] json(FacilityId facility, CollectionId id, Language language) {
        return Answer.json(document(facility, id, language));
    }

    @Transactional(readOnly = true)
    AttackMap map(FacilityId facility, CollectionId id) {
        visible(facility, id);
        return Optional.ofNullable(maps.get(id)).orElseGet(() -> {
            var map = AttackMaps.open(store.map(id).orElseThrow(() -> new NoSuchCollection(id.toString())));
            maps.put(id, map);
            return map;
        });
    }

    private void visible(FacilityId facility, CollectionId id) {
        if (store.find(facility, id).isEmpty()) {
            throw new NoSuchCollection(id.toString());
        }
    }

    /// The indicators a collection gave evidence for.
    @Transactional(readOnly = true)
    public Map<IndicatorId, Double> published(FacilityId facility, CollectionId id) {
        visible(facility, id);
        var values = new LinkedHashMap<IndicatorId, Double>();
        store.published(id).forEach(it -> values.put(new IndicatorId(it.indicator()), it.value()));
        return values;
    }

    /// Deletes an answer for good and takes back the evidence it gave; the history of evidence keeps the reason.
    @Transactional
    public void delete(FacilityId facility, CollectionId id, String reason) {
        var collection = store.find(facility, id).orElseThrow(() -> new NoSuchCollection(id.toString()));
        for (var piece : store.published(id)) {
            if (stands(facility, piece)) {
                evidence.withdraw(facility, new EvidenceId(piece.evidence()), reason);
            }
        }
        store.delete(facility, id);
        audit.record(
                "directory.action.deleted",
                Optional.of(facility.node()),
                collection.name(),
                collection.seenAt().toString());
        maps.remove(id);
        for (var language : Language.values()) {
            documents.remove(id + language.code());
        }
    }

    /// Whether nobody replaced or withdrew it since.
    private boolean stands(FacilityId facility, CollectionStore.Published piece) {
        return evidence.history(facility, new IndicatorId(piece.indicator())).stream()
                .anyMatch(it -> it.evidence().id().value().equals(piece.evidence())
                        && it.replaced().isEmpty());
    }

    /// Whether something is being worked on right now.
    @Transactional(readOnly = true)
    public Optional<Collection> running(FacilityId facility) {
        return store.all(facility).stream()
                .filter(it -> it.course().stateAt(clock.instant()) == State.RUNNING)
                .findFirst();
    }
}
