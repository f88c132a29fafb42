package org.asepsie.app.access.web;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What a person calls their browser: « Firefox, Windows ». It calls itself by a list of others it resembles.
final class BrowserName {
    private record Sign(Pattern pattern, String name) {
        Sign(String pattern, String name) {
            this(Pattern.compile(pattern), name);
        }
    }

    /// The more particular first: Edge and Opera say that they are Chrome, Chrome that it is Safari.
    private static final List<Sign> BROWSERS = List.of(
            new Sign("Edg", "Edge"),
            new Sign("OPR/", "Opera"),
            new Sign("Firefox/|FxiOS", "Firefox"),
            new Sign("Chrom|CriOS", "Chrome"),
            new Sign("Safari/", "Safari"));

    private static final List<Sign> SYSTEMS = List.of(
            new Sign("Windows", "Windows"),
            new Sign("Android", "Android"),
            new Sign("iPhone|iPad", "iOS"),
            new Sign("Mac OS X", "macOS"),
            new Sign("Linux", "Linux"));

    private BrowserName() {}

    /// What it calls itself when none of them is recognised.
    static String of(String agent) {
        var names = Stream.of(BROWSERS, SYSTEMS)
                .flatMap(signs -> signs.stream()
                        .filter(it -> it.pattern().matcher(agent).find())
                        .limit(1))
                .map(Sign::name)
                .toList();
        return names.isEmpty() ? agent : String.join(", ", names);
    }
}
