package org.asepsie.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.asepsie.engine.maturity.Measure;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Effort;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Outcome;
import org.asepsie.engine.plan.Planner;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Situation;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.MeansFile;
import org.asepsie.knowledge.MeansReader;
import org.asepsie.knowledge.Text;
import org.asepsie.knowledge.diagnosis.Planning;
import org.asepsie.knowledge.diagnosis.ScheduleDocument;

/// `plan --means`: the plan by quarter under real means, or why there is none.
final class Schedule {
    /// What is done goes on to count for a year after the plan.
    private static final int QUARTERS_AFTER = 4;

    private final Input input;
    private final Input.Case found;

    Schedule(Input input, Input.Case found) {
        this.input = input;
        this.found = found;
    }

    /// @return the exit status: 0 with a plan, 1 when there is none
    /// @throws BadInput if the file cannot be used
    int print(Path file, PrintWriter out) {
        var means = read(file);
        var diagnosis = found.diagnosis();
        var outlook = Planning.outlook(
                diagnosis.framework(), diagnosis.entityClass(), found.answers().dossier(), found.asOf());
        var request = new Request(
                situation(file, means, outlook),
                new Horizon(means.quarters(), QUARTERS_AFTER),
                means.means(),
                means.wishes());
        var outcome = new Planner(Effort.USUAL).plan(request);
        var document = ScheduleDocument.of(outcome, context(means, outlook));
        out.print(
                input.json()
                        ? Json.of(document) + System.lineSeparator()
                        : new ScheduleReport(found.catalogue(), input.language()).text(document));
        out.flush();
        return outcome instanceof Outcome.Planned ? 0 : Main.PROBLEMS;
    }

    private MeansFile read(Path file) {
        try (var stream = Files.newInputStream(file)) {
            var reading = MeansReader.read(stream, file.toString(), found.catalogue());
            return reading.means().orElseThrow(() -> BadInput.of(reading.problems(), input.language()));
        } catch (IOException _) {
            throw BadInput.of(
                    new Text(
                            file + " : fichier introuvable ou illisible. Vérifiez le chemin et les droits.",
                            file + ": file not found or not readable. Check the path and permissions."),
                    input.language());
        }
    }

    private Situation situation(Path file, MeansFile means, Outlook outlook) {
        var situation = Planning.situation(
                found.catalogue(),
                found.diagnosis().framework(),
                outlook,
                new Planning.Establishment(means.family(), means.places()),
                Set.of(),
                means.parameters());
        var known = situation.parameters().stream().map(it -> it.id()).toList();
        for (var id : means.parameters().keySet()) {
            if (!known.contains(id)) {
                throw BadInput.of(
                        new Text(
                                file + " : le paramètre « " + id + " » n’existe pas ici. Voyez docs/design/plan.md.",
                                file + ": there is no parameter \"" + id + "\" here. See docs/design/plan.md."),
                        input.language());
            }
        }
        return situation;
    }

    private ScheduleDocument.Context context(MeansFile means, Outlook outlook) {
        var framework = found.diagnosis().framework();
        return new ScheduleDocument.Context(
                framework.id(),
                found.asOf().toString(),
                means.start(),
                found.catalogue(),
                it -> outlook.span(candidates(found.catalogue(), it)));
    }

    private static List<Measure> candidates(Catalogue catalogue, List<MeasureId> ids) {
        return ids.stream()
                .map(it -> catalogue.measure(it).orElseThrow().candidate())
                .toList();
    }
}
