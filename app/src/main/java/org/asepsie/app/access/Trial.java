package org.asepsie.app.access;

import java.util.List;

/// The accounts that anyone may use, on an installation that holds fictitious data alone. The module `demo`
/// answers; without an answer, or without visitors, the sign-in page says nothing of it.
public interface Trial {
    /// One role to play.
    ///
    /// @param role the wording key of what the person is
    record Part(String role, String email) {}

    List<Part> parts();

    /// The one password of all of them.
    String password();
}
