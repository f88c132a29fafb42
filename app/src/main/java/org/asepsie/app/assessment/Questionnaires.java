package org.asepsie.app.assessment;

import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.engine.maturity.TopicMoves;
import org.asepsie.knowledge.Audience;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.RuleSwitch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The questionnaires in force, as they are put to an establishment.
@Service
public class Questionnaires {
    private final Catalogues catalogues;
    private final Facilities facilities;
    private final DeclaredClassStore classes;
    private final Clock clock;
    private final Map<String, Questionnaire> made = new ConcurrentHashMap<>();

    Questionnaires(Catalogues catalogues, Facilities facilities, DeclaredClassStore classes, Clock clock) {
        this.catalogues = catalogues;
        this.facilities = facilities;
        this.classes = classes;
        this.clock = clock;
    }

    /// Those that concern a facility, in the order in which they are proposed.
    @Transactional(readOnly = true)
    public List<Questionnaire> proposedTo(Facility facility) {
        var declared = classes.of(List.of(facility.id()));
        return inForce(catalogues.at(facility.path())).stream()
                .filter(it -> concerns(it, facility.kind()))
                .map(it -> made(it, declared.of(facility.id(), it.id())))
                .sorted(Questionnaire.AS_PROPOSED)
                .toList();
    }

    /// The framework made for a kind of establishment alone: the one to begin with, and the one by which many are
    /// compared. Without one, the first that concerns the kind.
    public Framework madeFor(FacilityKind kind) {
        var regional = catalogues.regional();
        var concerned = inForce(catalogues.current()).stream()
                .filter(it -> concerns(it, kind) && !regional.containsKey(it.id()))
                .toList();
        return concerned.stream()
                .filter(it -> it.presentation().audience().equals(List.of(audience(kind))))
                .filter(it -> it.ruleSwitch().isEmpty())
                .findFirst()
                .or(() -> concerned.stream().findFirst())
                .orElseThrow(() -> new NoSuchFramework(kind.code()));
    }

    /// @throws NoSuchFramework if the catalogue in force has no such framework
    @Transactional(readOnly = true)
    public Questionnaire of(FacilityId facility, String framework) {
        return inForceAt(facility).stream()
                .filter(it -> it.id().equals(framework))
                .findFirst()
                .map(it -> made(it, classes.of(List.of(facility)).of(facility, framework)))
                .orElseThrow(() -> new NoSuchFramework(framework));
    }

    /// @throws NoSuchFramework if no questionnaire in force puts the question to the facility
    @Transactional(readOnly = true)
    public Questionnaire.Asked asked(FacilityId facility, QuestionId question) {
        var framework = inForceAt(facility).stream()
                .filter(it -> it.question(question).isPresent())
                .findFirst()
                .orElseThrow(() -> new NoSuchFramework(question.value()));
        var questionnaire = of(facility, framework.id());
        return new Questionnaire.Asked(questionnaire, questionnaire.question(question));
    }

    /// Says which class of a framework the facility belongs to; empty: not known yet.
    @Transactional
    public void declare(FacilityId facility, String framework, Optional<String> entityClass) {
        var known = of(facility, framework).framework().classes();
        entityClass
                .filter(it -> known.stream().noneMatch(one -> one.id().equals(it)))
                .ifPresent(it -> {
                    throw new AnswerRefused("%s has no class %s".formatted(framework, it));
                });
        classes.add(facility, framework, entityClass, Actors.current().name(), clock.instant());
    }

    /// The questions in other questionnaires in force that share a topic, for telling where else an answer serves.
    public List<Question> on(TopicId topic) {
        return catalogues.current().on(topic);
    }

    public Catalogue catalogue() {
        return catalogues.current();
    }

    public static Audience audience(FacilityKind kind) {
        return switch (kind) {
            case HOSPITAL -> Audience.HOSPITAL;
            case ESMS -> Audience.ESMS;
            case OTHER -> Audience.ALL;
        };
    }

    TopicMoves moves() {
        return catalogues.current().surroundings().renames().topicMoves();
    }

    /// The questionnaires that concern each of many facilities, whose declared classes are read at once.
    Measuring measuring(Collection<FacilityId> facilities) {
        return new Measuring(inForce(catalogues.current()), concerned(), classes.of(facilities));
    }

    final class Measuring {
        private final List<Framework> frameworks;
        /// The establishments that a region's own questionnaire is for; those of the product are for all.
        private final Map<String, Set<FacilityId>> concerned;

        private final DeclaredClassStore.Declared declared;

        private Measuring(
                List<Framework> frameworks,
                Map<String, Set<FacilityId>> concerned,
                DeclaredClassStore.Declared declared) {
            this.frameworks = frameworks;
            this.concerned = concerned;
            this.declared = declared;
        }

        List<Questionnaire> of(Facility facility) {
            return frameworks.stream()
                    .filter(it -> concerns(it, facility.kind()))
                    .filter(it -> !concerned.containsKey(it.id())
                            || concerned.get(it.id()).contains(facility.id()))
                    .map(it -> made(it, declared.of(facility.id(), it.id())))
                    .toList();
        }
    }

    private List<Framework> inForceAt(FacilityId facility) {
        return inForce(
                catalogues.regional().isEmpty()
                        ? catalogues.current()
                        : catalogues.at(facilities.get(facility).path()));
    }

    private Map<String, Set<FacilityId>> concerned() {
        var concerned = new HashMap<String, Set<FacilityId>>();
        catalogues
                .regional()
                .forEach((framework, region) -> concerned.put(
                        framework,
                        facilities.visibleBelow(region).stream()
                                .map(Facility::id)
                                .collect(Collectors.toSet())));
        return concerned;
    }

    private static List<Framework> inForce(Catalogue catalogue) {
        return catalogue.frameworks().stream()
                .filter(it -> it.ruleSwitch().isEmpty()
                        || catalogue.surroundings().switches().stream()
                                .filter(RuleSwitch::on)
                                .anyMatch(on -> on.id().equals(it.ruleSwitch().get())))
                .toList();
    }

    private static boolean concerns(Framework framework, FacilityKind kind) {
        return framework.presentation().audience().stream().anyMatch(it -> it.covers(audience(kind)));
    }

    /// Made once for each framework and class, and again when the catalogue brings another one of the same name.
    private Questionnaire made(Framework framework, Optional<String> declared) {
        var entityClass = declared.filter(
                it -> framework.classes().stream().anyMatch(known -> known.id().equals(it)));
        var key = framework.id() + " " + entityClass.orElse("");
        var known = made.get(key);
        if (known != null && known.framework() == framework) {
            return known;
        }
        var fresh = Questionnaire.of(framework, entityClass);
        made.put(key, fresh);
        return fresh;
    }
}
