package org.asepsie.app.report;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.assessment.Answer;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.page.Page;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.web.PlanWords;
import org.asepsie.engine.maturity.Maturity;
import org.asepsie.engine.maturity.Statement;
import org.asepsie.engine.maturity.TopicId;
import org.asepsie.knowledge.Question;
import org.asepsie.knowledge.Text;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/// Writes answers and plan as a workbook. The sheet of answers can be filled in away from the product and
/// loaded back: the white cells are for writing, the turn of each answer tells whether somebody else answered
/// meanwhile.
final class WorkbookWriter {
    private static final String FILLED = "f2f1ec";

    private final Page page;

    WorkbookWriter(Page page) {
        this.page = page;
    }

    byte[] write(Questionnaire questionnaire, Maturity maturity, Map<TopicId, Answer> answers, Plan plan) {
        var bytes = new ByteArrayOutputStream(60_000);
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            answers(workbook.newWorksheet(AnswerSheet.NAME), questionnaire, maturity, answers);
            plan(workbook.newWorksheet("Plan"), plan);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private void answers(
            Worksheet sheet, Questionnaire questionnaire, Maturity maturity, Map<TopicId, Answer> answers) {
        headings(sheet, AnswerSheet.HEADINGS);
        sheet.hideColumn(AnswerSheet.TURN);
        sheet.width(AnswerSheet.QUESTION, 60);
        for (var option = 0; option < 4; option++) {
            sheet.width(AnswerSheet.FIRST_OPTION + option, 28);
        }
        sheet.width(AnswerSheet.COMMENT, 40);
        var row = AnswerSheet.FIRST_ROW - 1;
        for (var question : questionnaire.questions()) {
            question(
                    sheet,
                    row++,
                    questionnaire,
                    question,
                    maturity,
                    Optional.ofNullable(answers.get(question.topic())));
        }
        sheet.range(0, 0, row - 1, AnswerSheet.PROVEN)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.freezePane(0, 1);
    }

    private void question(
            Worksheet sheet,
            int row,
            Questionnaire questionnaire,
            Question question,
            Maturity maturity,
            Optional<Answer> answer) {
        sheet.value(row, AnswerSheet.QUESTION_ID, question.id().value());
        sheet.value(row, AnswerSheet.TURN, answer.map(it -> it.turn().value()).orElse(0L));
        sheet.value(
                row,
                AnswerSheet.THEME,
                text(questionnaire.theme(question.theme()).title()));
        sheet.value(row, AnswerSheet.QUESTION, text(question.wording().ask()));
        for (var option : question.options()) {
            sheet.value(row, AnswerSheet.FIRST_OPTION + option.attainment().value(), text(option.text()));
        }
        answer.ifPresent(it -> {
            switch (it.statement()) {
                case Statement.Said(var value) -> sheet.value(row, AnswerSheet.ANSWER, value.value());
                case Statement.Unknown _ -> sheet.value(row, AnswerSheet.ANSWER, AnswerSheet.DO_NOT_KNOW);
                case Statement.NotApplicable(var fact) -> {
                    sheet.value(row, AnswerSheet.ANSWER, AnswerSheet.NOT_CONCERNED);
                    sheet.value(row, AnswerSheet.FACT, fact);
                }
            }
            sheet.value(row, AnswerSheet.COMMENT, it.comment());
        });
        maturity.on(question.topic())
                .flatMap(it -> it.known().attained())
                .ifPresent(
                        it -> sheet.value(row, AnswerSheet.PROVEN, it.proven().value()));
        sheet.range(row, 0, row, AnswerSheet.FIRST_OPTION + 3)
                .style()
                .fillColor(FILLED)
                .set();
    }

    private void plan(Worksheet sheet, Plan plan) {
        var words = new PlanWords(page, plan.today());
        headings(
                sheet,
                java.util.List.of(
                        "report.plan.rank",
                        "report.action",
                        "report.plan.why",
                        "report.who",
                        "report.plan.owner",
                        "report.state",
                        "report.plan.due",
                        "report.plan.quarter",
                        "report.plan.days-low",
                        "report.plan.days-high",
                        "report.plan.euros-low",
                        "report.plan.euros-high"));
        sheet.width(1, 50);
        sheet.width(2, 60);
        var row = 1;
        for (var action : plan.actions()) {
            sheet.value(row, 0, action.rank());
            sheet.value(row, 1, text(action.title()));
            sheet.value(row, 2, words.why(action));
            sheet.value(row, 3, words.who(action));
            sheet.value(row, 4, action.wish().owner());
            sheet.value(row, 5, words.status(action));
            var due = action.due();
            if (due.isPresent()) {
                sheet.value(row, 6, due.get());
                sheet.style(row, 6).format("yyyy-mm-dd").set();
            }
            sheet.value(row, 7, action.quarter().map(words::quarter).orElse(""));
            sheet.value(row, 8, action.effort().days().low());
            sheet.value(row, 9, action.effort().days().high());
            sheet.value(row, 10, action.effort().euros().low());
            sheet.value(row, 11, action.effort().euros().high());
            row++;
        }
        sheet.range(0, 0, Math.max(1, row - 1), 11)
                .style()
                .wrapText(true)
                .verticalAlignment("top")
                .set();
        sheet.freezePane(0, 1);
    }

    private void headings(Worksheet sheet, java.util.List<String> keys) {
        for (var column = 0; column < keys.size(); column++) {
            sheet.value(0, column, page.say(keys.get(column)));
            sheet.style(0, column).bold().fillColor("d9dedb").wrapText(true).set();
        }
    }

    private String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }
}
