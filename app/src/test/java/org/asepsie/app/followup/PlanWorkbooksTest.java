package org.asepsie.app.followup;

import static org.asepsie.app.followup.Sites.BACKUP;
import static org.asepsie.app.followup.Sites.OFFLINE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.followup.PlanSheet.Column;
import org.asepsie.app.knowledge.BadWorkbooks;
import org.asepsie.app.page.Language;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Decisions;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Together;
import org.asepsie.app.plan.Wish;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// The plan goes out as a workbook and comes back: without loss, without overwriting anybody, and not at all when
/// the file makes no sense.
@ApplicationTest
@Import(Sites.class)
class PlanWorkbooksTest {
    @Autowired
    PlanWorkbooks workbooks;

    @Autowired
    Sites sites;

    @Autowired
    Decisions decisions;

    @Autowired
    Plans plans;

    @Autowired
    People people;

    @Autowired
    MockMvc browser;

    FacilityId home;
    People.Someone director;

    @BeforeEach
    void aHomeWithSomethingOfEachKind() {
        home = sites.home(sites.region());
        director = people.with(Role.DIRECTOR, home.node());
        decide(
                BACKUP,
                _ -> new Wish(
                        Status.PLANNED,
                        "",
                        "Mme Le Goff",
                        Optional.of(LocalDate.of(2027, 2, 3)),
                        Wish.quarter("2027-1")));
        decide(OFFLINE, _ -> new Wish(Status.DISMISSED, "Pas de disque", "", Optional.empty(), Optional.empty()));
        Actors.as(
                director.actor(),
                () -> decisions.comment(home, BACKUP, "Voir avec\nle prestataire ; vite", UUID.randomUUID()));
    }

    @ParameterizedTest
    @EnumSource
    void hasNothingToChangeWhenItComesBackUntouched(Language language) {
        var preview = preview(write(language));

        assertThat(preview.file()).isEmpty();
        assertThat(preview.nothing()).isTrue();
        assertThat(preview.refused()).isEmpty();
        assertThat(preview.unknown()).isEmpty();
        assertThat(preview.unchanged()).isEqualTo(sites.plan(home).actions().size());
    }

    @Test
    void showsWhatWouldChangeAndChangesNothingBeforeItIsConfirmed() {
        var bytes = edited(sheet -> {
            row(sheet, BACKUP).getCell(Column.OWNER.ordinal()).setCellValue("M. Kerneis");
            row(sheet, BACKUP).getCell(Column.DUE.ordinal()).setCellValue(LocalDate.of(2027, 3, 4));
        });

        var preview = preview(bytes);

        assertThat(preview.changes()).singleElement().satisfies(it -> {
            assertThat(it.parts()).containsExactly(Wish.Part.OWNER, Wish.Part.DUE);
            assertThat(it.before().owner()).isEqualTo("Mme Le Goff");
        });
        assertThat(sites.action(home, BACKUP).wish().owner()).isEqualTo("Mme Le Goff");

        var result =
                apply(preview.changes().stream().map(Preview.Change::carried).toList());

        assertThat(result).isInstanceOf(Together.Result.Kept.class);
        assertThat(sites.action(home, BACKUP).wish().owner()).isEqualTo("M. Kerneis");
        assertThat(sites.action(home, BACKUP).due()).contains(LocalDate.of(2027, 3, 4));
        assertThat(preview(write(Language.FR)).nothing()).isTrue();
    }

    @Test
    void putsBothValuesSideBySideWhenSomebodyElseChangedTheSame() {
        var bytes = edited(
                sheet -> row(sheet, BACKUP).getCell(Column.OWNER.ordinal()).setCellValue("M. Kerneis"));
        decide(BACKUP, it -> it.withOwner("Le prestataire"));

        var conflict = preview(bytes).conflicts().getFirst();

        assertThat(conflict.parts()).containsExactly(Wish.Part.OWNER);
        assertThat(conflict.stands().owner()).isEqualTo("Le prestataire");
        assertThat(conflict.mine().wish().owner()).isEqualTo("M. Kerneis");
        apply(List.of(conflict.mine()));
        assertThat(sites.action(home, BACKUP).wish().owner()).isEqualTo("M. Kerneis");
    }

