package org.asepsie.app.start;

import java.io.Serializable;

/// A sentence for the console, in both languages.
public record Said(String french, String english) implements Serializable {
    public String in(ConsoleLanguage language) {
        return switch (language) {
            case FRENCH -> french;
            case ENGLISH -> english;
        };
    }
}
