package org.asepsie.engine.network.declared;

/// The policy files cannot be used: says what was found, where, and how to mend it, in both languages.
public final class UnusablePolicy extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String french;

    UnusablePolicy(String french, String english) {
        super(english);
        this.french = french;
    }

    public String french() {
        return french;
    }

    public String english() {
        return String.valueOf(getMessage());
    }
}
