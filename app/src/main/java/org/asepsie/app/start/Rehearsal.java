package org.asepsie.app.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Visits a few pages and leaves, so that the JDK writes down which classes a start needs (its ahead-of-time
/// cache).
///
/// The launcher asks for it (`asepsie.rehearsal=true`) once after each build, on a folder it throws away. It ends by
/// the
/// ordinary way out: the embedded PostgreSQL is stopped before the JDK writes.
@Component
class Rehearsal {
    private static final List<String> PAGES = List.of("/", "/first-run", "/sign-in", "/assets/asepsie.css");

    private final boolean wanted;

    Rehearsal(@Value("${asepsie.rehearsal:false}") boolean wanted) {
        this.wanted = wanted;
    }

    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (wanted
                && event.getApplicationContext() instanceof WebServerApplicationContext web
                && web.getWebServer() != null) {
            var port = web.getWebServer().getPort();
            for (var language : List.of("fr", "en")) {
                PAGES.forEach(page -> visit("http://127.0.0.1:" + port + page, language));
            }
            System.exit(SpringApplication.exit(event.getApplicationContext()));
        }
    }

    /// What the page answers does not matter: the classes that answered do.
    private static void visit(String page, String language) {
        try {
            var request = (HttpURLConnection) URI.create(page).toURL().openConnection();
            request.setRequestProperty("Accept-Language", language);
            var answer = request.getResponseCode() < 400 ? request.getInputStream() : request.getErrorStream();
            if (answer != null) {
                try (answer) {
                    answer.readAllBytes();
                }
            }
        } catch (IOException unreachable) {
            throw new UncheckedIOException("the rehearsal could not visit " + page, unreachable);
        }
    }
}
