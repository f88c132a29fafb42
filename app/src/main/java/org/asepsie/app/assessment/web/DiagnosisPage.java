package org.asepsie.app.assessment.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Choice;

/// Which questionnaires there are for this facility, and what is left of each.
///
/// @param resume where the person stopped
public record DiagnosisPage(Optional<Resume> resume, List<Line> lines, boolean mayAnswer, boolean maySee) {
    public record Resume(String title, String address) {}

    /// @param started whether a question was answered through this one, and not only through others
    /// @param minutesLeft what is left of the announced time
    public record Line(
            String id,
            String title,
            String purpose,
            String audience,
            String version,
            int minutes,
            int minutesLeft,
            int answered,
            int questions,
            boolean started,
            String address,
            String result,
            String notice,
            List<Choice> classes,
            List<ThemeLine> themes) {
        public String classAddress() {
            return address + "/class";
        }
    }

    public record ThemeLine(String title, String address, int left) {}
}
