package org.asepsie.app.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.security.crypto.password.PasswordEncoder;

/// Whether an address has an account must not show in the time a refusal takes.
class NobodysHashTest {
    private final PasswordEncoder passwords = new SecurityConfiguration().passwordEncoder();

    @Test
    void costsAsMuchToCheckAsTheHashOfAnAccount() {
        assertThat(passwords.upgradeEncoding(SignIn.NOBODYS_HASH)).isFalse();
        assertThat(costs(SignIn.NOBODYS_HASH)).isEqualTo(costs(requireNonNull(passwords.encode("any password"))));
    }

    @Test
    void isTheHashOfNoPasswordOneWouldTry() {
        assertThat(passwords.matches("", SignIn.NOBODYS_HASH)).isFalse();
        assertThat(passwords.matches("nobody has this password", SignIn.NOBODYS_HASH))
                .isFalse();
    }

    /// The algorithm, its version and its parameters, without salt and hash.
    private static String costs(String encoded) {
        var hash = encoded.lastIndexOf('$');
        return encoded.substring(0, encoded.lastIndexOf('$', hash - 1));
    }
}
