package org.asepsie.engine.network.policy;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/// A configuration as lines of text. Line ends may be LF, CR LF or CR, mixed; bytes that are not UTF-8
/// are read as Latin-1, and a byte order mark is dropped. Lines count from 1, as in an editor.
public final class ConfigText {
    private final String file;
    private final String text;
    private final int[] starts;
    private final int count;

    private ConfigText(String file, String text) {
        this.file = file;
        this.text = text;
        var found = new int[Math.max(16, text.length() / 40)];
        int lines = 0;
        int at = 0;
        while (at < text.length()) {
            if (lines == found.length) {
                found = Arrays.copyOf(found, lines * 2);
            }
            found[lines++] = at;
            at = afterEndOfLine(at);
        }
        starts = found;
        count = lines;
    }

    /// @param file the name to show in positions
    public static ConfigText of(String file, byte[] bytes) {
        var decoded = decode(bytes);
        return of(file, decoded.startsWith("\uFEFF") ? decoded.substring(1) : decoded);
    }

    public static ConfigText of(String file, String text) {
        return new ConfigText(file, text);
    }

    private static String decode(byte[] bytes) {
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

    private int afterEndOfLine(int from) {
        int end = endOfLine(from);
        boolean pair = end + 1 < text.length() && text.charAt(end) == '\r' && text.charAt(end + 1) == '\n';
        return end + (pair ? 2 : 1);
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    public String file() {
        return file;
    }

    public int lines() {
        return count;
    }

    /// Line `number`, from 1 to [#lines], without its end.
    public String line(int number) {
        int start = starts[number - 1];
        return text.substring(start, endOfLine(start));
    }

    public Position at(int line) {
        return new Position(file, line);
    }

    /// The whole text, for formats that are not read by lines (XML, JSON).
    public String whole() {
        return text;
    }
}
