package org.asepsie.engine.directory.ldif;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.entry.EntryReader;
import org.asepsie.engine.directory.input.Unpacked;
import org.asepsie.engine.directory.input.Unreadable;
import org.asepsie.engine.directory.input.Unreadable.Reason;

/// Reads one LDIF file as one source. One pass; one entry at a time in memory.
public final class Ldif {
    private static final int BUFFER = 1 << 16;
    private static final int GZIP = 0x8B1F;

    private final ForestBuilder forest;

    public Ldif(ForestBuilder forest) {
        this.forest = forest;
    }

    /// @throws Unreadable if the file cannot be used; the builder then holds a part of it and is to be dropped
    public void read(Path file) {
        var name = String.valueOf(file.getFileName());
        try (var in = opened(file, name)) {
            read(in, name);
        } catch (EOFException | ZipException broken) {
            throw new Unreadable(Reason.TRUNCATED, name, broken);
        } catch (IOException unopened) {
            throw new Unreadable(Reason.UNOPENED, name, unopened);
        }
    }

    private static InputStream opened(Path file, String name) throws IOException {
        var in = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        in.mark(2);
        var gzip = (in.read() | in.read() << 8) == GZIP;
        in.reset();
        return gzip
                ? new BufferedInputStream(
                        new Unpacked(new GZIPInputStream(in, BUFFER), name, new Unpacked.Allowance(Files.size(file))),
                        BUFFER)
                : in;
    }

    void read(InputStream in, String name) throws IOException {
        forest.source(Source.Format.LDIF, name, Optional.empty());
        var entries = new EntryReader(forest);
        var records = new LdifRecords(in, name);
        for (var entry = records.next(); entry.isPresent(); entry = records.next()) {
            entries.read(entry.get(), name + ":" + records.line());
        }
        if (records.count() == 0) {
            throw new Unreadable(Reason.NOTHING_INSIDE, name, "no entry");
        }
        entries.finish();
    }
}
