package org.asepsie.app.followup;

import java.util.Locale;

/// The mail server that letters leave by. Its password is not in here.
///
/// @param login empty when the server asks for none
/// @param address of the product as people reach it, without a slash at the end
public record MailServer(
        String host,
        int port,
        Encryption encryption,
        String login,
        boolean hasPassword,
        String sender,
        String address) {
    public enum Encryption {
        /// Begins in the clear and must go over to TLS before anything is said.
        STARTTLS,
        TLS,
        /// For a server on the same machine.
        NONE;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        public static Encryption of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }
    }
}
