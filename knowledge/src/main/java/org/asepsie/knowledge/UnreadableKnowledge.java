package org.asepsie.knowledge;

import java.util.List;

/// The knowledge holds mistakes and must not be used; each says where it is and how to mend it.
public final class UnreadableKnowledge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public UnreadableKnowledge(List<Problem> problems) {
        super("%d problem(s) in the knowledge; the first: %s".formatted(problems.size(), problems.getFirst()));
        this.problems = List.copyOf(problems);
    }

    public List<Problem> problems() {
        return problems;
    }
}
