package org.asepsie.knowledge.diagnosis;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Measure.Efficacy;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Role;
import org.asepsie.engine.plan.Situation;
import org.asepsie.engine.plan.Task;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Measure;

/// What the plan of one establishment is computed from: the threats it faces, and each measure as it stands
/// there.
///
/// The measures on offer are those of the framework's audience, as in a [Diagnosis]. How far each is in
/// place comes from the topics it raises: at least what the prudent mark holds true, at most what is
/// possible.
public final class Planning {
    /// The size for which costs that grow with size are written.
    private static final double PLACES = 80;

    private Planning() {}

    /// Who it is for.
    ///
    /// @param places beds or places
    public record Establishment(Category.Family family, int places) {
        public Establishment {
            if (places < 1) {
                throw new IllegalArgumentException("an establishment has at least one place, not " + places);
            }
        }
    }

    /// @param done measures known to be in place whatever the answers say
    /// @param parameters ranges that an administrator put in place of ours, by the id of the parameter
    public static Situation situation(
            Catalogue catalogue,
            Framework framework,
            Outlook outlook,
            Establishment establishment,
            Set<MeasureId> done,
            Map<String, Range> parameters) {
        var around = catalogue.surroundings();
        var tasks = offered(catalogue, framework).stream()
                .map(it -> task(it, outlook, establishment, done))
                .toList();
        var threats = around.threats().threats(establishment.family(), establishment.places(), around.careServices());
        return new Situation(threats, tasks, around.threats().exchange(), parameters);
    }

    /// The measures that a plan by this framework chooses from.
    public static List<Measure> offered(Catalogue catalogue, Framework framework) {
        return catalogue.measures().stream()
                .filter(it -> framework.presentation().audience().stream().anyMatch(it::isFor))
                .toList();
    }

    public static Outlook outlook(
            Framework framework,
            java.util.Optional<String> entityClass,
            org.asepsie.engine.maturity.Dossier dossier,
            java.time.Instant asOf) {
        return new Outlook(Assessor.of(framework.instrument(entityClass)), dossier, asOf);
    }

    private static Task task(Measure measure, Outlook outlook, Establishment establishment, Set<MeasureId> done) {
        var doing = measure.doing();
        var role = new Role(doing.skill().name().toLowerCase(Locale.ROOT));
        var size = doing.perSite() ? 1 : establishment.places() / PLACES;
        var candidate = measure.candidate();
        return new Task(
                measure.id(),
                Map.of(role, doing.days()),
                new Range(doing.euros().low() * size, doing.euros().high() * size),
                doing.weeks(),
                candidate.prerequisites(),
                candidate.acts().stream()
                        .map(it -> new Efficacy(it.stage(), it.share()))
                        .toList(),
                done.contains(measure.id()) ? new Range(1, 1) : outlook.inPlace(candidate));
    }
}
