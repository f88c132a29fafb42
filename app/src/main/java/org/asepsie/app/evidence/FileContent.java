package org.asepsie.app.evidence;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.asepsie.app.evidence.AttachmentRefused.Problem;

/// Tells what a file is from its bytes. A name is only a claim, and so is the type a browser sends.
final class FileContent {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};
    private static final byte[] ZIP = {'P', 'K', 3, 4};

    private FileContent() {}

    /// @throws AttachmentRefused if the content is none of the kinds, is damaged, or is not what its name says
    static FileKind kind(String name, byte[] bytes) {
        var claimed = FileKind.named(name).orElseThrow(() -> new AttachmentRefused(Problem.UNKNOWN_KIND, name));
        var found = found(name, bytes).orElseThrow(() -> new AttachmentRefused(Problem.NOT_WHAT_IT_SAYS, name));
        var plain = found == FileKind.TXT && claimed == FileKind.CSV;
        if (claimed != found && !plain) {
            throw new AttachmentRefused(Problem.NOT_WHAT_IT_SAYS, name);
        }
        return claimed;
    }

    private static Optional<FileKind> found(String name, byte[] bytes) {
        if (starts(bytes, PDF)) {
            return Optional.of(FileKind.PDF);
        }
        if (starts(bytes, PNG)) {
            return Optional.of(FileKind.PNG);
        }
        if (starts(bytes, JPEG)) {
            return Optional.of(FileKind.JPEG);
        }
        if (starts(bytes, ZIP)) {
            return packed(name, bytes);
        }
        return text(bytes) ? Optional.of(FileKind.TXT) : Optional.empty();
    }

    private static boolean starts(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    /// Reads the table of contents alone, so that a file made to swell when unpacked never does.
    private static Optional<FileKind> packed(String name, byte[] bytes) {
        Set<String> entries = new HashSet<>();
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            zip.getEntries().asIterator().forEachRemaining(it -> entries.add(it.getName()));
        } catch (IOException | IllegalArgumentException damaged) {
            throw new AttachmentRefused(Problem.DAMAGED, name, damaged);
        }
        if (entries.stream().anyMatch(it -> it.endsWith("vbaProject.bin") || it.startsWith("Basic/"))) {
            throw new AttachmentRefused(Problem.HOLDS_MACROS, name);
        }
        if (entries.contains("word/document.xml")) {
            return Optional.of(FileKind.DOCX);
        }
        if (entries.contains("xl/workbook.xml")) {
            return Optional.of(FileKind.XLSX);
        }
        var openDocument = entries.contains("mimetype") && entries.contains("content.xml");
        return openDocument && mentions(bytes, FileKind.ODT.mediaType()) ? Optional.of(FileKind.ODT) : Optional.empty();
    }

    /// An OpenDocument file states its type, unpacked, in its first bytes.
    private static boolean mentions(byte[] bytes, String mediaType) {
        var head = new String(bytes, 0, Math.min(bytes.length, 200), StandardCharsets.ISO_8859_1);
        return head.contains("mimetype" + mediaType);
    }

    /// UTF-8, or Windows-1252 as older programs save it: no control characters but those of layout.
    private static boolean text(byte[] bytes) {
        for (var it : bytes) {
            if (it >= 0 && it < 0x20 && it != '\t' && it != '\n' && it != '\r' && it != '\f') {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (CharacterCodingException notUtf8) {
            return printableWindows1252(bytes);
        }
    }

    private static boolean printableWindows1252(byte[] bytes) {
        var accented = 0;
        for (var it : bytes) {
            var code = it & 0xff;
            if (code == 0x81 || code == 0x8d || code == 0x8f || code == 0x90 || code == 0x9d || code == 0x7f) {
                return false;
            }
            accented += code >= 0x80 ? 1 : 0;
        }
        return accented * 3 <= bytes.length;
    }
}
