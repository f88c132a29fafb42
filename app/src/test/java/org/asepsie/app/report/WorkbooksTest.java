package org.asepsie.app.report;

import static org.asepsie.app.assessment.Homes.said;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Role;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.Diagnosis;
import org.asepsie.app.assessment.Homes;
import org.asepsie.app.assessment.Homes.Home;
import org.asepsie.app.knowledge.BadWorkbooks;
import org.asepsie.app.page.Language;
import org.asepsie.app.report.LoadedAnswers.Mistake;
import org.asepsie.app.report.LoadedAnswers.Refused;
import org.asepsie.app.report.LoadedAnswers.Taken;
import org.asepsie.engine.maturity.TopicId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;

/// A workbook goes out, is filled in, and comes back: all of its lines or none, once however often it is sent, and
/// never over what a colleague answered meanwhile.
@ApplicationTest
@Import(Homes.class)
class WorkbooksTest {
    private static final String FRAMEWORK = "hygiene-42";
    private static final String QUESTION = "hygiene.06";
    private static final TopicId TOPIC = new TopicId("hab.joiner-leaver");

    @Autowired
    Homes homes;

    @Autowired
    Workbooks workbooks;

    @Autowired
    Diagnosis diagnosis;

    @Autowired
    MockMvc browser;

    @Test
    void takesWhatWasFilledIn() throws IOException {
        var home = homes.home();

        var loaded = load(home, filled(home, it -> answer(it, QUESTION, "2", "Liste tenue par le cadre")));

        assertThat(loaded).isEqualTo(new Taken(1, 0, List.of()));
        assertThat(newest(home).statement()).isEqualTo(said(2));
        assertThat(newest(home).comment()).isEqualTo("Liste tenue par le cadre");
    }

    @Test
    void changesNothingWhenTheSameWorkbookIsLoadedTwice() throws IOException {
        var home = homes.home();
        var workbook = filled(home, it -> answer(it, QUESTION, "?", ""));
        load(home, workbook);

        var again = load(home, workbook);

        assertThat(again).isEqualTo(new Taken(0, 1, List.of()));
        assertThat(history(home)).hasSize(1);
    }

