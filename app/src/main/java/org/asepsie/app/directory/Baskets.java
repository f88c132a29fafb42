package org.asepsie.app.directory;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.directory.Basket.Change;
import org.asepsie.app.directory.Basket.Sort;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Task;
import org.asepsie.app.plan.Tasks;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryDocument.PointPart;
import org.asepsie.knowledge.directory.DirectoryWording;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Tries changes on a collection, and takes the chosen ones into the plan.
@Service
public class Baskets {
    private static final int MOST_STRONG = 12;
    private static final int MOST_CUT = 60;
    private static final int BEST = 5;
    /// Our own estimate for taking one right away: look, ask, remove, watch.
    private static final Range ONE_RIGHT = new Range(0.1, 0.5);

    private final Collections collections;
    private final Tasks tasks;
    private final WhatIf whatIf;
    private final DirectoryGuide guide = DirectoryGuide.bundled();

    Baskets(Collections collections, Tasks tasks, WhatIf whatIf) {
        this.collections = collections;
        this.tasks = tasks;
        this.whatIf = whatIf;
    }

    /// @param wanted keys of changes; those that the collection does not offer are ignored
    @Transactional(readOnly = true)
    public Basket of(FacilityId facility, CollectionId collection, Set<String> wanted, Language language) {
        var map = collections.map(facility, collection);
        var document = collections.document(facility, collection, language);
        var offered = offered(map, document, language);
        var known = offered.keySet().stream().filter(wanted::contains).collect(Collectors.toSet());
        var units = known.stream()
                .filter(it -> it.startsWith("unit-"))
                .map(it -> Integer.valueOf(it.substring(5)))
                .toList();
        var exact = whatIf.exposedWithout(facility, collection, map, units);
        return new Basket(
                List.copyOf(offered.values()),
                known,
                map.exposed(),
                exact.orElseGet(() -> map.exposedWithout(units)),
                exact.isPresent(),
                document.level(),
                level(document, known),
                map.exposed() == 0 || !map.cut().isEmpty());
    }

    private Map<String, Change> offered(AttackMap map, DirectoryDocument document, Language language) {
        var changes = new LinkedHashMap<String, Change>();
        var cutOff = new HashMap<Integer, Integer>();
        map.strongest(MOST_STRONG * 5).forEach(it -> cutOff.merge(it.unit(), it.cutOff(), Math::max));
        map.cut().stream()
                .limit(MOST_CUT)
                .forEach(
                        it -> changes.put("unit-" + it, unit(map, it, Sort.CUT, cutOff.getOrDefault(it, 0), language)));
        map.strongest(MOST_STRONG)
                .forEach(it -> changes.putIfAbsent(
                        "unit-" + it.unit(), unit(map, it.unit(), Sort.STRONG, it.cutOff(), language)));
        document.points().stream()
                .filter(it -> it.state().equals("failed"))
                .sorted(java.util.Comparator.comparingInt(PointPart::level))
                .forEach(it -> changes.put(
                        "point-" + it.id(), new Change("point-" + it.id(), Sort.POINT, it.title(), 0, it.level(), "")));
        return changes;
    }

    private Change unit(AttackMap map, int number, Sort sort, int accounts, Language language) {
        var unit = map.units().get(number);
        var words = new DirectoryWording(knowledge(language));
        var remark = tag(map, unit.subjectId())
                .or(() -> tag(map, unit.objectId()))
                .map(it -> it.title().in(knowledge(language)))
                .orElse("");
        return new Change(
                "unit-" + number, sort, words.remedy(unit.kind(), unit.subject(), unit.object()), accounts, 0, remark);
    }

    private Optional<DirectoryGuide.Tag> tag(AttackMap map, String id) {
        return map.find(id).map(map::node).flatMap(it -> guide.tag(it.kind(), it.name()));
    }

    private static int level(DirectoryDocument document, Set<String> chosen) {
        return document.points().stream()
                .filter(it -> it.state().equals("failed") && !chosen.contains("point-" + it.id()))
                .mapToInt(PointPart::level)
                .min()
                .orElse(BEST);
    }

    /// Makes the chosen changes actions of the plan.
    ///
    /// @return how many were not in it yet
    @Transactional
    public int plan(FacilityId facility, CollectionId collection, Set<String> wanted) {
        var map = collections.map(facility, collection);
        var french = collections.document(facility, collection, Language.FR);
        var english = collections.document(facility, collection, Language.EN);
        var offered = offered(map, french, Language.FR);
        var found = new ArrayList<Task>();
        var seen = new HashSet<String>();
        for (var key : offered.keySet()) {
            if (!wanted.contains(key) || !seen.add(key)) {
                continue;
            }
            found.add(
                    key.startsWith("unit-")
                            ? ofUnit(map.units().get(Integer.parseInt(key.substring(5))), collection)
                            : ofPoint(key.substring(6), french, english));
        }
        return tasks.take(facility, found);
    }

    private static Task ofUnit(AttackMap.Unit unit, CollectionId collection) {
        var name = unit.kind() + " " + unit.subjectId() + " " + unit.objectId();
        return new Task(
                new ActionId(
                        ActionId.Kind.TASK,
                        "directory-" + UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))),
                new Text(
                        new DirectoryWording(org.asepsie.knowledge.Language.FR)
                                .remedy(unit.kind(), unit.subject(), unit.object()),
                        new DirectoryWording(org.asepsie.knowledge.Language.EN)
                                .remedy(unit.kind(), unit.subject(), unit.object())),
                new Text(
                        "Des comptes ordinaires passent par là pour prendre la main sur tout l’annuaire, donc sur le dossier patient, la pharmacie et les sauvegardes.",
                        "Ordinary accounts pass here to take over the whole directory, and with it patient records, pharmacy and backups."),
                List.of(
                        new Text(
                                "Demandez à quoi sert ce droit : application, prestataire, ancien dépannage. Notez la réponse.",
                                "Ask what this right is for: a program, a provider, an old repair. Write the answer down."),
                        new Text(
                                "Retirez-le un jour ouvré, avec la personne concernée joignable ; gardez une copie de l’état d’avant.",
                                "Remove it on a working day, with the person concerned within reach; keep a copy of the state before."),
                        new Text(
                                "Refaites une collecte et vérifiez que le chemin a disparu.",
                                "Collect again and check that the path is gone.")),
                "/directory/what-if?collection=" + collection,
                ONE_RIGHT);
    }

    private Task ofPoint(String point, DirectoryDocument french, DirectoryDocument english) {
        var remedy = guide.remedy(point);
        return new Task(
                new ActionId(ActionId.Kind.TASK, "directory-" + point.replace('_', '-')),
                new Text("Annuaire : " + title(french, point), "Directory: " + title(english, point)),
                remedy.map(DirectoryGuide.Remedy::why).orElse(new Text("", "")),
                remedy.map(DirectoryGuide.Remedy::how).orElse(List.of()),
                "/directory/points/" + point,
                remedy.map(DirectoryGuide.Remedy::days).orElse(ONE_RIGHT));
    }

    private static String title(DirectoryDocument document, String point) {
        return document.points().stream()
                .filter(it -> it.id().equals(point))
                .map(PointPart::title)
                .findFirst()
                .orElse(point);
    }

    static org.asepsie.knowledge.Language knowledge(Language language) {
        return language == Language.FR ? org.asepsie.knowledge.Language.FR : org.asepsie.knowledge.Language.EN;
    }
}
