package org.asepsie.app.report;

import java.util.List;

/// The sheet of answers of the workbook: which column holds what. Writer and reader both go by it.
final class AnswerSheet {
    static final String NAME = "Réponses";
    static final int FIRST_ROW = 2;

    static final int QUESTION_ID = 0;
    static final int TURN = 1;
    static final int THEME = 2;
    static final int QUESTION = 3;
    static final int FIRST_OPTION = 4;
    static final int ANSWER = 8;
    static final int FACT = 9;
    static final int COMMENT = 10;
    static final int PROVEN = 11;

    static final String DO_NOT_KNOW = "?";
    static final String NOT_CONCERNED = "NC";

    /// Keys of the wording of the headings, in the order of the columns.
    static final List<String> HEADINGS = List.of(
            "report.sheet.id",
            "report.sheet.turn",
            "report.sheet.theme",
            "report.sheet.question",
            "report.sheet.option-0",
            "report.sheet.option-1",
            "report.sheet.option-2",
            "report.sheet.option-3",
            "report.sheet.answer",
            "report.sheet.fact",
            "report.sheet.comment",
            "report.sheet.proven");

    private AnswerSheet() {}
}