    @Test
    void keepsOneAnswerWhenTheButtonIsPressedTwice() throws Exception {
        var home = homes.home();
        var workbook = filled(home, it -> answer(it, QUESTION, "2", ""));
        Callable<LoadedAnswers> send = () -> load(home, workbook);

        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var sent : senders.invokeAll(Collections.nCopies(4, send))) {
                assertThat(sent.get()).isInstanceOf(Taken.class);
            }
        }

        assertThat(history(home)).hasSize(1);
    }

    @Test
    void leavesWhatAColleagueAnsweredMeanwhileAndShowsBoth() throws IOException {
        var home = homes.home();
        homes.answer(home, QUESTION, 1);
        var workbook = filled(home, it -> answer(it, QUESTION, "3", ""));
        var colleague = homes.someone(home, Role.IT_LEAD);
        Actors.as(colleague.actor(), () -> diagnosis.give(home.id(), homes.given(home, QUESTION, said(0))));

        var loaded = load(home, workbook);

        assertThat(loaded).isInstanceOfSatisfying(Taken.class, it -> {
            assertThat(it.changed()).isZero();
            assertThat(it.conflicts()).singleElement().satisfies(conflict -> {
                assertThat(conflict.here()).isEqualTo("0");
                assertThat(conflict.there()).isEqualTo("3");
            });
        });
        assertThat(newest(home).statement()).isEqualTo(said(0));
    }

    @Test
    void takesNoLineWhileOneIsWrong() throws IOException {
        var home = homes.home();

        var loaded = load(home, filled(home, sheet -> {
            answer(sheet, QUESTION, "2", "");
            answer(sheet, "hygiene.01", "beaucoup", "");
            answer(sheet, "hygiene.02", "NC", "");
            row(sheet, "hygiene.03").getCell(AnswerSheet.QUESTION_ID).setCellValue("hygiene.99");
            answer(sheet, "hygiene.99", "1", "");
        }));

        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.mistakes())
                                .extracting(Mistake::problem, Mistake::found)
                                .containsExactlyInAnyOrder(
                                        org.assertj.core.groups.Tuple.tuple("report.load.unknown-answer", "beaucoup"),
                                        org.assertj.core.groups.Tuple.tuple("report.load.unknown-fact", ""),
                                        org.assertj.core.groups.Tuple.tuple(
                                                "report.load.unknown-question", "hygiene.99")));
        assertThat(history(home)).isEmpty();
    }

    @Test
    void doesNotChooseBetweenTwoAnswersToOneQuestion() throws IOException {
        var home = homes.home();

        var loaded = load(home, filled(home, sheet -> {
            answer(sheet, QUESTION, "2", "");
            row(sheet, "hygiene.07").getCell(AnswerSheet.QUESTION_ID).setCellValue(QUESTION);
            sheet.forEach(it -> {
                if (it.getRowNum() > 0
                        && it.getCell(AnswerSheet.QUESTION_ID)
                                .getStringCellValue()
                                .equals(QUESTION)) {
                    it.createCell(AnswerSheet.ANSWER).setCellValue("2");
                }
            });
        }));

        assertThat(loaded)
                .isInstanceOfSatisfying(
                        Refused.class,
                        it -> assertThat(it.mistakes())
                                .extracting(Mistake::problem)
                                .containsExactly("report.load.twice"));
        assertThat(history(home)).isEmpty();
    }

    @Test
    void thePageSaysWhatIsWrongWithTheFileAndThatNothingChanged() throws Exception {
        var home = homes.home();

        assertThat(sent(home, BadWorkbooks.pdf())).contains("est un document PDF", "Rien n");
        assertThat(sent(home, BadWorkbooks.cutShort(filled(home, _ -> {})).get(30)))
                .contains("incomplet ou abîmé");
        assertThat(sent(home, new byte[0])).contains("Aucun fichier");
        assertThat(history(home)).isEmpty();
    }

    private String sent(Home home, byte[] content) throws Exception {
        return browser.perform(multipart("/f/" + home.id() + "/report/answers")
                        .file(new MockMultipartFile("file", "réponses.xlsx", "application/octet-stream", content))
                        .header("Accept-Language", "fr")
                        .with(home.director().signedIn())
                        .with(csrf()))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private byte[] filled(Home home, Consumer<Sheet> hand) throws IOException {
        var written = Actors.as(home.actor(), () -> workbooks.write(home.id(), FRAMEWORK, Language.FR));
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new XSSFWorkbook(new ByteArrayInputStream(written))) {
            hand.accept(workbook.getSheet(AnswerSheet.NAME));
            workbook.write(bytes);
        }
        return bytes.toByteArray();
    }

    private static void answer(Sheet sheet, String question, String answer, String comment) {
        row(sheet, question).createCell(AnswerSheet.ANSWER).setCellValue(answer);
        row(sheet, question).createCell(AnswerSheet.COMMENT).setCellValue(comment);
    }

    private static Row row(Sheet sheet, String question) {
        for (var row : sheet) {
            if (row.getCell(AnswerSheet.QUESTION_ID).getStringCellValue().equals(question)) {
                return row;
            }
        }
        throw new AssertionError("the sheet has no question " + question);
    }

    private LoadedAnswers load(Home home, byte[] workbook) {
        return Actors.as(home.actor(), () -> workbooks.load(home.id(), workbook, Language.FR));
    }

    private Answer newest(Home home) {
        return history(home).getFirst();
    }

    private List<Answer> history(Home home) {
        return Actors.as(home.actor(), () -> diagnosis.history(home.id(), TOPIC));
    }
}
