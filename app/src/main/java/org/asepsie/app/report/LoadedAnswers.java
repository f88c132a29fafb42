package org.asepsie.app.report;

import java.util.List;

/// What became of a workbook that was loaded back.
public sealed interface LoadedAnswers {
    /// Every line was sound. Answers that somebody changed since the workbook was taken out were left as they are.
    record Taken(int changed, int unchanged, List<Conflict> conflicts) implements LoadedAnswers {
        public Taken {
            conflicts = List.copyOf(conflicts);
        }
    }

    /// Nothing was changed: these lines must be mended first.
    record Refused(List<Mistake> mistakes) implements LoadedAnswers {
        public Refused {
            mistakes = List.copyOf(mistakes);
        }
    }

    /// @param row as the spreadsheet numbers it; 0 for the file as a whole
    /// @param problem key of the wording that says what is wrong and how to mend it
    record Mistake(int row, String problem, String found) {}

    /// @param here what is answered in the product, @param there what the workbook says
    record Conflict(int row, String question, String here, String there) {}
}
