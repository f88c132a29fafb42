package org.asepsie.app.access.web;

import java.time.Duration;

/// The sign-in form as it comes back.
///
/// @param secondsToWait 0 when nothing has to be waited for
public record SignInScreen(String email, boolean refused, long secondsToWait) {
    static SignInScreen empty() {
        return new SignInScreen("", false, 0);
    }

    static SignInScreen refused(String email) {
        return new SignInScreen(shortened(email), true, 0);
    }

    static SignInScreen tooEarly(String email, Duration left) {
        return new SignInScreen(
                shortened(email), false, Math.max(1, left.plusMillis(999).toSeconds()));
    }

    /// Whether the wait is better told in minutes.
    public boolean inMinutes() {
        return secondsToWait > 90;
    }

    public long minutesToWait() {
        return (secondsToWait + 59) / 60;
    }

    private static String shortened(String email) {
        return email.length() > 254 ? "" : email;
    }
}
