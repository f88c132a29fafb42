package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// Holds all words on screen to both languages and to French typography, for every module.
class WordingTest {
    private static final Pattern SAID = Pattern.compile("say\\(\\s*(?:language,\\s*)?\"([a-z][a-z0-9.-]*)\"\\s*[,)]");
    private static final Pattern LITERAL = Pattern.compile("\"([a-z][a-z0-9-]*\\.[a-z0-9.-]*)\"");
    private static final Pattern DEED = Pattern.compile("\"([a-z]+\\.action\\.[a-z-]+)\"");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d)[^}]*}");

    private final Wording wording = new Wording();
    private static final List<String> SOURCES = sources();

    private static List<String> sources() {
        try (var java = Files.walk(Path.of("src/main/java"));
                var templates = Files.walk(Path.of("src/main/jte"))) {
            return Stream.concat(java, templates)
                    .filter(it ->
                            it.toString().endsWith(".java") || it.toString().endsWith(".jte"))
                    .map(WordingTest::read)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Set<String> found(Pattern pattern) {
        var found = new TreeSet<String>();
        SOURCES.forEach(source ->
                pattern.matcher(source).results().map(it -> it.group(1)).forEach(found::add));
        return found;
    }

    @ParameterizedTest
    @EnumSource
    void everyKeyThatIsSaidHasItsWords(Language language) {
        assertThat(found(SAID))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(wording.knows(language, key))
                        .as("%s in %s", key, language)
                        .isTrue());
    }

    /// The audit trail keeps the key of what was done: the trail can no longer be changed, so the words must be there.
    @ParameterizedTest
    @EnumSource
    void everyDeedOfTheAuditTrailHasItsWords(Language language) {
        assertThat(found(DEED))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(wording.knows(language, key))
                        .as("%s in %s", key, language)
                        .isTrue());
    }

    @Test
    void bothLanguagesHoldTheSameKeys() {
        assertThat(wording.keys(Language.EN)).isEqualTo(wording.keys(Language.FR));
    }

    /// A key is used when it stands somewhere as a literal, or begins with a literal that ends in `.` or `-` and is
    /// completed at run time. The words of a module may come before its first page.
    @Test
    void noKeyIsLeftOver() {
        var literals = found(LITERAL);
        var beginnings = literals.stream()
                .filter(it -> it.endsWith(".") || it.endsWith("-"))
                .toList();

        var unused = wording.keys(Language.FR).stream()
                .filter(key -> Files.isDirectory(Path.of("src/main/jte", key.substring(0, key.indexOf('.')))))
                .filter(key -> !literals.contains(key))
                .filter(key -> beginnings.stream().noneMatch(key::startsWith))
                .toList();

        assertThat(unused).isEmpty();
    }

    @Test
    void bothLanguagesTakeTheSameArguments() {
        assertThat(wording.keys(Language.FR))
                .allSatisfy(
                        key -> assertThat(arguments(Language.EN, key)).as(key).isEqualTo(arguments(Language.FR, key)));
    }

    @ParameterizedTest
    @EnumSource
    void whatTakesArgumentsIsAPatternWithoutAStraightApostrophe(Language language) {
        for (var key : wording.keys(language)) {
            if (!arguments(language, key).isEmpty()) {
                var text = wording.say(language, key);
                assertThat(text).as(key).doesNotContain("'");
                assertThat(new MessageFormat(text, language.locale())).as(key).isNotNull();
            }
        }
    }

    /// `''` is how a pattern is written elsewhere; here it would be read as two apostrophes.
    @ParameterizedTest
    @EnumSource
    void noApostropheIsDoubled(Language language) {
        assertThat(wording.keys(language))
                .allSatisfy(
                        key -> assertThat(wording.say(language, key)).as(key).doesNotContain("''", "’’"));
    }

    @ParameterizedTest
    @EnumSource
    void eachFileHoldsTheWordsOfItsModule(Language language) throws IOException {
        try (var files = Files.list(Path.of("src/main/resources/wording"))) {
            for (var file : files.filter(it -> it.toString().endsWith("." + language.code() + ".properties"))
                    .toList()) {
                var module = file.getFileName().toString().replaceFirst("\\..*", "");
                assertThat(typed(file).keySet()).as(file.toString()).allMatch(it -> it.startsWith(module + "."));
            }
        }
    }

    @Test
    void frenchIsTypedAsFrenchIsPrinted() {
        for (var key : wording.keys(Language.FR)) {
            var text = wording.say(Language.FR, key);
            assertThat(text)
                    .as(key)
                    .doesNotContain("...")
                    .doesNotContain("\"")
                    .doesNotContain("“")
                    .doesNotContainPattern("[\\p{L}\\d)»][;!?](?:\\s|$)")
                    .doesNotContainPattern("[\\p{L}\\d)»]:(?:\\s|$)")
                    .doesNotContainPattern("\\d[€%]")
                    .doesNotContainPattern("«[^\\s\u00a0\u202f]|[^\\s\u00a0\u202f]»")
                    .doesNotContainPattern("(?i)\\bm[ée]tre l|\\bcoeur|\\boeuvre");
        }
    }

    @Test
    void everyIconThatIsDrawnExists() {
        var drawn = found(Pattern.compile("page\\.icon\\(name = \"([a-z-]+)\""));

        assertThat(drawn).isNotEmpty();
        assertThat(Icons.names()).containsAll(drawn);
    }

    @Test
    void templatesKeepToTheContentPolicy() throws IOException {
        try (var templates = Files.walk(Path.of("src/main/jte"))) {
            for (var template :
                    templates.filter(it -> it.toString().endsWith(".jte")).toList()) {
                assertThat(read(template))
                        .as(template.toString())
                        .doesNotContainPattern("\\sstyle=")
                        .doesNotContainPattern("<style")
                        .doesNotContainPattern("\\son(click|change|submit|input|load|key\\w+)=")
                        .doesNotContainPattern("hx-on|hx-vals=\"js:|javascript:");
            }
        }
    }

    private Set<String> arguments(Language language, String key) {
        var arguments = new TreeSet<String>();
        ARGUMENT.matcher(wording.say(language, key))
                .results()
                .map(MatchResult::group)
                .map(it -> it.substring(1, 2))
                .forEach(arguments::add);
        return arguments;
    }

    private static TreeMap<String, String> typed(Path file) throws IOException {
        var words = new Properties();
        try (var reader = new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8)) {
            words.load(reader);
        }
        var sorted = new TreeMap<String, String>();
        words.forEach((key, text) -> sorted.put(key.toString(), text.toString()));
        return sorted;
    }
}
