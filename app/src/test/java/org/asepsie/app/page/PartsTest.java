package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.ui.ExtendedModelMap;

/// The page that shows every part also writes itself below `target/parts`, to be looked at in a browser.
class PartsTest {
    private static String parts(Language language, Theme theme) {
        var model = new ExtendedModelMap();
        var template = new DesignController().parts(model) + ".jte";
        return SamplePage.render(
                template, SamplePage.in(language, theme, Role.DIRECTOR, "/f/home/plan/a"), Map.copyOf(model));
    }

    @ParameterizedTest
    @EnumSource
    void everyPartShowsItselfWithoutInlineStyleOrScript(Language language) throws IOException {
        var html = parts(language, Theme.AUTO);

        assertThat(html)
                .contains("<html lang=\"" + language.code() + "\"")
                .doesNotContain(" style=")
                .doesNotContain("⟦")
                .doesNotContainPattern("\\son[a-z]+=")
                .doesNotContainPattern("<script(?![^>]* src=)");
        for (var theme : Theme.values()) {
            var file = Path.of("target", "parts", language.code() + "-" + theme.code() + ".html");
            Files.createDirectories(file.getParent());
            Files.writeString(file, parts(language, theme).replace("/assets/", "../classes/static/"));
        }
    }

    @Test
    void eachIdStandsOnceInThePage() {
        var ids = java.util.regex.Pattern.compile("\\sid=\"([^\"]+)\"")
                .matcher(parts(Language.FR, Theme.AUTO))
                .results()
                .map(it -> it.group(1))
                .toList();

        assertThat(ids).isNotEmpty().doesNotHaveDuplicates();
    }

    @Test
    void headingsGoDownOneLevelAtATime() {
        var levels = java.util.regex.Pattern.compile("<h([1-6])")
                .matcher(parts(Language.FR, Theme.AUTO))
                .results()
                .map(it -> Integer.parseInt(it.group(1)))
                .toList();

        assertThat(levels).startsWith(1).filteredOn(it -> it == 1).hasSize(1);
        for (var i = 1; i < levels.size(); i++) {
            assertThat(levels.get(i)).isLessThanOrEqualTo(levels.get(i - 1) + 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyToneHasASymbolBesideItsColour(Tone tone) {
        assertThat(Arrays.asList(tone.icon()))
                .allSatisfy(it -> assertThat(Icons.names()).contains(it));
    }
}
