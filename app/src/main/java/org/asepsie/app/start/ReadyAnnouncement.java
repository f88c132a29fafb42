package org.asepsie.app.start;

import java.io.PrintStream;
import java.util.List;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/// Says where to go, once pages are served.
@Component
class ReadyAnnouncement {
    private final List<StartNotice> notices;
    private final String address;
    private final ConsoleLanguage language;
    private final PrintStream console;

    @Autowired
    ReadyAnnouncement(List<StartNotice> notices, @Value("${server.address:}") String address) {
        this(notices, address, ConsoleLanguage.current(), System.out);
    }

    ReadyAnnouncement(List<StartNotice> notices, String address, ConsoleLanguage language, PrintStream console) {
        this.notices = List.copyOf(notices);
        this.address = address;
        this.language = language;
        this.console = console;
    }

    /// Tests start the application without a server: then there is nowhere to go and nothing to say.
    @EventListener
    void ready(ApplicationReadyEvent event) {
        if (event.getApplicationContext() instanceof WebServerApplicationContext web && web.getWebServer() != null) {
            announce(web.getWebServer().getPort());
        }
    }

    void announce(int port) {
        say(new Said("\nAsepsie est prêt : %s", "\nAsepsie is ready: %s"), url(port));
        notices.stream().flatMap(it -> it.lines().stream()).forEach(it -> console.println("  " + it.in(language)));
        say(
                new Said("  Pour arrêter : Ctrl-C ici, ou kill %d\n", "  To stop: Ctrl-C here, or kill %d\n"),
                ProcessHandle.current().pid());
        console.flush();
    }

    private String url(int port) {
        var host = address.isBlank() || address.startsWith("127.") || address.equals("0.0.0.0") ? "localhost" : address;
        return "http://%s:%d/".formatted(host, port);
    }

    private void say(Said sentence, Object... arguments) {
        console.println(sentence.in(language).formatted(arguments));
    }
}
