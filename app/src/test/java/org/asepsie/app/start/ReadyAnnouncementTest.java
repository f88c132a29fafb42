package org.asepsie.app.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadyAnnouncementTest {
    private static final StartNotice DATA = () -> List.of(new Said("Données : /srv", "Data: /srv"));

    @Test
    void saysInFrenchWhereToGoWhereTheDataIsAndHowToStop() {
        assertThat(announced("127.0.0.1", ConsoleLanguage.FRENCH))
                .contains("Asepsie est prêt : http://localhost:8081/", "Données : /srv", "Pour arrêter : Ctrl-C");
    }

    @Test
    void saysTheSameInEnglish() {
        assertThat(announced("127.0.0.1", ConsoleLanguage.ENGLISH))
                .contains("Asepsie is ready: http://localhost:8081/", "Data: /srv", "To stop: Ctrl-C");
    }

    @Test
    void namesTheAddressOthersReachItAtWhenItIsNotTheLoopback() {
        assertThat(announced("192.0.2.7", ConsoleLanguage.FRENCH)).contains("http://192.0.2.7:8081/");
    }

    private static String announced(String address, ConsoleLanguage language) {
        var console = new ByteArrayOutputStream();
        new ReadyAnnouncement(List.of(DATA), address, language, new PrintStream(console, true, StandardCharsets.UTF_8))
                .announce(8081);
        return console.toString(StandardCharsets.UTF_8);
    }
}
