package org.asepsie.app.knowledge;

import java.io.IOException;
import java.util.Collections;
import java.util.function.Function;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.util.ZipFileZipEntrySource;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/// Opens a workbook that somebody sent. The file is a stranger's: a PDF under another name, a file cut short or a
/// trap that unpacks without end is refused, and nothing else happens.
public final class SentWorkbook {
    /// A questionnaire unpacks to less than a tenth of this, all parts together. Bytes.
    private static final long LARGEST = 32L << 20;

    private static final int MOST_PARTS = 500;

    /// Why a file is not opened.
    public enum Refusal {
        PDF,
        OLD_OR_LOCKED,
        NOT_A_WORKBOOK,
        DAMAGED,
        TRAP
    }

    private SentWorkbook() {}

    /// @param reading what to make of the workbook; damage may show only there, as any exception
    /// @param refused what to make of a file that is none
    public static <T> T read(byte[] bytes, Function<XSSFWorkbook, T> reading, Function<Refusal, T> refused) {
        return switch (FileMagic.valueOf(bytes)) {
            case OOXML -> open(bytes, reading, refused);
            case PDF -> refused.apply(Refusal.PDF);
            case OLE2 -> refused.apply(Refusal.OLD_OR_LOCKED);
            default -> refused.apply(Refusal.NOT_A_WORKBOOK);
        };
    }

    /// The table of contents stands at the end of the file, so one that is cut short has none. What is measured
    /// here and what is read afterwards go by the same table.
    private static <T> T open(byte[] bytes, Function<XSSFWorkbook, T> reading, Function<Refusal, T> refused) {
        try (var zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            if (swells(zip)) {
                return refused.apply(Refusal.TRAP);
            }
            try (var workbook = new XSSFWorkbook(OPCPackage.open(new ZipFileZipEntrySource(zip)))) {
                return reading.apply(workbook);
            }
        } catch (IOException | OpenXML4JException | RuntimeException damage) {
            return refused.apply(Refusal.DAMAGED);
        }
    }

    /// Unpacks all of it, keeping nothing: what a trap says of its size cannot be believed.
    private static boolean swells(ZipFile zip) throws IOException {
        var parts = Collections.list(zip.getEntries());
        if (parts.size() > MOST_PARTS) {
            return true;
        }
        var block = new byte[1 << 16];
        var total = 0L;
        for (var part : parts) {
            try (var content = zip.getInputStream(part)) {
                for (int read; (read = content.read(block)) >= 0; ) {
                    total += read;
                    if (total > LARGEST) {
                        return true;
                    }
                }
            }
        }
        return false;
    }
}
