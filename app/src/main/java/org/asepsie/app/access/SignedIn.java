package org.asepsie.app.access;

import java.io.Serializable;
import org.springframework.security.core.AuthenticatedPrincipal;

/// What the session remembers of a person: who they are, never what they may do. Roles are read again at each
/// request, so that taking one away works at once.
record SignedIn(AccountId account) implements AuthenticatedPrincipal, Serializable {
    private static final long serialVersionUID = 1L;

    /// Sessions are found by this name; the id, since an address may change and may be long.
    @Override
    public String getName() {
        return account.value().toString();
    }
}
