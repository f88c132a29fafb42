package org.asepsie.app.access.web;

/// Choosing a password with a link.
///
/// @param first whether it is the person's first password
public record InvitationScreen(String name, String email, boolean first, String token, Problems problems) {
    public String action() {
        return (first ? "/invitation/" : "/new-password/") + token;
    }
}
