package org.asepsie.app.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.AccountLine;
import org.asepsie.app.access.PlaceNames.NamedPlace;
import org.asepsie.app.access.Role;

/// The accounts an administrator sees, and the form to invite somebody.
public record AccountsScreen(
        String words,
        List<AccountLine> accounts,
        String placeWords,
        List<NamedPlace> places,
        GuestForm guest,
        Optional<Handover> handover,
        Problems problems) {
    public List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::code).toList();
    }
}
