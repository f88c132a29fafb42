package org.asepsie.app.evidence;

import java.util.Locale;

/// Where a piece of evidence comes from, and what to ask for to check it.
///
/// @param reference a question id, the title of a document, the name of a collection and its run
public record Source(Kind kind, String reference) {
    public enum Kind {
        /// An answer to a question, or what was attached to it.
        QUESTION,
        /// A value somebody of the establishment typed.
        TYPED,
        /// A document of the establishment.
        DOCUMENT,
        /// An adviser or an auditor who saw it.
        ADVISER,
        /// A collection made by a module: directory, network, campaign, restore test.
        COLLECTION,
        /// A file imported from elsewhere.
        IMPORT;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        static Kind of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }

    public Source {
        reference = reference.strip();
        if (reference.isEmpty()) {
            throw new IllegalArgumentException("evidence must say where it comes from");
        }
    }
}
