package org.asepsie.app.followup.web;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.followup.MailServer;

/// The mail server as the administrator typed it. The password is not shown again.
public record MailForm(String host, String port, String encryption, String login, String sender, String address) {
    private static final String EMAIL = "[^@\\s<>\"]+@[^@\\s<>\"]+\\.?[^@\\s<>\"]*";

    /// One field that is wrong, and the wording that says how to mend it.
    public record Mistake(String field, String key) {}

    static MailForm of(MailServer server) {
        return new MailForm(
                server.host(),
                Integer.toString(server.port()),
                server.encryption().code(),
                server.login(),
                server.sender(),
                server.address());
    }

    List<Mistake> mistakes() {
        var mistakes = new ArrayList<Mistake>();
        if (!host.strip().matches("[A-Za-z0-9.:_-]{1,253}")) {
            mistakes.add(new Mistake("host", "followup.mail.host.wrong"));
        }
        if (!port.strip().matches("\\d{1,5}")
                || Integer.parseInt(port.strip()) < 1
                || Integer.parseInt(port.strip()) > 65_535) {
            mistakes.add(new Mistake("port", "followup.mail.port.wrong"));
        }
        if (!sender.strip().matches(EMAIL)) {
            mistakes.add(new Mistake("sender", "followup.mail.sender.wrong"));
        }
        if (!address.strip().matches("https?://[^\\s/?#]+(/[^\\s?#]*)?")) {
            mistakes.add(new Mistake("address", "followup.mail.address.wrong"));
        }
        return mistakes;
    }

    /// Only for a form without mistakes.
    MailServer server() {
        return new MailServer(
                host.strip(),
                Integer.parseInt(port.strip()),
                MailServer.Encryption.of(encryption),
                login.strip(),
                false,
                sender.strip(),
                address.strip().replaceFirst("/+$", ""));
    }
}
