package org.asepsie.app.facility.finess;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.finess.NotAFinessFile.Why;
import org.asepsie.app.facility.finess.Reading.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Files of the register are read in both formats and both encodings; anything else is named for what it is.
class FinessFileTest {
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "windows-1252"})
    void readsAccentsInEitherEncoding(String encoding) {
        var file = FinessFiles.write(
                folder.resolve("etalab.csv"),
                Charset.forName(encoding),
                List.of(FinessFiles.COMMENT, FinessFiles.line(1, "RÉSIDENCE « L’ÉTÉ »")));

        assertThat(sites(file)).extracting(FinessSite::name).containsExactly("RÉSIDENCE « L’ÉTÉ »");
    }

    @Test
    void takesTheWholeFileForWindowsWhenOneLateLineIs() {
        var lines = new ArrayList<>(List.of(FinessFiles.COMMENT));
        for (var index = 0; index < 2_000; index++) {
            lines.add(FinessFiles.line(index, "SANS ACCENT"));
        }
        lines.add(FinessFiles.line(2_000, "ÉTÉ"));

        var sites = sites(FinessFiles.write(folder.resolve("late.csv"), WINDOWS, lines));

        assertThat(sites).hasSize(2_001);
        assertThat(sites.getLast().name()).isEqualTo("ÉTÉ");
    }

    @Test
    void understandsTheFieldsOfTheClassicFile() {
        var entity = FinessFiles.number(7);
        var line = FinessFiles.line(FinessFiles.number(8), entity, "EHPAD", "500", "9D");

        var site = sites(file(FinessFiles.COMMENT, line)).getFirst();

        assertThat(site.line()).isEqualTo(2);
        assertThat(site.number()).isEqualTo(FinessFiles.number(8));
        assertThat(site.category()).isEqualTo("500");
        assertThat(site.department()).isEqualTo("974");
        assertThat(site.commune()).contains("ESSAI-SUR-VAISSEAU");
        assertThat(site.siret()).contains("99999999900011");
        assertThat(site.entity().orElseThrow().number()).isEqualTo(entity);
        assertThat(site.life()).isEqualTo(new FinessSite.Life.Untold());
    }

    @Test
    void prefersTheLongNameAndTakesOffQuotesAroundAFieldAlone() {
        var plain = FinessFiles.line(1, "COURT");
        var quoted = plain.replace("COURT;;", "COURT;\"NOM; LONG \"\"VRAI\"\"\";");
        var inside = plain.replace("COURT;;", "COURT;FOYER \"LES LILAS\";");

        assertThat(sites(file(FinessFiles.COMMENT, quoted)))
                .extracting(FinessSite::name)
                .containsExactly("NOM; LONG \"VRAI\"");
        assertThat(sites(file(FinessFiles.COMMENT, inside)))
                .extracting(FinessSite::name)
                .containsExactly("FOYER \"LES LILAS\"");
    }

    @Test
    void leavesThePositionsOfTheGeolocatedFileAside() {
        var file = file(
                FinessFiles.COMMENT,
                FinessFiles.line(1, "UN"),
                "geolocalisation;990000010;1.0;2.0;1,ATLASANTE;2026-05-12");

        assertThat(readings(file)).hasSize(1);
    }

    @Test
    void refusesABadLineWithItsReasonAndReadsTheOthers() {
        var file = file(
                FinessFiles.COMMENT,
                FinessFiles.line(1, "BON"),
                "structureet;990000010;trop court",
                FinessFiles.line(2, "MAUVAIS NUMÉRO")
                        .replace(FinessFiles.number(2).value(), "99X"),
                FinessFiles.line(3, ""),
                FinessFiles.line(FinessFiles.number(4), FinessFiles.number(5), "CATÉGORIE", "EHPAD", "35"),
                "autre chose;1;2",
                FinessFiles.line(6, "X".repeat(3 * Lines.LONGEST)),
                FinessFiles.line(7, "BON AUSSI"));

        var refused = readings(file).stream()
                .filter(Reading.Refused.class::isInstance)
                .map(Reading.Refused.class::cast)
                .toList();

        assertThat(refused)
                .extracting(Reading.Refused::reason)
                .containsExactly(
                        Reason.FIELD_COUNT,
                        Reason.NUMBER,
                        Reason.NAME,
                        Reason.CATEGORY,
                        Reason.UNKNOWN_LINE,
                        Reason.LINE_TOO_LONG);
        assertThat(refused).extracting(Reading.Refused::line).containsExactly(3L, 4L, 5L, 6L, 7L, 8L);
        assertThat(refused).allSatisfy(it -> assertThat(it.found()).hasSizeLessThan(130));
        assertThat(sites(file)).extracting(FinessSite::name).containsExactly("BON", "BON AUSSI");
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void readsTheJsonOfFinessPlusPlainOrCompressed(boolean compressed) {
        var bytes = FinessFiles.plus().getBytes(StandardCharsets.UTF_8);

        var sites = sites(
                FinessFiles.write(folder.resolve("finess.bin"), compressed ? FinessFiles.compressed(bytes) : bytes));

        var open = sites.getFirst();
        assertThat(open.name()).isEqualTo("EHPAD FICTIF DES ÉRABLES");
        assertThat(open.department())
                .as("of the geographic address, not of the first one")
                .isEqualTo("35");
        assertThat(open.commune()).contains("RENNES");
        assertThat(open.life()).isEqualTo(new FinessSite.Life.Open());
        assertThat(open.entity())
                .contains(new FinessSite.Entity(
                        new Finess("990000036"), Optional.of("ASSOCIATION FICTIVE"), Optional.of("999999999")));
        var closed = sites.getLast();
        assertThat(closed.category()).isEqualTo("183");
        assertThat(closed.department()).isEqualTo("2A");
        assertThat(closed.life()).isEqualTo(new FinessSite.Life.Closed(Optional.of(LocalDate.of(2026, 10, 31))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void namesAFileOfAnotherKind(Why why, byte[] bytes) {
        assertThat(whyNot(FinessFiles.write(folder.resolve("file"), bytes))).isEqualTo(why);
    }

    static Stream<Arguments> namesAFileOfAnotherKind() {
        return Stream.of(
                Arguments.of(Why.EMPTY, new byte[0]),
                Arguments.of(Why.EMPTY, utf8("\n \n")),
                Arguments.of(Why.ARCHIVE_OR_SPREADSHEET, utf8("PK\u0003\u0004 anything")),
                Arguments.of(Why.PDF, utf8("%PDF-1.7")),
                Arguments.of(Why.WEB_PAGE, utf8("<!DOCTYPE html><html><body>Sign in</body></html>")),
                Arguments.of(Why.XML, utf8("<?xml version='1.0'?><fluxfiness/>")),
                Arguments.of(Why.UTF_16, "\ufefffiness;etalab".getBytes(StandardCharsets.UTF_16LE)),
                Arguments.of(Why.UNKNOWN, utf8("name,city\nEHPAD,Rennes\n")),
                Arguments.of(Why.UNKNOWN, utf8("[1,2]")),
                Arguments.of(Why.NO_SITE, utf8(FinessFiles.COMMENT + "\n")),
                Arguments.of(Why.NO_SITE, utf8("{\"pmej\":[]}")),
                Arguments.of(Why.BROKEN, utf8("{\"pmej\":[}")),
                Arguments.of(Why.BROKEN, new byte[] {0x1f, (byte) 0x8b, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
                Arguments.of(Why.ENCODING, bytes("finess;etalab\nstructureet;", 0x81, 0x8d, '\n')),
                Arguments.of(
                        Why.BROKEN, utf8("{\"pmej\":[{\"ege\":[{\"etatObjet\":\"" + "x".repeat(200_000) + "\"}]}]}")));
    }

    @ParameterizedTest
    @CsvSource({"0.3", "0.6", "0.95"})
    void noticesAFileCutShortInEitherFormat(double share) {
        var csv = utf8(String.join("\n", FinessFiles.COMMENT, FinessFiles.line(1, "UN"), FinessFiles.line(2, "DEUX")));
        var json = utf8(FinessFiles.plus());
        var end = csv.length - 20;

        assertThat(whyNot(cut(csv, end))).isEqualTo(Why.TRUNCATED);
        assertThat(whyNot(cut(json, (int) (json.length * share)))).isEqualTo(Why.TRUNCATED);
        var gzip = FinessFiles.compressed(json);
        assertThat(whyNot(cut(gzip, (int) (gzip.length * share)))).isEqualTo(Why.TRUNCATED);
    }

    private Path cut(byte[] bytes, int length) {
        return FinessFiles.write(folder.resolve("cut"), Arrays.copyOf(bytes, length));
    }

    private Path file(String... lines) {
        return FinessFiles.write(folder.resolve("file.csv"), StandardCharsets.UTF_8, List.of(lines));
    }

    private static Why whyNot(Path file) {
        return catchThrowableOfType(NotAFinessFile.class, () -> readings(file)).why();
    }

    private static List<FinessSite> sites(Path file) {
        return readings(file).stream()
                .filter(Reading.Read.class::isInstance)
                .map(it -> ((Reading.Read) it).site())
                .toList();
    }

    private static List<Reading> readings(Path file) {
        try {
            var all = new ArrayList<Reading>();
            new FinessFile(file).read(all::add);
            return all;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] bytes(String start, int... rest) {
        var first = utf8(start);
        var all = Arrays.copyOf(first, first.length + rest.length);
        for (var i = 0; i < rest.length; i++) {
            all[first.length + i] = (byte) rest[i];
        }
        return all;
    }
}
