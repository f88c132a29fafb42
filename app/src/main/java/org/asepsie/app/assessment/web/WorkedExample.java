package org.asepsie.app.assessment.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.Gate;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.engine.maturity.Instrument;
import org.asepsie.engine.maturity.Item;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.Theme;
import org.asepsie.engine.maturity.ThemeId;
import org.asepsie.engine.maturity.TopicId;

/// The example of the help page: one theme, four questions. Every figure on the page comes out of the engine.
///
/// @param said all four answered, nothing proven
/// @param closed the same with an offline copy only begun: the gate of level 2 closes
/// @param unknown the same with "I do not know" on the last question
/// @param proven the same with a measured offline copy and a document on the inventory
public record WorkedExample(List<Line> lines, Maturity said, Maturity closed, Maturity unknown, Maturity proven) {
    private static final ThemeId BACKUPS = new ThemeId("backups");
    private static final Instant DAY = Instant.parse("2027-03-03T09:00:00Z");
    private static final List<Line> LINES = List.of(
            new Line("inventory", 2, true, 0, 3),
            new Line("offline", 3, true, 2, 2),
            new Line("second-site", 1, false, 0, 0),
            new Line("journal", 1, false, 0, 3));

    /// @param gate the level it guards, from attainment 2 on; 0 for none
    /// @param answer the attainment said in the example
    public record Line(String name, int weight, boolean essential, int gate, int answer) {}

    static WorkedExample ofTheGuide() {
        var assessor = Assessor.of(instrument());
        var said = answers();
        var begun = said.with(topic("offline"), new Statement.Said(new Attainment(1)));
        var unknown = said.with(topic("journal"), new Statement.Unknown());
        var proven = said.with(proof("offline", 2, Grade.MEASURED)).with(proof("inventory", 3, Grade.DOCUMENTED));
        return new WorkedExample(
                LINES,
                assessor.assess(said, DAY),
                assessor.assess(begun, DAY),
                assessor.assess(unknown, DAY),
                assessor.assess(proven, DAY));
    }

    private static Instrument instrument() {
        var items = new ArrayList<Item>();
        for (var line : LINES) {
            items.add(new Item(
                    new QuestionId("example." + line.name()),
                    topic(line.name()),
                    BACKUPS,
                    line.weight(),
                    line.essential(),
                    line.gate() == 0 ? Optional.empty() : Optional.of(new Gate(line.gate(), new Attainment(2))),
                    List.of()));
        }
        return new Instrument(
                new Instrument.Id("example", "1.0.0"), List.of(20, 45, 65, 85), List.of(new Theme(BACKUPS, 1)), items);
    }

    private static Dossier answers() {
        Map<TopicId, Statement> statements = new TreeMap<>();
        LINES.forEach(it -> statements.put(topic(it.name()), new Statement.Said(new Attainment(it.answer()))));
        return new Dossier(statements, List.of());
    }

    private static Proof proof(String name, int shows, Grade grade) {
        return new Proof(
                topic(name),
                "example." + name,
                new Attainment(shows),
                grade,
                new Proof.Validity(DAY.minusSeconds(86_400), DAY.plusSeconds(86_400)),
                "example");
    }

    private static TopicId topic(String name) {
        return new TopicId(name);
    }
}
