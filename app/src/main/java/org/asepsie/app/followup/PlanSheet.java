package org.asepsie.app.followup;

import java.util.Locale;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;

/// The sheet of a plan's workbook: one line an action. Columns are known by their headings, in either language, so
/// that they may be moved and others put beside them.
final class PlanSheet {
    static final String NAME = "Plan";
    static final int MOST_ROWS = 2_000;

    enum Column {
        ID(26),
        TITLE(60),
        STATUS(16),
        REASON(34),
        OWNER(28),
        DUE(14),
        QUARTER(12),
        COMMENT(50),
        VERSION(9);

        private final int width;

        Column(int width) {
            this.width = width;
        }

        /// In letters.
        int width() {
            return width;
        }

        String key() {
            return "followup.sheet." + name().toLowerCase(Locale.ROOT);
        }

        String heading(Wording wording, Language language) {
            return wording.say(language, key());
        }
    }

    private PlanSheet() {}
}
