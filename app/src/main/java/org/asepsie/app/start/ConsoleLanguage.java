package org.asepsie.app.start;

import java.util.Map;
import java.util.stream.Stream;

/// The language of the console: English for a system set to English, French for any other.
///
/// Pages choose theirs from the browser; nobody is signed in at a console.
public enum ConsoleLanguage {
    FRENCH,
    ENGLISH;

    public static ConsoleLanguage current() {
        return of(System.getenv());
    }

    /// The launcher sets `ASEPSIE_LANGUAGE`, because it may have to change the locale to read accented file names.
    static ConsoleLanguage of(Map<String, String> environment) {
        var locale = Stream.of("ASEPSIE_LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")
                .map(name -> environment.getOrDefault(name, ""))
                .filter(value -> !value.isEmpty())
                .findFirst()
                .orElse("fr");
        return locale.startsWith("en") ? ENGLISH : FRENCH;
    }
}