    @Test
    void mergesWhatSomebodyElseChangedElsewhereInTheLine() {
        var bytes = edited(
                sheet -> row(sheet, BACKUP).getCell(Column.OWNER.ordinal()).setCellValue("M. Kerneis"));
        decide(BACKUP, it -> it.withDue(Optional.of(LocalDate.of(2027, 6, 1))));

        var preview = preview(bytes);

        assertThat(preview.conflicts()).isEmpty();
        apply(preview.changes().stream().map(Preview.Change::carried).toList());
        assertThat(sites.action(home, BACKUP).wish().owner()).isEqualTo("M. Kerneis");
        assertThat(sites.action(home, BACKUP).due()).contains(LocalDate.of(2027, 6, 1));
    }

    @Test
    void refusesAllWhenSomethingChangedBetweenPreviewAndConfirmation() {
        var bytes = edited(
                sheet -> row(sheet, BACKUP).getCell(Column.OWNER.ordinal()).setCellValue("M. Kerneis"));
        var preview = preview(bytes);
        decide(BACKUP, it -> it.withOwner("Le prestataire"));

        var result =
                apply(preview.changes().stream().map(Preview.Change::carried).toList());

        assertThat(result).isInstanceOf(Together.Result.Refused.class);
        assertThat(sites.action(home, BACKUP).wish().owner()).isEqualTo("Le prestataire");
    }

    @Test
    void takesInAnotherReasonForWhatStaysDismissed() {
        var bytes = edited(
                sheet -> row(sheet, OFFLINE).getCell(Column.REASON.ordinal()).setCellValue("Fait par l’association"));

        var preview = preview(bytes);

        assertThat(preview.changes()).singleElement().satisfies(it -> {
            assertThat(it.parts()).containsExactly(Wish.Part.STATUS);
            assertThat(it.before().reason()).isEqualTo("Pas de disque");
            assertThat(it.carried().wish().reason()).isEqualTo("Fait par l’association");
        });
        apply(preview.changes().stream().map(Preview.Change::carried).toList());
        assertThat(sites.action(home, OFFLINE).wish())
                .isEqualTo(
                        new Wish(Status.DISMISSED, "Fait par l’association", "", Optional.empty(), Optional.empty()));
        assertThat(Actors.asInstallation(() -> plans.history(home, OFFLINE)))
                .last()
                .matches(it -> it.note().equals("Fait par l’association"));
        assertThat(preview(write(Language.FR)).nothing()).isTrue();
    }

    @Test
    void putsTwoReasonsSideBySideWhenSomebodyElseGaveAnother() {
        var bytes = edited(
                sheet -> row(sheet, OFFLINE).getCell(Column.REASON.ordinal()).setCellValue("Fait par l’association"));
        decide(OFFLINE, it -> it.withStatus(Status.DISMISSED, "Trop cher"));

        var conflict = preview(bytes).conflicts().getFirst();

        assertThat(conflict.parts()).containsExactly(Wish.Part.STATUS);
        assertThat(conflict.stands().reason()).isEqualTo("Trop cher");
        assertThat(conflict.mine().wish().reason()).isEqualTo("Fait par l’association");
        apply(List.of(conflict.mine()));
        assertThat(sites.action(home, OFFLINE).wish().reason()).isEqualTo("Fait par l’association");
    }

    @Test
    void addsACommentOnce() {
        var bytes = edited(
                sheet -> row(sheet, BACKUP).getCell(Column.COMMENT.ordinal()).setCellValue("Devis reçu"));

        apply(preview(bytes).changes().stream().map(Preview.Change::carried).toList());

        assertThat(preview(bytes).nothing()).isTrue();
        assertThat(Actors.asInstallation(() -> plans.lastComments(home))).containsEntry(BACKUP, "Devis reçu");
    }

    @Test
    void carriesAChangeThroughTheFormUnharmed() {
        var change = new CarriedChange(
                BACKUP,
                3,
                new Wish(
                        Status.DISMISSED,
                        "trop | cher & « loin »\nvraiment",
                        "É|è",
                        Optional.empty(),
                        Wish.quarter("2027-1")),
                "un\ncommentaire | = %");

        assertThat(CarriedChange.of(change.written())).isEqualTo(change);
    }

