package org.asepsie.engine.directory.reader;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;
import org.asepsie.engine.directory.ldif.Ldif;
import org.asepsie.engine.directory.oradad.Oradad;
import org.asepsie.engine.directory.pingcastle.PingCastle;
import org.asepsie.engine.directory.pingcastle.PingCastleReport;
import org.asepsie.engine.directory.sharphound.SharpHound;

/// Reads files of any known format into one forest. The format is told by the content, not by the name.
public final class Inputs {
    private static final int HEAD = 512;

    private Inputs() {}

    /// What was read: the forest, and reports of other tools, which are evidence of a third party and no collection.
    public record Read(Forest forest, List<PingCastleReport> reports) {
        public Read {
            reports = List.copyOf(reports);
        }
    }

    /// @throws Unreadable if any of the files cannot be used: nothing is concluded from the others alone
    public static Read read(List<Path> files) {
        return read(files, _ -> {});
    }

    /// @param begun told of each file before it is read, for whoever watches
    public static Read read(List<Path> files, Consumer<Path> begun) {
        var forest = new ForestBuilder();
        var reports = new ArrayList<PingCastleReport>();
        for (var file : files) {
            begun.accept(file);
            switch (format(file)) {
                case JSON, ZIP -> new SharpHound(forest).read(file);
                case LDIF -> new Ldif(forest).read(file);
                case ORADAD -> new Oradad(forest).read(file);
                case PINGCASTLE -> reports.add(PingCastle.read(file));
            }
        }
        return new Read(forest.build(), reports);
    }

    private enum Format {
        JSON,
        ZIP,
        LDIF,
        ORADAD,
        PINGCASTLE
    }

    private static Format format(Path file) {
        var name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return Format.ORADAD;
        }
        byte[] head;
        try (var in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        } catch (IOException unopened) {
            throw new Unreadable(Reason.UNOPENED, name, unopened);
        }
        if (head.length == 0) {
            throw new Unreadable(Reason.TRUNCATED, name, "an empty file");
        }
        return format(head, name);
    }

    private static Format format(byte[] head, String name) {
        if (head.length > 1 && head[0] == 'P' && head[1] == 'K') {
            return Format.ZIP;
        }
        if (head.length > 1 && head[0] == 0x1F && head[1] == (byte) 0x8B) {
            return Format.LDIF;
        }
        if (new String(head, 0, Math.min(3, head.length), StandardCharsets.ISO_8859_1).equals("MLA")) {
            throw new Unreadable(Reason.ENCRYPTED, name, "MLA");
        }
        var text = new String(head, StandardCharsets.ISO_8859_1)
                .replaceAll("[^\\x20-\\x7E\\n]", "") // marks, and the zeros of UTF-16
                .strip();
        if (text.startsWith("{")) {
            return Format.JSON;
        }
        if (text.startsWith("<")) {
            return Format.PINGCASTLE;
        }
        var lower = text.toLowerCase(Locale.ROOT);
        if (lower.startsWith("dn:") || lower.startsWith("version:") || lower.startsWith("#")) {
            return Format.LDIF;
        }
        throw new Unreadable(Reason.UNKNOWN_FORMAT, name, text.substring(0, Math.min(20, text.length())));
    }
}
