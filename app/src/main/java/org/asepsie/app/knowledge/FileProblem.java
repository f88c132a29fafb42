package org.asepsie.app.knowledge;

import java.util.List;

/// Something in a file that somebody sent that keeps it from being used, or that they should know before it is.
///
/// People read the wording `knowledge.problem.<code>.what` and `….remedy`, filled with `details`.
public record FileProblem(Place place, String code, List<String> details) {
    public FileProblem {
        details = List.copyOf(details);
    }

    static FileProblem of(Place place, String code, Object... details) {
        return new FileProblem(
                place,
                code,
                java.util.Arrays.stream(details).map(Object::toString).toList());
    }

    /// Where in the file.
    public sealed interface Place {
        /// The file as a whole.
        record WholeFile() implements Place {}

        /// A line of a text file, counted from 1.
        record Line(int number) implements Place {}

        /// A row of a sheet, counted from 1 as a spreadsheet program shows it; `column` is its heading, or empty.
        record Row(String sheet, int number, String column) implements Place {}
    }
}
