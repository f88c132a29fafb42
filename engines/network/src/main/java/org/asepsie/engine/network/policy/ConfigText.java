package org.asepsie.engine.network.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A configuration as lines of text. Line ends may be LF, CR LF or CR, mixed; bytes that are not UTF-8
/// are read as Latin-1, and a byte order mark is dropped. Lines count from 1, as in an editor.
public final class ConfigText {
    /// What a reader of bytes puts in the place of those that are not UTF-8.
    private static final char REPLACEMENT = '\uFFFD';

    private final String file;
    private final String text;
    /// Two numbers a line: where it starts, and where it ends.
    private final int[] bounds;
    private final int count;

    /// Line ends are looked for once, by `indexOf`, which the machine does many characters at a time.
    private ConfigText(String file, String text) {
        this.file = file;
        this.text = text;
        var found = new int[2 * Math.max(16, text.length() / 40)];
        int filled = 0;
        int feed = next(text, '\n', 0);
        int carriage = next(text, '\r', 0);
        int at = 0;
        while (at < text.length()) {
            if (filled == found.length) {
                found = Arrays.copyOf(found, filled * 2);
            }
            int end = Math.min(feed, carriage);
            boolean pair = carriage + 1 == feed;
            found[filled++] = at;
            found[filled++] = end;
            at = end + (pair && end == carriage ? 2 : 1);
            feed = feed < at ? next(text, '\n', at) : feed;
            carriage = carriage < at ? next(text, '\r', at) : carriage;
        }
        bounds = found;
        count = filled / 2;
    }

    private static int next(String text, char end, int from) {
        int at = text.indexOf(end, from);
        return at < 0 ? text.length() : at;
    }

    /// @param file the name to show in positions
    public static ConfigText of(String file, byte[] bytes) {
        var decoded = decode(bytes);
        return of(file, decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    public static ConfigText of(String file, String text) {
        return new ConfigText(file, text);
    }

    /// The lenient reader is the fast one; only where it had to put something in the place of a byte, or the file
    /// itself
    /// holds that character, does the strict one decide.
    private static String decode(byte[] bytes) {
        var lenient = new String(bytes, StandardCharsets.UTF_8);
        if (lenient.indexOf(REPLACEMENT) < 0) {
            return lenient;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException _) {
            return new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    public String file() {
        return file;
    }

    public int lines() {
        return count;
    }

    /// Line `number`, from 1 to [#lines], without its end.
    public String line(int number) {
        return text.substring(bounds[2 * number - 2], bounds[2 * number - 1]);
    }

    /// Where line `number` begins in [#whole].
    public int start(int number) {
        return bounds[2 * number - 2];
    }

    /// Where line `number` ends in [#whole], before its end of line.
    public int end(int number) {
        return bounds[2 * number - 1];
    }

    /// Where line `number` begins, blanks left out; its end if it holds nothing else.
    public int firstWord(int number) {
        int at = start(number);
        int end = end(number);
        while (at < end && isBlank(text.charAt(at))) {
            at++;
        }
        return at;
    }

    /// Where line `number` ends, blanks left out, given where its first word begins.
    public int lastWord(int number, int firstWord) {
        int end = end(number);
        while (end > firstWord && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    /// Line `number` without the blanks around it.
    public String stripped(int number) {
        int first = firstWord(number);
        return text.substring(first, lastWord(number, first));
    }

    private static boolean isBlank(char letter) {
        return letter <= ' '
                ? letter == ' ' || Character.isWhitespace(letter)
                : letter > '~' && Character.isWhitespace(letter);
    }

    public Position at(int line) {
        return new Position(file, line);
    }

    /// The whole text, for formats that are not read by lines (XML, JSON).
    public String whole() {
        return text;
    }
}
