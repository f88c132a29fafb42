package org.asepsie.app.access;

import java.time.Duration;

/// What became of an attempt to sign in.
public sealed interface SignInAnswer {
    record Welcome(AccountId account) implements SignInAnswer {}

    /// The password was right; a code of the authenticator application is asked for next.
    record SecondStep(AccountId account) implements SignInAnswer {}

    /// Unknown address, wrong password, account closed or not yet begun: one answer for all.
    record Refused() implements SignInAnswer {}

    /// Too many failures: nothing was checked.
    record Wait(Duration left) implements SignInAnswer {}
}
