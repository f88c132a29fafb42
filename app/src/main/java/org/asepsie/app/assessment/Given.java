package org.asepsie.app.assessment;

import java.util.UUID;
import org.asepsie.engine.maturity.QuestionId;
import org.asepsie.engine.maturity.Statement;

/// An answer on its way to the log, and what the person had before their eyes.
///
/// @param basis the newest answer on the topic when the page was opened
/// @param fingerprint of the question as it was read, see [Fingerprint]
/// @param version of the framework as it was read
/// @param key made by the page: the same answer sent twice carries the same key and counts once
public record Given(
        QuestionId question,
        Statement statement,
        String comment,
        Answer.Turn basis,
        String fingerprint,
        String version,
        UUID key) {
    /// As much as a careful person writes; more is a document, to be attached.
    public static final int LONGEST_COMMENT = 4_000;

    public Given {
        comment = comment.strip();
        if (comment.length() > LONGEST_COMMENT) {
            comment = comment.substring(0, LONGEST_COMMENT);
        }
    }
}
