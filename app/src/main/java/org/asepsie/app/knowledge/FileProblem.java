package org.asepsie.app.knowledge;

import java.text.MessageFormat;
import java.util.Locale;
import org.asepsie.knowledge.Problem;
import org.asepsie.knowledge.Text;

/// Something in a file that somebody sent that keeps it from being published: where, what is wrong, how to mend it.
public record FileProblem(Place place, Text what, Text remedy) {
    /// Where in the file.
    public sealed interface Place {
        /// The file as a whole.
        record WholeFile() implements Place {}

        /// A line of a text file, counted from 1.
        record Line(int number) implements Place {}

        /// A row of a sheet, counted from 1 as a spreadsheet program shows it; `column` is its heading, or empty.
        record Row(String sheet, int number, String column) implements Place {}
    }

    static FileProblem of(Place place, Complaint complaint, Object... details) {
        return new FileProblem(
                place, new Text(filled(complaint.fr(), details), filled(complaint.en(), details)), complaint.remedy());
    }

    /// What the reader of YAML found, at the place that its line stands for.
    static FileProblem at(Place place, Problem problem) {
        return new FileProblem(place, problem.message(), problem.remedy());
    }

    private static String filled(String pattern, Object... details) {
        return new MessageFormat(pattern, Locale.ROOT).format(details);
    }
}
