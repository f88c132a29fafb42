package org.asepsie.app.facility.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.TestServer;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.LegalEntity;
import org.asepsie.app.facility.finess.FinessFiles;
import org.asepsie.app.facility.finess.Reading.Reason;
import org.asepsie.app.facility.register.ImportReport.State;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// An import of the register: all or nothing, twice the same is once, and every line has its fate.
@ApplicationTest
class FinessImportTest {
    private static final AtomicInteger NUMBERS = new AtomicInteger();

    @TempDir
    Path folder;

    @Autowired
    FinessImport imports;

    @Autowired
    ImportLog log;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    @Autowired
    DataSource database;

    @Test
    void registersEachSiteBelowItsEntityInTheRegionOfItsAddress() {
        var entity = fresh();
        var breton = fresh();
        var corsican = fresh();

        var report = imported(
                FinessFiles.line(breton, entity, "EHPAD DU ROC", "500", "35"),
                FinessFiles.line(corsican, entity, "CLINIQUE DU MAQUIS", "365", "2A"));

        assertThat(report.state()).isEqualTo(State.DONE);
        assertThat(report.tally().added()).isEqualTo(2);
        assertThat(known(breton).region().code()).isEqualTo("53");
        assertThat(known(breton).kind()).isEqualTo(FacilityKind.ESMS);
        assertThat(known(breton).entity()).isEqualTo(entity.value());
        assertThat(known(corsican).region().code()).isEqualTo("94");
        assertThat(known(corsican).kind()).isEqualTo(FacilityKind.HOSPITAL);
        assertThat(known(corsican).path()).isNotEqualTo(known(breton).path());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void changesNothingWhenTheSameFileComesTwice(long seed) {
        var random = new Random(seed);
        var file = IntStream.range(0, 1_300).mapToObj(_ -> randomLine(random)).toArray(String[]::new);

        var first = imported(file).tally();
        var second = imported(file).tally();

        assertThat(first.added()).isEqualTo(1_300 - first.refused());
        assertThat(second.unchanged()).isEqualTo(first.added());
        assertThat(second.added() + second.changed() + second.closed() + second.reopened())
                .isZero();
        assertThat(second.refused()).isEqualTo(first.refused());
        assertThat(second.read()).isEqualTo(1_300);
    }

    @Test
    void saysWhichFieldsChangedAndKeepsWhatTheRegisterDoesNotTell() {
        var site = fresh();
        var entity = fresh();
        var line = FinessFiles.line(site, entity, "ANCIEN NOM", "500", "35");
        imported(line);
        update(site, it -> it.withPlaces(84));

        var report = imported(line.replace("ANCIEN NOM", "NOUVEAU NOM")
                .replace("99000 ESSAI-SUR-VAISSEAU CEDEX 9", "")
                .replace("99999999900011", "99999999900029"));

        assertThat(report.tally().changed()).isEqualTo(1);
        assertThat(log(report))
                .extracting(Note::what, Note::before, Note::after)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple("NAME", "ANCIEN NOM", "NOUVEAU NOM"),
                        org.assertj.core.groups.Tuple.tuple("SIRET", "99999999900011", "99999999900029"));
        assertThat(known(site).places()).isEqualTo(84);
        assertThat(known(site).commune()).contains("ESSAI-SUR-VAISSEAU");
    }

    @Test
    void movesASiteWhoseEntityOrRegionChanged() {
        var site = fresh();
        var before = fresh();
        var after = fresh();
        imported(FinessFiles.line(site, before, "SITE", "500", "35"));

        var report = imported(FinessFiles.line(site, after, "SITE", "500", "75"));

        assertThat(report.tally().changed()).isEqualTo(1);
        assertThat(known(site).entity()).isEqualTo(after.value());
        assertThat(known(site).region().code()).isEqualTo("11");
        assertThat(imported(FinessFiles.line(site, after, "SITE", "500", "75"))
                        .tally()
                        .unchanged())
                .isEqualTo(1);
    }

    @Test
    void leavesASiteWhereAPersonPutIt() {
        var site = fresh();
        Actors.<Object, RuntimeException>asInstallation(() -> {
            var region = facilities.registerRegion("53", "Bretagne");
            var group = facilities.registerGroup(region, "GHT " + site, "ght");
            var entity = facilities.registerEntity(group, LegalEntity.named("À nous"));
            return facilities.registerSite(
                    entity, FacilityDetails.of("SITE", Optional.of(site), "500", FacilityKind.ESMS, 12));
        });
        var path = known(site).path();

        imported(FinessFiles.line(site, fresh(), "SITE", "500", "35"));

        assertThat(known(site).path()).isEqualTo(path);
        assertThat(known(site).department()).contains("35");
    }

