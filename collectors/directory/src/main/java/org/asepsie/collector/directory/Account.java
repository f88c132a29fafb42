package org.asepsie.collector.directory;

import java.nio.file.Path;
import java.util.Optional;

/// Who reads. An ordinary account of the domain is enough for nearly everything.
public sealed interface Account {
    String user();

    /// @param user `name@domain` or a distinguished name
    record WithPassword(String user, byte[] password) implements Account {
        @Override
        public String toString() {
            return user;
        }
    }

    /// With the Kerberos ticket that `kinit` left, through JAAS and GSSAPI.
    ///
    /// @param cache the file it was left in; where `kinit` leaves it by itself if empty
    record WithTicket(String user, Optional<Path> cache) implements Account {}
}
