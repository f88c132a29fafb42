package org.asepsie.engine.directory.sharphound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.json.JsonFactory;

/// Our reader of JSON says what a general one says, and refuses what that one refuses.
class TokensTest {
    private static final JsonFactory JSON = new JsonFactory();
    private static final String SAMPLE = """
            {"Aces": [{"PrincipalSID":"S-1-5-11","IsInherited":true, "InheritanceHash":""},{"a":-0.5e+3,"b":12}],
             "né\\u00e9": ["\\n\\t\\"\\\\\\/", "€ 😀 \\ud83d\\ude00", 0, -9223372036854775808, 99999999999999999999, 1E2],
            "empty":{},"none":[], "nest":[[[{"x":null}]]],"f":false}""";
    private static final String DAMAGE = "{}[]\",:\\/ue0123-+.tfn \n\t\u0001é€";

    static Stream<Integer> seeds() {
        return IntStream.range(0, 40).boxed();
    }

    @Test
    void readsWhatAGeneralReaderReads() {
        assertThat(ours(SAMPLE.getBytes(UTF_8)))
                .isEqualTo(theirs(SAMPLE.getBytes(UTF_8)))
                .isPresent();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acceptsAndRefusesDamagedFilesAsAGeneralReaderDoes(int seed) {
        var lots = new Random(seed);
        for (var round = 0; round < 250; round++) {
            var damaged = damaged(SAMPLE.getBytes(UTF_8), lots);
            assertThat(ours(damaged)).as(() -> new String(damaged, UTF_8)).isEqualTo(theirs(damaged));
        }
    }

    /// The first byte stays: a file that is no object at all is refused one step further.
    private static byte[] damaged(byte[] whole, Random lots) {
        var bytes = whole.clone();
        var marks = DAMAGE.getBytes(UTF_8);
        for (var left = 1 + lots.nextInt(3); left > 0; left--) {
            bytes[1 + lots.nextInt(bytes.length - 1)] = marks[lots.nextInt(marks.length)];
        }
        return lots.nextInt(4) == 0 ? Arrays.copyOf(bytes, 1 + lots.nextInt(bytes.length)) : bytes;
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "UTF-8"})
    void readsOtherEncodingsWithAndWithoutAMark(String encoding) {
        var wanted = ours(SAMPLE.getBytes(UTF_8));

        assertThat(ours(SAMPLE.getBytes(Charset.forName(encoding)))).isEqualTo(wanted);
        assertThat(ours(("\uFEFF" + SAMPLE).getBytes(Charset.forName(encoding))))
                .isEqualTo(wanted);
    }

    @ParameterizedTest(name = "{0} bytes at a time")
    @ValueSource(ints = {1, 3, 7, 64})
    void whereAReadingEndsMakesNoDifference(int most) {
        var text = "{\"data\":["
                + "{\"PrincipalSID\":\"é\",\"b\":[1.5,\"%s\"]},"
                        .formatted("x".repeat(90_000))
                        .repeat(3) + "null]}";
        var bytes = text.getBytes(UTF_8);

        assertThat(values(new ByteArrayInputStream(bytes) {
                    @Override
                    public synchronized int read(byte[] buffer, int offset, int length) {
                        return super.read(buffer, offset, Math.min(most, length));
                    }
                }))
                .isEqualTo(values(new ByteArrayInputStream(bytes)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"a":tru}     | MALFORMED      | file:1:9
            {"a":1        | TRUNCATED      | file:1:7
            {"a" 1}       | MALFORMED      | file:1:6
            """)
    void saysWhereAFileIsBroken(String json, Reason reason, String place) {
        assertThatThrownBy(() -> values(new ByteArrayInputStream(json.getBytes(UTF_8))))
                .isInstanceOfSatisfying(Unreadable.class, it -> {
                    assertThat(it.reason()).isEqualTo(reason);
                    assertThat(it.where()).isEqualTo(place);
                });
    }

    @Test
    void countsLines() {
        assertThatThrownBy(() -> values(new ByteArrayInputStream("{\n\"a\":1,\n  x}".getBytes(UTF_8))))
                .isInstanceOfSatisfying(
                        Unreadable.class, it -> assertThat(it.where()).isEqualTo("file:3:3"));
    }

    @Test
    void theSameEntryIsReadOnceAndOtherwiseAnew() {
        var entries = List.of(
                "{\"PrincipalSID\":\"S-1-5-21-1-2-3-512\",\"RightName\":\"GenericAll\",\"IsInherited\":true}",
                "{\"PrincipalSID\":\"S-1-5-21-1-2-3-513\",\"RightName\":\"GenericAll\",\"IsInherited\":true}",
                "{\"PrincipalSID\":\"a}b\",\"RightName\":\"{}\",\"More\":{\"x\":\"}\"}}",
                "{\"PrincipalSID\":\"S-1-5-21-1-2-3-512\",\n\"RightName\":\"GenericAll\"}");
        var json = "[" + String.join(",", entries) + "," + String.join(" , ", entries) + "]";
        var tokens = new Tokens(new Window(new ByteArrayInputStream(json.getBytes(UTF_8)), "file"));
        var seen = new SeenEntries();

        tokens.next();
        var read = Stream.generate(() -> {
                    assertThat(tokens.next()).isEqualTo(Tokens.Token.OBJECT);
                    return seen.read(tokens);
                })
                .limit(8)
                .toList();

        assertThat(tokens.next()).isEqualTo(Tokens.Token.END_ARRAY);
        assertThat(read.subList(4, 8))
                .extracting(KnownEntry::trustee)
                .containsExactlyElementsOf(
                        read.subList(0, 4).stream().map(KnownEntry::trustee).toList());
        assertThat(read.get(4)).isSameAs(read.get(0)).isNotSameAs(read.get(1));
        assertThat(read.get(1).trustee()).endsWith("-513");
        assertThat(read.get(6).trustee()).isEqualTo("a}b");
    }

    private static Optional<Object> ours(byte[] json) {
        try {
            return Optional.of(values(new ByteArrayInputStream(json)));
        } catch (Unreadable refused) {
            return Optional.empty();
        }
    }

    private static Object values(InputStream in) {
        try {
            var tokens = new Tokens(new Window(Utf8.of(in), "file"));
            tokens.next();
            return Json.value(tokens);
        } catch (IOException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static Optional<Object> theirs(byte[] json) {
        try (var parser = JSON.createParser(ObjectReadContext.empty(), json)) {
            parser.nextToken();
            return Optional.of(value(parser));
        } catch (JacksonException refused) {
            return Optional.empty();
        }
    }

    private static Object value(JsonParser json) {
        return switch (json.currentToken()) {
            case START_OBJECT -> {
                var fields = new LinkedHashMap<String, Object>();
                for (var name = json.nextName(); name != null; name = json.nextName()) {
                    json.nextToken();
                    fields.put(name.toLowerCase(Locale.ROOT), value(json));
                }
                yield new Json(fields);
            }
            case START_ARRAY -> {
                var list = new ArrayList<>();
                while (json.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(json));
                }
                yield list;
            }
            case VALUE_STRING -> json.getString();
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NUMBER_INT ->
                json.getNumberType() == JsonParser.NumberType.BIG_INTEGER ? Long.MAX_VALUE : json.getLongValue();
            case VALUE_NUMBER_FLOAT -> (long) json.getDoubleValue();
            case null, default -> Json.NULL;
        };
    }
}
