package org.asepsie.cli;

import java.util.List;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Problem;
import org.asepsie.knowledge.Text;

/// What was given cannot be used; the lines say what, where and how to mend it.
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<String> lines;

    private BadInput(List<String> lines) {
        super(String.join("\n", lines));
        this.lines = List.copyOf(lines);
    }

    static BadInput of(List<Problem> problems, Language language) {
        return new BadInput(problems.stream().map(it -> it.in(language)).toList());
    }

    public static BadInput of(Text message, Language language) {
        return new BadInput(List.of(message.in(language)));
    }

    List<String> lines() {
        return lines;
    }
}
