package org.asepsie.app.access;

import java.util.List;

/// An account as its administrator sees it.
///
/// @param begun whether its person has chosen a password
/// @param ours whether every role it holds lies in the administrator's scope: only then may it be closed or reset
public record AccountLine(
        AccountId id,
        String name,
        String email,
        boolean begun,
        boolean disabled,
        boolean secondFactor,
        boolean ours,
        List<Grant> grants) {
    public AccountLine {
        grants = List.copyOf(grants);
    }
}
