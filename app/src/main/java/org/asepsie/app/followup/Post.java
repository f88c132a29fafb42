package org.asepsie.app.followup;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.app.database.Seal;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The mail server of the installation, and the letters that leave by it. Without one, none leaves.
@Service
public class Post {
    private static final String ABOUT = "followup.mail-server";
    private static final int WAIT_MILLISECONDS = 10_000;
    private static final int LONGEST_ANSWER = 300;

    private final MailServerStore store;
    private final Seal seal;
    private final Audit audit;
    private final Clock clock;

    Post(MailServerStore store, Seal seal, Audit audit, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Optional<MailServer> server() {
        return store.find();
    }

    /// @param password a new one; empty keeps the one there is, if the login is still the same
    @Transactional
    public void set(MailServer server, String password) {
        var same = store.find()
                .filter(it ->
                        it.login().equals(server.login()) && !server.login().isEmpty());
        var sealed = password.isEmpty()
                ? same.flatMap(_ -> store.sealedPassword()).orElse(null)
                : seal.close(password.getBytes(UTF_8), ABOUT);
        store.put(server, sealed, Actors.current().name(), clock.instant());
        audit.record("followup.action.mail-set", Optional.empty(), server.host(), server.sender());
    }

    @Transactional
    public void remove() {
        store.remove();
        audit.record("followup.action.mail-removed", Optional.empty(), "", "");
    }

    /// Hands a letter to the server.
    ///
    /// @throws NotSent if the server cannot be reached or refuses it
    public void send(MailServer server, Letter letter) {
        try {
            var sender = sender(server);
            var message = sender.createMimeMessage();
            var helper = new MimeMessageHelper(message, true, UTF_8.name());
            helper.setFrom(server.sender());
            helper.setTo(letter.to());
            helper.setSubject(letter.subject());
            helper.setText(letter.plain(), letter.html());
            message.setHeader("Auto-Submitted", "auto-generated");
            sender.send(message);
        } catch (MailException | MessagingException failed) {
            throw new NotSent(said(failed), failed);
        }
    }

    private JavaMailSenderImpl sender(MailServer server) {
        var sender = new JavaMailSenderImpl();
        sender.setHost(server.host());
        sender.setPort(server.port());
        sender.setDefaultEncoding(UTF_8.name());
        var settings = sender.getJavaMailProperties();
        var wait = Integer.toString(WAIT_MILLISECONDS);
        settings.put("mail.smtp.connectiontimeout", wait);
        settings.put("mail.smtp.timeout", wait);
        settings.put("mail.smtp.writetimeout", wait);
        settings.put("mail.smtp.starttls.enable", server.encryption() == MailServer.Encryption.STARTTLS);
        settings.put("mail.smtp.starttls.required", server.encryption() == MailServer.Encryption.STARTTLS);
        settings.put("mail.smtp.ssl.enable", server.encryption() == MailServer.Encryption.TLS);
        settings.put("mail.smtp.ssl.checkserveridentity", true);
        if (!server.login().isEmpty()) {
            settings.put("mail.smtp.auth", true);
            sender.setUsername(server.login());
            password().ifPresent(sender::setPassword);
        }
        return sender;
    }

    private Optional<String> password() {
        return store.sealedPassword().flatMap(it -> seal.open(it, ABOUT)).map(it -> new String(it, UTF_8));
    }

    /// The deepest cause says what happened: "connection refused", the server's own answer. What a server refuses
    /// when it is connected is not a cause but listed beside.
    private static String said(Throwable failed) {
        var deepest = failed instanceof MailSendException several && several.getMessageExceptions().length > 0
                ? several.getMessageExceptions()[0]
                : failed;
        for (var cause = deepest.getCause(); cause != null; cause = cause.getCause()) {
            deepest = cause;
        }
        var message = deepest.getMessage() == null ? deepest.getClass().getSimpleName() : deepest.getMessage();
        var line = message.strip().replaceAll("\\s+", " ");
        return line.length() <= LONGEST_ANSWER ? line : line.substring(0, LONGEST_ANSWER);
    }
}
