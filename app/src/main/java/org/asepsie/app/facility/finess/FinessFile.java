package org.asepsie.app.facility.finess;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.asepsie.app.facility.finess.NotAFinessFile.Why;

/// A file of the register, plain or compressed, of either format: told apart by its first bytes, never by its name.
public final class FinessFile {
    private static final int SNIFFED = 1_024;

    private final Path path;
    private final AtomicLong position = new AtomicLong();

    public FinessFile(Path path) {
        this.path = path;
    }

    /// How many bytes of the file were taken in so far: for a progress bar, from any thread.
    public long position() {
        return position.get();
    }

    /// Hands over every site and every line refused, in the order of the file.
    ///
    /// @throws NotAFinessFile if the file is of another kind, cut short, damaged or without a single site
    public void read(Consumer<Reading> each) throws IOException {
        var counted = new Counted(each);
        try {
            var start = start();
            if (start.startsWith("{")) {
                try (var bytes = open()) {
                    new FinessPlusReader().read(bytes, counted);
                }
            } else if (start.startsWith("finess;") || start.startsWith("structureet;")) {
                var encoding = encoding();
                try (var bytes = open()) {
                    skipByteOrderMark(bytes);
                    new ClassicReader().read(strict(bytes, encoding), counted);
                }
            } else {
                throw new NotAFinessFile(kindOf(start), 0);
            }
        } catch (EOFException cut) {
            throw new NotAFinessFile(Why.TRUNCATED, counted.line, cut);
        } catch (ZipException broken) {
            throw new NotAFinessFile(Why.BROKEN, counted.line, broken);
        } catch (CharacterCodingException unreadable) {
            throw new NotAFinessFile(Why.ENCODING, counted.line, unreadable);
        }
        if (counted.sites == 0) {
            throw new NotAFinessFile(Why.NO_SITE, 0);
        }
    }

    /// Strict UTF-8 when the whole file is, else Windows-1252: editions differ, and a file is never a mixture.
    private Charset encoding() throws IOException {
        try (var bytes = open();
                var text = strict(bytes, StandardCharsets.UTF_8)) {
            var buffer = new char[16_384];
            while (text.read(buffer) >= 0) {
                // Only whether it can be read matters.
            }
            return StandardCharsets.UTF_8;
        } catch (CharacterCodingException notUtf8) {
            return Charset.forName("windows-1252");
        }
    }

    private static InputStreamReader strict(InputStream bytes, Charset encoding) {
        return new InputStreamReader(
                bytes,
                encoding.newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
    }

    private InputStream open() throws IOException {
        position.set(0);
        var raw = new BufferedInputStream(new Counting(Files.newInputStream(path)), 65_536);
        try {
            raw.mark(2);
            var compressed = raw.read() == 0x1f && raw.read() == 0x8b;
            raw.reset();
            return compressed ? new BufferedInputStream(new GZIPInputStream(raw, 65_536), 65_536) : raw;
        } catch (IOException failed) {
            raw.close();
            throw failed;
        }
    }

    /// The first characters, lower case, without blanks in front; Latin letters alone matter.
    private String start() throws IOException {
        try (var bytes = open()) {
            skipByteOrderMark(bytes);
            return new String(bytes.readNBytes(SNIFFED), StandardCharsets.ISO_8859_1)
                    .stripLeading()
                    .toLowerCase(Locale.ROOT);
        }
    }

    private static void skipByteOrderMark(InputStream bytes) throws IOException {
        bytes.mark(3);
        if (!(bytes.read() == 0xef && bytes.read() == 0xbb && bytes.read() == 0xbf)) {
            bytes.reset();
        }
    }

    private static Why kindOf(String start) {
        if (start.isEmpty()) {
            return Why.EMPTY;
        }
        if (start.startsWith("pk\u0003\u0004") || start.startsWith("\u00d0\u00cf\u0011\u00e0")) {
            return Why.ARCHIVE_OR_SPREADSHEET;
        }
        if (start.startsWith("%pdf")) {
            return Why.PDF;
        }
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.contains("<html")) {
            return Why.WEB_PAGE;
        }
        if (start.startsWith("\u00ff\u00fe") || start.startsWith("\u00fe\u00ff")) {
            return Why.UTF_16;
        }
        return start.startsWith("<") ? Why.XML : Why.UNKNOWN;
    }

    private static final class Counted implements Consumer<Reading> {
        private final Consumer<Reading> each;
        private long sites;
        private long line;

        Counted(Consumer<Reading> each) {
            this.each = each;
        }

        @Override
        public void accept(Reading reading) {
            switch (reading) {
                case Reading.Read(var site) -> {
                    sites++;
                    line = site.line();
                }
                case Reading.Refused refused -> line = refused.line();
            }
            each.accept(reading);
        }
    }

    private final class Counting extends FilterInputStream {
        Counting(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            var one = super.read();
            if (one >= 0) {
                position.incrementAndGet();
            }
            return one;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            var count = super.read(into, offset, length);
            if (count > 0) {
                position.addAndGet(count);
            }
            return count;
        }
    }
}
