package org.asepsie.app.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.NumberFormat;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Finess;
import org.asepsie.cli.Main;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// What leaves the product says the same as its pages and as the command line, in the layout that is published.
@ApplicationTest
@TestPropertySource(properties = "asepsie.demo=true")
class ExportTest {
    private static final String NURSING_HOME = "990000010";
    private static final String HOSPITAL = "990000077";
    private static final LocalDate TODAY = LocalDate.ofInstant(TestClock.START, ZoneOffset.UTC);
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    Path folder;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    @ParameterizedTest
    @ValueSource(strings = {NURSING_HOME, HOSPITAL})
    void followsItsPublishedLayout(String finess) throws Exception {
        var export = export(finess);

        assertThat(schema().validate(export, InputFormat.JSON)).isEmpty();
        assertThat(JSON.readTree(export).at("/plan")).isNotEmpty();
        assertThat(schema().validate(export.replace("\"comment\":", "\"remark\":"), InputFormat.JSON))
                .as("the layout is not so loose that everything follows it")
                .isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {NURSING_HOME, HOSPITAL})
    void theCommandLineFindsTheSameFromTheSameAnswers(String finess) throws Exception {
        var export = JSON.readTree(export(finess));
        var answers = Files.writeString(folder.resolve("answers.yaml"), answers(export));

        assertThat(export.at("/results")).isNotEmpty();
        for (var result : export.at("/results")) {
            var framework = result.at("/framework").asString();
            var assessed = assessed(answers, framework);

            assertThat(assessed.at("/framework/version")).isEqualTo(result.at("/version"));
            assertSame(framework, assessed.at("/overall"), result.at("/overall"));
            assertThat(assessed.at("/themes").size())
                    .isEqualTo(result.at("/themes").size());
            for (var index = 0; index < result.at("/themes").size(); index++) {
                var theme = result.at("/themes/" + index);
                assertSame(
                        framework + " " + theme.at("/theme").asString(),
                        assessed.at("/themes/" + index + "/standing"),
                        theme.at("/figures"));
            }
        }
    }

    @Test
    void thePageShowsWhatTheCommandLinePrints() throws Exception {
        var export = JSON.readTree(export(NURSING_HOME));
        var answers = Files.writeString(folder.resolve("answers.yaml"), answers(export));
        var overall = assessed(answers, "essentiel-esms").at("/overall");

        var page = sent(NURSING_HOME, "/result/essentiel-esms");

        assertThat(page)
                .contains("Prouvé %s sur 4".formatted(shown(overall.at("/proven/score"))))
                .contains("déclaré %s sur 4".formatted(shown(overall.at("/said/score"))))
                .containsPattern("possible jusqu\\S+à %s sur 4".formatted(shown(overall.at("/possible/score"))));
    }

    /// Rounded down, as everywhere: 1.97 must not read 2; a whole level reads without its tenth.
    private static String shown(JsonNode score) {
        var format = NumberFormat.getInstance(Locale.FRENCH);
        format.setMaximumFractionDigits(1);
        return format.format(Math.floor(score.asDouble() * 10 + 1e-9) / 10);
    }

    private static void assertSame(String what, JsonNode assessed, JsonNode exported) {
        for (var mark : List.of("proven", "said", "possible")) {
            assertThat(assessed.at("/" + mark + "/score"))
                    .as("%s, score %s", what, mark)
                    .isEqualTo(exported.at("/" + mark));
            assertThat(assessed.at("/" + mark + "/level"))
                    .as("%s, level %s", what, mark)
                    .isEqualTo(exported.at("/" + mark + "Level"));
        }
    }

    private String export(String finess) throws Exception {
        return sent(finess, "/exports/everything.json");
    }

    private String sent(String finess, String path) throws Exception {
        var id = Actors.asInstallation(
                () -> facilities.find(new Finess(finess)).orElseThrow().id());
        var director = people.with(Role.DIRECTOR, id.node());
        var answer = browser.perform(
                        get("/f/" + id + path).header("Accept-Language", "fr").with(director.signedIn()))
                .andReturn()
                .getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer.getContentAsString(StandardCharsets.UTF_8);
    }

    private static JsonNode assessed(Path answers, String framework) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = Main.run(
                new PrintWriter(out),
                new PrintWriter(err),
                Clock.fixed(TestClock.START, ZoneOffset.UTC),
                "assess",
                answers.toString(),
                "--framework",
                framework,
                "--json");
        assertThat(status).as(err.toString()).isZero();
        return JSON.readTree(out.toString());
    }

    /// The export as a file of answers (docs/answers-format.md): JSON is YAML.
    private static String answers(JsonNode export) {
        var topics = new LinkedHashMap<String, Object>();
        export.at("/answers").forEach(it -> topics.put(it.at("/topic").asString(), statement(it)));
        var evidence = new ArrayList<Map<String, Object>>();
        for (var known : export.at("/evidence")) {
            var indicator = known.at("/indicator").asString();
            if (indicator.startsWith("answer:")) {
                topics.put(indicator.substring(7), documented(known));
            } else {
                evidence.add(Map.of(
                        "indicator",
                        indicator,
                        "value",
                        known.at("/value"),
                        "grade",
                        known.at("/grade").asString().toLowerCase(Locale.ROOT),
                        "on",
                        day(known.at("/observedAt")),
                        "until",
                        day(known.at("/validUntil"))));
            }
        }
        return JSON.writeValueAsString(
                Map.of("answers", Map.of("on", TODAY.toString()), "topics", topics, "evidence", evidence));
    }

    private static Object statement(JsonNode answer) {
        var statement = answer.at("/statement").asString();
        return switch (statement) {
            case "said" -> answer.at("/attainment");
            case "unknown" -> statement;
            default -> Map.of("notApplicable", statement.substring("not-applicable:".length()));
        };
    }

    private static Object documented(JsonNode known) {
        return Map.of(
                "attainment",
                known.at("/value").asInt(),
                "document",
                "document",
                "documentOn",
                day(known.at("/observedAt")));
    }

    private static String day(JsonNode moment) {
        return moment.asString().substring(0, 10);
    }

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/facility.schema.json")));
    }
}
