package org.asepsie.app.home;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.app.access.Actors;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.assessment.Results;
import org.asepsie.app.assessment.StandingsRecomputed;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.engine.maturity.Score;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.knowledge.Framework;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Figures of regions and kinds of establishments in which nobody can be recognised.
///
/// They are worked out by the installation, which sees every facility, and written to a table that holds no row
/// of a facility and no figure that is hidden: whoever reads the table learns no more than the page says.
@Service
public class Observatory {
    private static final int TOGETHER = 1_000;
    private static final int LEVEL_2 = 2_000;

    private final Facilities facilities;
    private final Questionnaires questionnaires;
    private final Results results;
    private final FigureStore store;
    private final ObservatoryRule rule;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Observatory(
            Facilities facilities,
            Questionnaires questionnaires,
            Results results,
            FigureStore store,
            ObservatoryRule rule,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.facilities = facilities;
        this.questionnaires = questionnaires;
        this.results = results;
        this.store = store;
        this.rule = rule;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /// What one establishment adds, without its name.
    private record Member(
            String region, String kind, String entity, Score said, Score proven, Map<ThemeId, Score> themes) {}

    @EventListener
    void recomputed(StandingsRecomputed event) {
        refresh();
    }

    /// Works all figures out again.
    public void refresh() {
        Actors.asInstallation(() -> {
            transaction.executeWithoutResult(_ -> {
                var names = new HashMap<String, String>();
                facilities.regions().forEach(it -> names.put(it.code(), it.name()));
                store.replace(figures(members(), names), clock.instant());
            });
            return true;
        });
    }

    /// All figures, regions by name, the nation last; and when they were worked out.
    @Transactional(readOnly = true)
    public Figures read() {
        return new Figures(store.all(), store.madeAt());
    }

    public record Figures(List<Figure> all, Optional<Instant> madeAt) {
        public Figures {
            all = List.copyOf(all);
        }
    }

    public ObservatoryRule rule() {
        return rule;
    }

    private List<Member> members() {
        var members = new ArrayList<Member>();
        var all = facilities.visible();
        for (var kind : FacilityKind.values()) {
            var framework = questionnaires.madeFor(kind).id();
            var some = all.stream().filter(it -> it.kind() == kind).toList();
            for (var from = 0; from < some.size(); from += TOGETHER) {
                var part = some.subList(from, Math.min(some.size(), from + TOGETHER));
                var ids = part.stream().map(Facility::id).toList();
                var latest = results.latestOf(ids, framework);
                var themes = results.themesOf(ids, framework);
                for (var facility : part) {
                    var found = latest.get(facility.id());
                    if (found != null) {
                        members.add(new Member(
                                facility.region().code(),
                                kind.code(),
                                entity(facility),
                                found.standing().said().score(),
                                found.standing().proven().score(),
                                themes.getOrDefault(facility.id(), Map.of())));
                    }
                }
            }
        }
        return members;
    }

    /// The same name in two regions is the same entity; sites of no known entity count as one of their place.
    private static String entity(Facility facility) {
        var path = facility.path().value();
        return facility.entity().isBlank()
                ? path.substring(0, path.lastIndexOf('/', path.length() - 2))
                : facility.entity();
    }

    private List<Figure> figures(List<Member> members, Map<String, String> names) {
        var groups = new LinkedHashMap<Disclosure.Cell, List<Member>>();
        for (var member : members) {
            for (var region : List.of(member.region(), Disclosure.ALL)) {
                for (var kind : List.of(member.kind(), Disclosure.ALL)) {
                    groups.computeIfAbsent(new Disclosure.Cell(region, kind), _ -> new ArrayList<>())
                            .add(member);
                }
            }
        }
        var table = new LinkedHashMap<Disclosure.Cell, Disclosure.Count>();
        groups.forEach((cell, some) -> table.put(cell, new Disclosure.Count(some.size(), (int)
                some.stream().map(Member::entity).distinct().count())));
        var hidden = Disclosure.hidden(table, new Disclosure.Rule(rule.facilities(), rule.entities()));
        return groups.entrySet().stream()
                .map(it -> figure(it.getKey(), it.getValue(), names, hidden.contains(it.getKey())))
                .toList();
    }

    private Figure figure(Disclosure.Cell cell, List<Member> members, Map<String, String> names, boolean hidden) {
        var region = names.getOrDefault(cell.region(), cell.region());
        if (hidden) {
            return new Figure(cell.region(), region, cell.kind(), Optional.empty());
        }
        // Levels of two questionnaires are not the same measure: a total of kinds is a count and no more.
        var levels = cell.kind().equals(Disclosure.ALL)
                ? Optional.<Figure.Levels>empty()
                : Optional.of(levels(FacilityKind.of(cell.kind()), members));
        return new Figure(cell.region(), region, cell.kind(), Optional.of(new Figure.Shown(members.size(), levels)));
    }

    private Figure.Levels levels(FacilityKind kind, List<Member> members) {
        return new Figure.Levels(
                Figure.Quartiles.of(members.stream().map(Member::said).toList()),
                Figure.Quartiles.of(members.stream().map(Member::proven).toList()),
                shares(questionnaires.madeFor(kind), members));
    }

    /// For each theme that holds a gate: the share of establishments at level 2 or above there, by their own word.
    private static Map<String, Integer> shares(Framework framework, List<Member> members) {
        var shares = new TreeMap<String, Integer>();
        gateThemes(framework).forEach(theme -> {
            var reached = members.stream()
                    .filter(it -> it.themes().getOrDefault(theme, Score.NONE).thousandths() >= LEVEL_2)
                    .count();
            shares.put(theme.value(), Figure.veiled((int) reached, members.size()));
        });
        return shares;
    }

    private static List<ThemeId> gateThemes(Framework framework) {
        return framework.questions().stream()
                .filter(it -> it.scoring().gate().isPresent())
                .map(it -> it.theme())
                .flatMap(Stream::of)
                .distinct()
                .collect(Collectors.toList());
    }
}
