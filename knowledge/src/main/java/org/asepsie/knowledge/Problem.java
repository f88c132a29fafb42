package org.asepsie.knowledge;

import java.util.Comparator;

/// A mistake in a file: where, what is wrong, how to mend it. Lines and columns count from 1.
public record Problem(Kind kind, String file, int line, int column, Text message, Text remedy)
        implements Comparable<Problem> {
    public enum Kind {
        MISTAKE,
        MISSING_TRANSLATION
    }

    private static final Comparator<Problem> READING_ORDER = Comparator.comparing(Problem::file)
            .thenComparing(Problem::line)
            .thenComparing(Problem::column)
            .thenComparing(it -> it.message.en());

    public String in(Language language) {
        return "%s:%d  %s  %s".formatted(file, line, message.in(language), remedy.in(language));
    }

    @Override
    public int compareTo(Problem other) {
        return READING_ORDER.compare(this, other);
    }

    @Override
    public String toString() {
        return in(Language.EN);
    }
}