    @Test
    void tellsEachCellThatMakesNoSense() {
        var bytes = edited(sheet -> {
            var row = row(sheet, BACKUP);
            row.getCell(Column.STATUS.ordinal()).setCellValue("Presque");
            row.createCell(Column.DUE.ordinal()).setCellValue("04/03/2027");
            row.getCell(Column.QUARTER.ordinal()).setCellValue("printemps");
            row(sheet, OFFLINE).getCell(Column.REASON.ordinal()).setBlank();
        });

        var preview = preview(bytes);

        assertThat(preview.refused())
                .extracting(SheetMistake::problem)
                .containsExactlyInAnyOrder(
                        "followup.load.status",
                        "followup.load.date-as-text",
                        "followup.load.quarter",
                        "followup.load.reason");
        assertThat(preview.refused()).allMatch(it -> it.cell().matches("[A-Z]\\d+"));
        assertThat(preview.nothing()).isTrue();
    }

    @Test
    void namesLinesItDoesNotKnow() {
        var bytes = edited(sheet -> {
            row(sheet, BACKUP).getCell(Column.ID.ordinal()).setCellValue("do.no-such-measure");
            row(sheet, OFFLINE).getCell(Column.ID.ordinal()).setCellValue("???");
        });

        var preview = preview(bytes);

        assertThat(preview.unknown()).extracting(it -> it.action().toString()).containsExactly("do.no-such-measure");
        assertThat(preview.refused()).extracting(SheetMistake::problem).containsExactly("followup.load.id");
    }

    @Test
    void refusesWhatIsNoSuchWorkbook() throws IOException {
        var whole = write(Language.FR);
        assertThat(problem(BadWorkbooks.pdf())).isEqualTo("followup.load.pdf");
        assertThat(problem(BadWorkbooks.text())).isEqualTo("followup.load.not-a-workbook");
        assertThat(problem(BadWorkbooks.oldFormat())).isEqualTo("followup.load.old-or-locked");
        assertThat(problem(BadWorkbooks.swelling(whole, "xl/workbook.xml"))).isEqualTo("followup.load.trap");
        assertThat(problem(new byte[0])).isEqualTo("followup.load.empty");
        assertThat(problem(Arrays.copyOf(whole, whole.length / 2))).isEqualTo("followup.load.damaged");
        assertThat(problem(edited(
                        sheet -> sheet.getRow(0).getCell(Column.OWNER.ordinal()).setCellValue("Qui"))))
                .isEqualTo("followup.load.no-column");
        assertThat(problem(edited(sheet -> sheet.getWorkbook().setSheetName(0, "Feuille"))))
                .isEqualTo("followup.load.no-sheet");
    }

    @Test
    void showsThePreviewOnAPage() throws Exception {
        var bytes = edited(
                sheet -> row(sheet, BACKUP).getCell(Column.OWNER.ordinal()).setCellValue("M. Kerneis"));

        browser.perform(multipart("/f/" + home + "/plan/workbook")
                        .file(new MockMultipartFile("file", "plan.xlsx", "", bytes))
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(status().isOk())
                .andExpect(content().string(containsString("Rien n’a encore changé")))
                .andExpect(content().string(containsString("M. Kerneis")));
        browser.perform(multipart("/f/" + home + "/plan/workbook")
                        .file(new MockMultipartFile("file", "plan.xlsx", "", write(Language.FR)))
                        .with(director.signedIn())
                        .with(csrf()))
                .andExpect(content().string(containsString("Rien à changer")));
    }

    private String problem(byte[] bytes) {
        return preview(bytes).file().map(SheetMistake::problem).orElse("");
    }

    private byte[] write(Language language) {
        return Actors.as(director.actor(), () -> workbooks.write(home, language));
    }

    private Preview preview(byte[] bytes) {
        return Actors.as(director.actor(), () -> workbooks.preview(home, bytes));
    }

    private Together.Result apply(List<CarriedChange> confirmed) {
        return Actors.as(director.actor(), () -> workbooks.apply(home, confirmed, UUID.randomUUID()));
    }

    private byte[] edited(Consumer<Sheet> edit) {
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(write(Language.FR)));
                var bytes = new ByteArrayOutputStream()) {
            edit.accept(workbook.getSheetAt(0));
            workbook.write(bytes);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Row row(Sheet sheet, ActionId id) {
        for (var row : sheet) {
            if (row.getCell(Column.ID.ordinal()).getStringCellValue().equals(id.toString())) {
                return row;
            }
        }
        throw new AssertionError("no line " + id);
    }

    private void decide(ActionId id, UnaryOperator<Wish> change) {
        Actors.asInstallation(() -> decisions.decide(home, id, change, 99, UUID.randomUUID()));
    }
}
