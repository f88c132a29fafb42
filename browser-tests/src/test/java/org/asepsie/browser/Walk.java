package org.asepsie.browser;

import com.microsoft.playwright.Page;
import java.net.URI;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/// Follows every link from the first page, one page of each shape.
///
/// Two addresses are of one shape when only a name in them differs: the plans of two homes, two themes. A find-out
/// action and a measure are two shapes, since their pages hold other things.
final class Walk {
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}-[0-9a-f-]{27}");
    private static final Pattern DOWNLOAD =
            Pattern.compile("/exports/|/attachments/|/files/|\\.(pdf|xlsx|csv|json|yaml|txt)$");
    private static final String LINKS = """
            () => [...document.querySelectorAll("a[href]:not([download])")]
                .map(a => new URL(a.href))
                .filter(it => it.origin === location.origin)
                .map(it => it.pathname)""";

    private final Page page;
    private final ArrayDeque<String> open = new ArrayDeque<>();
    private final Set<String> seen = new HashSet<>();

    Walk(Page page) {
        this.page = page;
    }

    /// What is done on each page.
    interface Stop {
        void at(String shape, String address);
    }

    /// Starts where the browser is.
    void along(Stop stop) {
        add(URI.create(page.url()).getPath());
        while (!open.isEmpty()) {
            var address = open.remove();
            page.navigate(URI.create(page.url()).resolve(address).toString());
            stop.at(shape(address), address);
            for (var link : (List<?>) page.evaluate(LINKS)) {
                add(String.valueOf(link));
            }
        }
    }

    private void add(String address) {
        if (!DOWNLOAD.matcher(address).find() && seen.add(shape(address))) {
            open.add(address);
        }
    }

    static String shape(String address) {
        var parts = ID.matcher(address).replaceAll("id").split("/");
        for (var i = 2; i < parts.length; i++) {
            switch (parts[i - 1]) {
                case "diagnosis", "result", "evidence", "questions", "history", "points", "cells" -> {
                    parts[i] = "it";
                    if (i + 1 < parts.length) {
                        parts[i + 1] = "part";
                    }
                }
                case "plan" -> parts[i] = parts[i].replaceAll("\\..*", "");
                default -> {
                    // The address says itself which page it is.
                }
            }
        }
        return String.join("/", parts);
    }
}
