package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Reads the colours where they are kept, and holds every pair we write with to WCAG 2.2 (1.4.3: 4.5 to 1;
/// 1.4.11: 3 to 1 for the lines of controls).
class PaletteTest {
    private static final Pattern BLOCK = Pattern.compile("(:root[^{]*)\\{([^}]*)}");
    private static final Pattern TOKEN = Pattern.compile("--([a-z-]+): (#[0-9a-f]{6});");

    record Pair(String theme, String front, String back, double wanted, Map<String, String> colours) {
        String colour(String token) {
            return Objects.requireNonNull(colours.get(token), token);
        }

        @Override
        public String toString() {
            return theme + ": " + front + " on " + back;
        }
    }

    private static List<Map<String, String>> palettes() {
        try {
            var css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"));
            var palettes = new ArrayList<Map<String, String>>();
            BLOCK.matcher(css).results().forEach(block -> {
                var colours = new TreeMap<String, String>();
                TOKEN.matcher(block.group(2)).results().forEach(it -> colours.put(it.group(1), it.group(2)));
                if (!colours.isEmpty()) {
                    palettes.add(colours);
                }
            });
            return palettes;
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static Stream<Pair> pairs() {
        var names = List.of("light", "dark");
        return Stream.of(0, 1).flatMap(i -> {
            var colours = palettes().get(i);
            var theme = names.get(i);
            var text = Stream.of("ink", "ink-soft", "accent", "accent-strong", "amber", "brick", "violet")
                    .flatMap(front -> Stream.of("paper", "surface", "sunken")
                            .map(back -> new Pair(theme, front, back, 4.5, colours)));
            var marked = Stream.of(
                    new Pair(theme, "on-accent", "accent", 4.5, colours),
                    new Pair(theme, "on-accent", "accent-strong", 4.5, colours),
                    new Pair(theme, "ink", "accent-soft", 4.5, colours),
                    new Pair(theme, "ink-soft", "accent-soft", 4.5, colours),
                    new Pair(theme, "accent", "accent-soft", 4.5, colours),
                    new Pair(theme, "accent-strong", "accent-soft", 4.5, colours),
                    new Pair(theme, "ink", "amber-soft", 4.5, colours),
                    new Pair(theme, "amber", "amber-soft", 4.5, colours),
                    new Pair(theme, "ink", "brick-soft", 4.5, colours),
                    new Pair(theme, "brick", "brick-soft", 4.5, colours),
                    new Pair(theme, "ink", "violet-soft", 4.5, colours),
                    new Pair(theme, "violet", "violet-soft", 4.5, colours),
                    new Pair(theme, "line-strong", "surface", 3, colours),
                    new Pair(theme, "line-strong", "paper", 3, colours));
            return Stream.concat(text, marked);
        });
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pairs")
    void isReadable(Pair pair) {
        var contrast = contrast(pair.colour(pair.front()), pair.colour(pair.back()));

        assertThat(contrast).isGreaterThanOrEqualTo(pair.wanted());
    }

    @Test
    void darkIsTheSameWhetherChosenOrTakenFromTheDevice() {
        assertThat(palettes()).hasSize(3);
        assertThat(palettes().get(2)).isEqualTo(palettes().get(1));
        assertThat(palettes().get(1).keySet()).isEqualTo(palettes().get(0).keySet());
    }

    @Test
    void styleSheetsTakeTheirColoursFromTheTokens() throws IOException {
        try (var sheets = Files.list(Path.of("src/main/resources/static/css"))) {
            for (var sheet : sheets.filter(it -> !it.endsWith("tokens.css") && !it.endsWith("print.css"))
                    .toList()) {
                assertThat(Files.readString(sheet)).as(sheet.toString()).doesNotContainPattern("#[0-9a-fA-F]{3,8}\\b");
            }
        }
    }

    @Test
    void measuresContrastAsTheStandardDoes() {
        assertThat(contrast("#000000", "#ffffff")).isEqualTo(21);
        assertThat(contrast("#777777", "#ffffff")).isBetween(4.47, 4.49);
    }

    private static double contrast(String one, String other) {
        var a = luminance(one);
        var b = luminance(other);
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(String colour) {
        return 0.2126 * channel(colour, 1) + 0.7152 * channel(colour, 3) + 0.0722 * channel(colour, 5);
    }

    private static double channel(String colour, int from) {
        var share = Integer.parseInt(colour, from, from + 2, 16) / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
