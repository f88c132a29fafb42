package org.asepsie.app.access.web;

import org.asepsie.app.access.EmailAddress;
import org.asepsie.app.access.Invitations;

/// Whom to invite, as typed.
public record GuestForm(String name, String email) {
    static GuestForm empty() {
        return new GuestForm("", "");
    }

    Problems problems() {
        return new Problems()
                .when(name.isEmpty() || name.length() > 200, "name", "access.name-missing")
                .when(!EmailAddress.isPlausible(email), "email", "access.email-wrong");
    }

    Invitations.Guest guest(String language) {
        return new Invitations.Guest(email, name, language.equals("en") ? "en" : "fr");
    }
}
