package org.asepsie.engine.network.policy;

/// The file cannot be used at all: nothing of it is kept.
public final class UnreadableConfig extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Position where;
    private final String french;
    private final String english;

    /// @param french what was found and how to mend it, in French
    /// @param english the same in English
    public UnreadableConfig(Position where, String french, String english) {
        super(where + ": " + english);
        this.where = where;
        this.french = french;
        this.english = english;
    }

    public Position where() {
        return where;
    }

    public String french() {
        return french;
    }

    public String english() {
        return english;
    }
}