    @Test
    void closesAndReopensWithoutEverDeleting() {
        var open = FinessFiles.plus();
        var again = open.replace("\"dateFermeture\":\"2026-10-31\"", "\"dateFermeture\":null");

        var first = importedText(open);
        var closed = known(new Finess("990000028"));
        var second = importedText(again);
        var reopened = known(new Finess("990000028"));
        var third = importedText(open);

        assertThat(first.tally().added()).isEqualTo(2);
        assertThat(closed.closedOn()).contains(LocalDate.of(2026, 10, 31));
        assertThat(closed.entity()).isEqualTo("ASSOCIATION FICTIVE");
        assertThat(second.tally().reopened()).isEqualTo(1);
        assertThat(reopened.open()).isTrue();
        assertThat(third.tally().closed()).isEqualTo(1);
        assertThat(third.tally().unchanged()).isEqualTo(1);
        assertThat(known(new Finess("990000028")).id()).isEqualTo(closed.id());
    }

    @Test
    void countsAbsentSitesWithoutClosingThem() {
        var staying = fresh();
        var missing = fresh();
        imported(
                FinessFiles.line(staying, fresh(), "A", "500", "35"),
                FinessFiles.line(missing, fresh(), "B", "500", "35"));

        var report = imported(FinessFiles.line(staying, fresh(), "A", "500", "35"));

        assertThat(report.tally().absent()).isPositive();
        assertThat(known(missing).open()).isTrue();
    }

    @Test
    void refusesLinesWithTheirReasonAndDoubtsKeys() {
        var twice = fresh();
        var wrongKey = new Finess(
                twice.value().substring(0, 8) + (char) ('0' + (twice.value().charAt(8) - '0' + 1) % 10));

        var report = imported(
                FinessFiles.line(twice, fresh(), "UN", "500", "35"),
                FinessFiles.line(twice, fresh(), "DEUX", "500", "35"),
                FinessFiles.line(fresh(), fresh(), "AILLEURS", "500", "98"),
                FinessFiles.line(wrongKey, fresh(), "CLÉ", "500", "35"));

        assertThat(report.tally().refused()).isEqualTo(2);
        assertThat(report.tally().keyWarnings()).isEqualTo(1);
        assertThat(log(report))
                .extracting(Note::kind, Note::line, Note::what)
                .containsExactlyInAnyOrder(
                        org.assertj.core.groups.Tuple.tuple(Note.Kind.REFUSED, 4L, Reason.DEPARTMENT.name()),
                        org.assertj.core.groups.Tuple.tuple(Note.Kind.REFUSED, 3L, Reason.TWICE.name()),
                        org.assertj.core.groups.Tuple.tuple(Note.Kind.KEY, 5L, ""));
        assertThat(known(wrongKey).name()).isEqualTo("CLÉ");
    }

    @Test
    void keepsTheFirstHundredRefusalsAndTheCountOfAll() {
        var lines = new ArrayList<String>();
        lines.add(FinessFiles.line(fresh(), fresh(), "BON", "500", "35"));
        for (var i = 0; i < 250; i++) {
            lines.add("structureet;trop;court");
        }

        var report = imported(lines.toArray(String[]::new));

        assertThat(report.tally().refused()).isEqualTo(250);
        assertThat(log(report)).hasSize(100);
    }

    @Test
    void keepsNothingOfAFileCutShortAfterManyGoodLines() {
        var sites = IntStream.range(0, 2_500).mapToObj(_ -> fresh()).toList();
        var lines = sites.stream()
                .map(it -> FinessFiles.line(it, fresh(), "PERDU", "500", "35"))
                .toList();
        var text = String.join("\n", lines);

        var report = importedText(FinessFiles.COMMENT + "\n" + text.substring(0, text.length() - 40));

        assertThat(report.state()).isEqualTo(State.REFUSED);
        assertThat(report.problem()).contains(new ImportReport.Problem("TRUNCATED", 2_501));
        assertThat(installation(() -> facilities.find(sites.getFirst()))).isEmpty();
    }

