package org.asepsie.app.access.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What people read in the list of their sessions.
class BrowserNameTest {
    private static final String CHROME = "AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 ";

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Mozilla/5.0 (Windows NT 10.0; Win64; x64) CHROME Safari/537.36 Edg/140.0.0.0 | Edge, Windows
                    Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0       | Firefox, Linux
                    Mozilla/5.0 (Linux; Android 15) CHROME Mobile Safari/537.36                  | Chrome, Android
                    Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/6 | Safari, iOS
                    curl/8.5.0                                                                   | curl/8.5.0
                    """)
    void isTheOneAPersonKnows(String agent, String name) {
        assertThat(BrowserName.of(agent.replace("CHROME", CHROME))).isEqualTo(name);
    }
}
