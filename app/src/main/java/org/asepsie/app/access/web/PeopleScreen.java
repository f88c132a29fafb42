package org.asepsie.app.access.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.AccountLine;
import org.asepsie.app.access.Role;

/// The people of one facility.
public record PeopleScreen(
        String facility,
        String place,
        List<AccountLine> people,
        GuestForm guest,
        Optional<Handover> handover,
        Problems problems) {
    /// Whether those who steer the facility may end this person's part in it: contributors alone.
    public boolean removable(AccountLine person) {
        return person.grants().stream().anyMatch(it -> it.role() == Role.CONTRIBUTOR);
    }
}
