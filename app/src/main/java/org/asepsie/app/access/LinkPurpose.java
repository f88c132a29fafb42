package org.asepsie.app.access;

import java.util.Locale;

/// What a single-use link lets its holder do.
public enum LinkPurpose {
    /// Choose the first password of an account that someone prepared.
    INVITATION,
    /// Choose a new password: an administrator has seen who asks.
    PASSWORD_RESET,
    /// Answer the questions handed over at one place, without an account.
    QUESTION;

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static LinkPurpose of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
