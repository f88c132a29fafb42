package org.asepsie.app.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;

/// What people send instead of the workbook they were asked for, by mistake or to harm.
public final class BadWorkbooks {
    private static final int MEGABYTE = 1 << 20;

    private BadWorkbooks() {}

    public static byte[] pdf() {
        return "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
    }

    public static byte[] text() {
        return "bonjour".getBytes(StandardCharsets.US_ASCII);
    }

    /// The beginning of an .xls, and of any document that a password locks.
    public static byte[] oldFormat() {
        var begin = new int[] {0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1};
        var old = new byte[600];
        for (var i = 0; i < begin.length; i++) {
            old[i] = (byte) begin[i];
        }
        return old;
    }

    /// A good workbook cut at fifty places, the last one byte before its end.
    public static List<byte[]> cutShort(byte[] whole) {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(it -> Arrays.copyOf(whole, Math.min(whole.length * it / 50, whole.length - 1)))
                .toList();
    }

    /// A good workbook with bytes turned over in the middle of what it packs.
    public static byte[] scribbledOver(byte[] whole) {
        var bad = whole.clone();
        var random = new Random(7);
        for (var i = whole.length / 4; i < whole.length / 2; i++) {
            bad[i] ^= (byte) (1 + random.nextInt(255));
        }
        return bad;
    }

    /// A good workbook with 300 MB of blanks added to one of its parts.
    public static byte[] swelling(byte[] whole, String part) throws IOException {
        return repacked(whole, (name, out) -> {
            var blanks = " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII);
            for (var i = 0; i < 300 && name.equals(part); i++) {
                out.write(blanks);
            }
        });
    }

    /// A good workbook with a hundred parts more. Each is modest in size and packed no more tightly than text is:
    /// only their sum, 100 MB, is too much.
    public static byte[] swellingInManyParts(byte[] whole) throws IOException {
        var random = new Random(7);
        var letters = new byte[MEGABYTE];
        for (var i = 0; i < letters.length; i++) {
            letters[i] = i % 64 == 0 ? (byte) ('a' + random.nextInt(26)) : (byte) ' ';
        }
        return repacked(whole, (name, out) -> {
            for (var i = 0; i < 100 && name.equals("[Content_Types].xml"); i++) {
                out.closeEntry();
                out.putNextEntry(new ZipEntry("xl/media/image" + i + ".txt"));
                out.write(letters);
            }
        });
    }

    private interface Addition {
        void after(String part, ZipOutputStream out) throws IOException;
    }

    private static byte[] repacked(byte[] whole, Addition addition) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var template = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(whole))
                        .get();
                var out = new ZipOutputStream(bytes)) {
            for (var entry : Collections.list(template.getEntries())) {
                out.putNextEntry(new ZipEntry(entry.getName()));
                template.getInputStream(entry).transferTo(out);
                addition.after(entry.getName(), out);
            }
        }
        return bytes.toByteArray();
    }
}
