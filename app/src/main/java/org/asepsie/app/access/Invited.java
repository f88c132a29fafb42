package org.asepsie.app.access;

/// What an invitation led to.
public sealed interface Invited {
    /// The person has yet to choose a password: hand them the link.
    ///
    /// @param token what the address of the link ends with; shown once
    record WithLink(String email, String token) implements Invited {}

    /// The person has an account already and simply finds one more role there.
    record Known(String email) implements Invited {}
}
