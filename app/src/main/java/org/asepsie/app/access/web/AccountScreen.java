package org.asepsie.app.access.web;

import java.util.List;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Sessions.OpenSession;

/// A person's own account, as shown to them.
public record AccountScreen(
        Actor.Person me,
        List<Held> roles,
        boolean secondFactor,
        int recoveryCodesLeft,
        List<OpenSession> sessions,
        Problems problems) {
    /// A role, by its code, and the name of its place.
    public record Held(String role, String place) {}

    public static String browser(OpenSession session) {
        return BrowserName.of(session.browser());
    }
}
