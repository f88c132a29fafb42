package org.asepsie.app.access;

import java.io.Serial;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;

/// What the session remembers of a person: who they are, never what they may do. Roles are read again at each request,
/// so
/// that taking one away works at once.
record SignedIn(AccountId account, String email, @Nullable String passwordHash, boolean enabled)
        implements UserDetails {
    @Serial
    private static final long serialVersionUID = 1L;

    @Override
    public List<GrantedAuthority> getAuthorities() {
        return List.of();
    }

    @Override
    public @Nullable String getPassword() {
        return passwordHash;
    }

    @Override
    public String getUsername() {
        return email;
    }

    @Override
    public boolean isEnabled() {
        return enabled;
    }

    @Override
    public String toString() {
        return email;
    }
}
