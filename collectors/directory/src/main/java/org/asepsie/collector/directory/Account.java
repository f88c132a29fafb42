package org.asepsie.collector.directory;

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
    record WithTicket(String user) implements Account {}
}