    @Test
    void leavesNothingBehindWhenItsConnectionIsKilledOnTheWay() throws Exception {
        var sites = IntStream.range(0, 40_000).mapToObj(_ -> fresh()).toList();
        var lines = new ArrayList<>(List.of(FinessFiles.COMMENT));
        sites.forEach(it -> lines.add(FinessFiles.line(it, it, "TUÉ", "500", "35")));
        var file = FinessFiles.write(folder.resolve("killed.csv"), StandardCharsets.UTF_8, lines);

        var id = imports.start(file, "killed.csv", () -> {});
        await().until(() -> report(id).tally().read() > 0);
        killTheImport();

        await().until(() -> report(id).state() != State.RUNNING);
        assertThat(report(id).state()).isEqualTo(State.FAILED);
        assertThat(installation(() -> facilities.find(sites.getFirst()))).isEmpty();
        assertThat(imported(lines.get(1)).state())
                .as("the next one is not in its way")
                .isEqualTo(State.DONE);
    }

    @Test
    void tellsAnImportWhoseProcessWasKilled() {
        var id = Actors.<ImportId, RuntimeException>asInstallation(() -> log.begin("killed.csv", 10, "Camille"));

        clock.advance(Duration.ofMinutes(1));
        assertThat(report(id).stateAt(clock.instant())).isEqualTo(State.RUNNING);
        clock.advance(Duration.ofMinutes(2));
        assertThat(report(id).stateAt(clock.instant())).isEqualTo(State.INTERRUPTED);
    }

    @Test
    void showsReportsToThoseWhoSeeTheWholeCountryAlone() {
        var report = imported(FinessFiles.line(fresh(), fresh(), "SITE", "500", "35"), "structureet;non");
        var region = installation(() -> facilities.registerRegion("53", "Bretagne"));
        var administrator = people.with(Role.ADMINISTRATOR, people.nation()).actor();
        var director = people.with(Role.DIRECTOR, region).actor();

        assertThat(Actors.<Object, RuntimeException>as(administrator, () -> log.find(report.id())))
                .isEqualTo(Optional.of(report));
        assertThat(Actors.<Optional<ImportReport>, RuntimeException>as(director, () -> log.find(report.id())))
                .isEmpty();
        assertThat(Actors.<List<Note>, RuntimeException>as(director, () -> log.notes(report.id())))
                .isEmpty();
    }

    private void killTheImport() throws SQLException {
        var server = TestServer.running();
        String url;
        try (var connection = database.getConnection()) {
            url = connection.getMetaData().getURL();
        }
        try (var owner = DriverManager.getConnection(url, server.owner(), server.password());
                var statement = owner.createStatement()) {
            statement.execute("""
                    select pg_terminate_backend(pid) from pg_locks
                    where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database())
                      and objid = (hashtext('facility.finess_import')::bigint & 4294967295)::oid""");
        }
    }

    private String randomLine(Random random) {
        if (random.nextInt(50) == 0) {
            return "structureet;" + random.nextInt();
        }
        return FinessFiles.line(
                fresh(),
                FinessFiles.number(800_000 + random.nextInt(50)),
                "SITE " + random.nextInt(),
                List.of("500", "355", "999").get(random.nextInt(3)),
                List.of("35", "75", "2B", "9D", "13").get(random.nextInt(5)));
    }

    private void update(Finess site, java.util.function.UnaryOperator<FacilityDetails> change) {
        var facility = known(site);
        Actors.<Object, RuntimeException>asInstallation(() -> {
            facilities.update(facility.id(), change.apply(facility.details()));
            return true;
        });
    }

    private ImportReport imported(String... lines) {
        return importedText(FinessFiles.COMMENT + "\n" + String.join("\n", lines) + "\n");
    }

    private ImportReport importedText(String text) {
        var file = FinessFiles.write(folder.resolve("file"), text.getBytes(StandardCharsets.UTF_8));
        return report(imports.run(file, "file"));
    }

    private ImportReport report(ImportId id) {
        return installation(() -> log.find(id)).orElseThrow();
    }

    private List<Note> log(ImportReport report) {
        return installation(() -> log.notes(report.id()));
    }

    private Facility known(Finess number) {
        return installation(() -> facilities.find(number)).orElseThrow();
    }

    private static Finess fresh() {
        return FinessFiles.number(100_000 + NUMBERS.incrementAndGet());
    }

    private static <T> T installation(ScopedValue.CallableOp<T, RuntimeException> work) {
        return Actors.asInstallation(work);
    }
}
