package org.asepsie.app.access.web;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.asepsie.app.access.AccountLine;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.PlaceNames.NamedPlace;
import org.asepsie.app.access.Role;

/// One account as its administrator sees it.
///
/// @param mine whether it is the administrator's own: that one is not closed or reset here
public record AccountLineScreen(
        AccountLine account, boolean mine, List<Held> held, String placeWords, List<NamedPlace> places) {
    /// A role at a place.
    ///
    /// @param removable false for one's own administration
    public record Held(String role, String node, String place, boolean removable) {}

    static AccountLineScreen of(
            AccountLine account, boolean mine, Map<NodeId, String> names, String placeWords, List<NamedPlace> places) {
        var held = account.grants().stream()
                .map(it -> new Held(
                        it.role().code(),
                        it.node().value().toString(),
                        names.getOrDefault(it.node(), ""),
                        !(mine && it.role() == Role.ADMINISTRATOR)))
                .toList();
        return new AccountLineScreen(account, mine, held, placeWords, places);
    }

    public List<String> roles() {
        return Arrays.stream(Role.values()).map(Role::code).toList();
    }

    public String path() {
        return "/administration/accounts/" + account.id().value();
    }
}
