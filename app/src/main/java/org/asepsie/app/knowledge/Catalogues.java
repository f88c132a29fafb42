package org.asepsie.app.knowledge;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.Places;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.FrameworkFile;
import org.asepsie.knowledge.RuleSwitch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// The knowledge in force: what comes with the product, the dated rules as they were decided, and the
/// questionnaires of the regions.
///
/// Whether anything changed is asked of the database in each transaction (two index look-ups), so that all nodes
/// of an installation agree; the catalogue itself is made again only when it did, or when a version enters into force.
@Service
public class Catalogues {
    private static final Logger LOG = LoggerFactory.getLogger(Catalogues.class);
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    private final Catalogue bundled = CatalogueReader.bundled();
    private final KnowledgeStore store;
    private final Places places;
    private final Clock clock;
    private volatile Made made = new Made("", LocalDate.MIN, bundled, Map.of(), Map.of());

    Catalogues(KnowledgeStore store, Places places, Clock clock) {
        this.store = store;
        this.places = places;
        this.clock = clock;
    }

    /// Everything in force anywhere: what scoring and evidence read. Immutable, so a caller may keep it for the
    /// length of a request: all it does then rests on one version.
    @Transactional(readOnly = true)
    public Catalogue current() {
        return upToDate().everywhere();
    }

    /// What is put to the establishments at a place: no questionnaire of another region.
    @Transactional(readOnly = true)
    public Catalogue at(NodePath place) {
        var now = upToDate();
        var foreign = now.paths().entrySet().stream()
                .filter(it -> !it.getValue().contains(place))
                .map(Map.Entry::getKey)
                .toList();
        return foreign.isEmpty()
                ? now.everywhere()
                : now.without().computeIfAbsent(foreign, _ -> now.everywhereBut(foreign));
    }

    /// The region of each framework in force that a region added, by the framework's id.
    @Transactional(readOnly = true)
    public Map<String, NodeId> regional() {
        return upToDate().regions();
    }

    /// The knowledge that came with this version of the product, whatever was decided or added here.
    public Catalogue bundled() {
        return bundled;
    }

    /// A page that only reads asks many times: within its one transaction the first answer stands.
    private Made upToDate() {
        if (!TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
            return asked();
        }
        if (TransactionSynchronizationManager.getResource(this) instanceof Made known) {
            return known;
        }
        var now = asked();
        TransactionSynchronizationManager.bindResource(this, now);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(Catalogues.this);
            }
        });
        return now;
    }

    private Made asked() {
        var latest = made;
        var revision = store.revision();
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        if (latest.revision().equals(revision) && latest.day().equals(today)) {
            return latest;
        }
        var fresh = make(revision, today);
        made = fresh;
        return fresh;
    }

    private Made make(String revision, LocalDate today) {
        var catalogue = bundled.with(switches(today));
        var regions = new HashMap<String, NodeId>();
        var paths = new HashMap<String, NodePath>();
        for (var versions : entered(today).values()) {
            for (var version : versions) {
                var reading = read(version, catalogue);
                if (reading.file().isPresent() && reading.problems().isEmpty()) {
                    catalogue = catalogue.with(reading.file().get());
                    regions.put(version.framework(), version.region());
                    places.pathOf(version.region()).ifPresent(it -> paths.put(version.framework(), it));
                } else {
                    // A newer product may have taken one of its names: the rest must go on.
                    LOG.error(
                            "The questionnaire {} {} no longer fits the catalogue and is left out: {}. Publish a mended version.",
                            version.framework(),
                            version.version(),
                            reading.problems());
                }
            }
        }
        return new Made(revision, today, catalogue, regions, paths);
    }

    private static FrameworkFile.Reading read(Published version, Catalogue catalogue) {
        return FrameworkFile.read(
                new ByteArrayInputStream(version.yaml().getBytes(StandardCharsets.UTF_8)),
                version.framework(),
                catalogue);
    }

    /// The versions of each framework that have entered into force, in the order of their publication: the last one
    /// is in force, the earlier ones tell under which names answers were given to them.
    private Map<String, List<Published>> entered(LocalDate today) {
        var entered = new LinkedHashMap<String, List<Published>>();
        store.published().stream()
                .filter(it -> !it.validFrom().isAfter(today))
                .forEach(it -> entered.computeIfAbsent(it.framework(), _ -> new ArrayList<>())
                        .add(it));
        return entered;
    }

    private List<RuleSwitch> switches(LocalDate today) {
        var decided = new HashMap<String, SwitchDecision>();
        store.decisions().stream()
                .filter(it -> !it.since().isAfter(today))
                .forEach(it -> decided.put(it.ruleSwitch(), it));
        var switches = new ArrayList<RuleSwitch>();
        for (var it : bundled.surroundings().switches()) {
            var decision = decided.get(it.id());
            switches.add(decision == null ? it : it.decided(decision.on(), decision.since()));
        }
        return switches;
    }

    /// @param regions whose each questionnaire is
    /// @param paths where in the tree its region stands
    /// @param without catalogues already made for the places that see less
    private record Made(
            String revision,
            LocalDate day,
            Catalogue everywhere,
            Map<String, NodeId> regions,
            Map<String, NodePath> paths,
            Map<List<String>, Catalogue> without) {
        Made(
                String revision,
                LocalDate day,
                Catalogue everywhere,
                Map<String, NodeId> regions,
                Map<String, NodePath> paths) {
            this(revision, day, everywhere, regions, paths, new java.util.concurrent.ConcurrentHashMap<>());
        }

        Catalogue everywhereBut(List<String> frameworks) {
            var rest = everywhere;
            for (var framework : frameworks) {
                rest = rest.without(framework);
            }
            return rest;
        }
    }
}
