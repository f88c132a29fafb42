package org.asepsie.engine.directory;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/// A forest as bytes, so that what follows from it can be worked out anew long after its files are gone.
///
/// Attributes, kinds and rights are written by their names: a later version that knows others reads an old forest
/// rightly. Left out are descriptions, where people write what nobody should keep, and what was odd in the sources.
/// Everything that edges and the top are derived from is there; no secret is, for a forest never holds one.
public final class KeptForest {
    private static final int VERSION = 1;

    private KeptForest() {}

    public static byte[] close(Forest forest) {
        var bytes = new ByteArrayOutputStream(1 << 16);
        try (var out = new DataOutputStream(new DeflaterOutputStream(bytes))) {
            out.writeInt(VERSION);
            new ForestOut(forest, out).write();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /// @throws UncheckedIOException if the bytes are not whole
    public static Forest open(byte[] closed) {
        try (var in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(closed)))) {
            var version = in.readInt();
            if (version != VERSION) {
                throw new IllegalStateException("a forest of version " + version + " cannot be read by this one");
            }
            return new ForestIn(in).read();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
