package org.asepsie.app.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.engine.directory.graph.AttackGraph;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.directory.DirectoryWording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Answers "how could this account reach the top?", step by step, and "where do all ways meet?".
@Service
public class PathsToTop {
    private static final int MOST_ACCOUNTS = 20;
    private static final int MOST_CHOKES = 10;

    private final Collections collections;
    private final DirectoryGuide guide = DirectoryGuide.bundled();

    PathsToTop(Collections collections) {
        this.collections = collections;
    }

    /// @param steps to the top; -1 if it cannot be reached
    /// @param tag whose account it is, empty if unknown
    public record Account(String id, String name, int steps, String tag) {}

    /// @param relation in plain words, to be read between the two names
    /// @param label the technical name of the relation
    /// @param remedies what would close the step
    public record Step(Stop from, String relation, String label, Stop to, List<String> remedies) {
        public Step {
            remedies = List.copyOf(remedies);
        }
    }

    public record Stop(String id, String name, String kind, boolean top) {}

    public record Choke(String id, String name, String kind, int behind) {}

    /// Many paths drawn as one: what all share stands once, and the accounts behind a point are a number.
    public record Overview(List<Choke> chokes, List<Step> steps) {
        public Overview {
            chokes = List.copyOf(chokes);
            steps = List.copyOf(steps);
        }
    }

    @Transactional(readOnly = true)
    public List<Account> accounts(FacilityId facility, CollectionId collection, String words, Language language) {
        var map = collections.map(facility, collection);
        return map.accountsNamed(words, MOST_ACCOUNTS).stream()
                .map(it -> account(map, it, language))
                .toList();
    }

    @Transactional(readOnly = true)
    public Optional<Account> account(FacilityId facility, CollectionId collection, String id, Language language) {
        var map = collections.map(facility, collection);
        return map.find(id).map(it -> account(map, it, language));
    }

    private Account account(AttackMap map, int node, Language language) {
        var it = map.node(node);
        return new Account(
                it.id(),
                it.name(),
                map.reaches(node) ? map.distance(node) : -1,
                guide.tag(it.kind(), it.name())
                        .map(tag -> tag.title().in(Baskets.knowledge(language)))
                        .orElse(""));
    }

    /// A shortest path; empty for an account that cannot reach the top, or is not known.
    @Transactional(readOnly = true)
    public List<Step> path(FacilityId facility, CollectionId collection, String id, Language language) {
        var map = collections.map(facility, collection);
        return map.find(id)
                .map(it -> map.path(it).stream()
                        .map(step -> step(map, step, language))
                        .toList())
                .orElse(List.of());
    }

    private Step step(AttackMap map, AttackMap.Step step, Language language) {
        var words = new DirectoryWording(Baskets.knowledge(language));
        return new Step(
                stop(map, step.from()),
                guide.relation(step.kind().label()).in(Baskets.knowledge(language)),
                step.kind().label(),
                stop(map, step.to()),
                step.units().stream()
                        .filter(it -> it != AttackGraph.NOBODYS)
                        .map(it -> map.units().get(it))
                        .map(it -> words.remedy(it.kind(), it.subject(), it.object()))
                        .toList());
    }

    private static Stop stop(AttackMap map, int node) {
        var it = map.node(node);
        return new Stop(it.id(), it.name(), it.kind(), it.top());
    }

    /// Where most ways meet, and the way from there to the top: a drawing of dozens of points, whatever the forest.
    @Transactional(readOnly = true)
    public Overview overview(FacilityId facility, CollectionId collection, Language language) {
        var map = collections.map(facility, collection);
        var chokes = map.chokePoints(MOST_CHOKES);
        var steps = new ArrayList<Step>();
        for (var choke : chokes) {
            map.path(choke.node()).stream()
                    .map(it -> step(map, it, language))
                    .filter(it -> steps.stream()
                            .noneMatch(other ->
                                    other.from().equals(it.from()) && other.to().equals(it.to())))
                    .forEach(steps::add);
        }
        return new Overview(
                chokes.stream()
                        .map(it -> new Choke(
                                map.node(it.node()).id(),
                                map.node(it.node()).name(),
                                map.node(it.node()).kind(),
                                it.behind()))
                        .toList(),
                steps);
    }
}
