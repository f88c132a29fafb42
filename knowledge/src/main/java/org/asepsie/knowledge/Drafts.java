package org.asepsie.knowledge;

import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.asepsie.engine.maturity.TopicId;
import org.snakeyaml.engine.v2.nodes.MappingNode;

/// What has been read so far, file by file, before anything is checked against anything else.
final class Drafts {
    private static final Set<String> FOLDERS = Set.of("topics", "frameworks", "measures", "indicators");

    private final Problems problems = new Problems();
    private final List<Topic> topics = new ArrayList<>();
    private final List<Framework> frameworks = new ArrayList<>();
    private final List<Measure> measures = new ArrayList<>();
    private final List<Indicator> indicators = new ArrayList<>();
    private final List<Helper> helpers = new ArrayList<>();
    private final List<Region> regions = new ArrayList<>();
    private final List<Category> categories = new ArrayList<>();
    private final List<LevelName> levels = new ArrayList<>();
    private final List<ThreatStage> stages = new ArrayList<>();
    private final List<CostBand> costBands = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();
    private final List<RuleSwitch> switches = new ArrayList<>();
    private final List<CareService> careServices = new ArrayList<>();
    private ThreatCatalogue threats = ThreatCatalogue.NONE;
    private PlanningBasis planning = PlanningBasis.NONE;
    private Renames renames = Renames.NONE;
    private NetworkModel networkModel = NetworkModel.NONE;

    private final Map<String, BiConsumer<Drafts, Fields>> readers = new HashMap<>(Map.of(
            "topics", Drafts::readTopics,
            "frameworks", (drafts, file) -> drafts.frameworks.add(Framework.read(file)),
            "measures", list("measures", Measure::read, measures),
            "indicators", list("indicators", Indicator::read, indicators),
            "helpers.yaml", list("helpers", Helper::read, helpers),
            "regions.yaml", list("regions", Region::read, regions),
            "levels.yaml", list("levels", LevelName::read, levels),
            "rules.yaml", list("rules", Rule::read, rules),
            "switches.yaml", list("switches", RuleSwitch::read, switches),
            "cost-bands.yaml", list("bands", CostBand::read, costBands)));

    Drafts() {
        readers.put("categories.yaml", Drafts::readCategories);
        readers.put("care-services.yaml", Drafts::readCareServices);
        readers.put("threat-stages.yaml", Drafts::readStages);
        readers.put("threats.yaml", (drafts, file) -> drafts.threats = ThreatCatalogue.read(file));
        readers.put("planning.yaml", (drafts, file) -> drafts.planning = PlanningBasis.read(file));
        readers.put("renames.yaml", Drafts::readRenames);
        readers.put("directory.yaml", (_, file) -> DirectoryGuide.read(file));
        readers.put("network-zones.yaml", (drafts, file) -> drafts.networkModel = NetworkModel.read(file));
    }

    /// Whether a file of this place is knowledge of this kind; other folders hold other things.
    static boolean belongs(Path name) {
        return name.getNameCount() == 1
                ? !name.toString().equals("pom.yaml")
                : FOLDERS.contains(name.getName(0).toString());
    }

    void read(String name, InputStream input) {
        if (!readers.containsKey(kind(name))) {
            problems.in(name)
                    .atLine(
                            1,
                            1,
                            new Text("ce fichier n'est lu par rien.", "nothing reads this file."),
                            Nearest.to(kind(name), readers.keySet())
                                    .map(it ->
                                            new Text("Vouliez-vous « " + it + " » ?", "Did you mean \"" + it + "\"?"))
                                    .orElse(new Text(
                                            "Voyez docs/knowledge-format.md.", "See docs/knowledge-format.md.")));
            return;
        }
        YamlFile.read(input, name, problems.in(name)).ifPresent(it -> read(name, it));
    }

    /// A file that is a tree already.
    void read(String name, MappingNode tree) {
        var reader = readers.get(kind(name));
        if (reader != null) {
            reader.accept(this, new Fields(tree, problems.in(name)));
        }
    }

    private static String kind(String name) {
        return name.contains("/") ? name.substring(0, name.indexOf('/')) : name;
    }

    private static <T> BiConsumer<Drafts, Fields> list(String key, Function<Fields, T> reader, List<T> into) {
        return (_, file) -> {
            file.blocks(key).forEach(it -> into.add(reader.apply(it)));
            file.close();
        };
    }

    private void readTopics(Fields file) {
        var block = file.block("topics");
        block.each((id, node) -> {
            var in = new Fields(node, problems);
            if (Ids.wellFormed(id, in)) {
                topics.add(in.remember(new Topic(new TopicId(id), in.here())));
            }
            in.close();
        });
        file.close();
    }

    private void readStages(Fields file) {
        file.block("stages").each((id, node) -> stages.add(ThreatStage.read(id, new Fields(node, problems))));
        file.close();
    }

    private void readCategories(Fields file) {
        Source.read(file.block("source"));
        file.blocks("categories").forEach(it -> categories.add(Category.read(it)));
        file.close();
    }

    private void readCareServices(Fields file) {
        Source.read(file.block("source"));
        file.blocks("services").forEach(it -> careServices.add(CareService.read(it)));
        file.close();
    }

    private void readRenames(Fields file) {
        renames = Renames.read(file);
        file.close();
    }

    Problems problems() {
        return problems;
    }

    /// The whole, after refusing what is there twice.
    Catalogue catalogue() {
        once(topics, it -> it.id().value());
        once(frameworks, Framework::id);
        once(measures, it -> it.id().value());
        once(indicators, Indicator::id);
        once(helpers, Helper::id);
        once(rules, Rule::id);
        once(threats.scenarios(), ThreatScenario::id);
        once(planning.dates(), BindingDate::id);
        once(
                frameworks.stream().flatMap(it -> it.questions().stream()).toList(),
                it -> it.id().value());
        return new Catalogue(
                topics,
                frameworks,
                measures,
                indicators,
                new Surroundings(
                        helpers,
                        regions,
                        categories,
                        levels,
                        stages,
                        costBands,
                        rules,
                        switches,
                        careServices,
                        threats,
                        planning,
                        renames,
                        networkModel));
    }

    private <T> void once(List<T> all, Function<T, String> id) {
        var seen = new HashMap<String, T>();
        for (var it : all) {
            if (seen.putIfAbsent(id.apply(it), it) != null) {
                problems.about(
                        it,
                        new Text("« " + id.apply(it) + " » existe déjà.", "\"" + id.apply(it) + "\" exists already."),
                        new Text("Donnez-lui un autre identifiant.", "Give it another id."));
            }
        }
    }
}
