package org.asepsie.engine.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// One input, and what it can tell: the reason why a control point is or is not evaluated.
///
/// @param number its place among the sources of a forest, from 0
/// @param collectedAt when it was taken from the directory: ages are counted from there
/// @param tells the attributes it gives wherever they are set, so that absence means "not set"
/// @param partitions the naming contexts it covers
/// @param notes what was odd in it, in order of appearance
public record Source(
        int number,
        Format format,
        String name,
        Optional<Instant> collectedAt,
        Set<Attribute> tells,
        Set<Partition> partitions,
        boolean descriptors,
        List<Note> notes) {
    public Source {
        tells = Set.copyOf(tells);
        partitions = Set.copyOf(partitions);
        notes = List.copyOf(notes);
    }

    public enum Format {
        SHARPHOUND,
        LDIF,
        LDAP,
        ORADAD,
        PINGCASTLE
    }

    public enum Partition {
        DOMAIN,
        CONFIGURATION,
        SCHEMA,
        DOMAIN_DNS,
        FOREST_DNS
    }

    /// Something odd that does not stop the import.
    ///
    /// @param where file and line or object
    public record Note(Oddity oddity, String where, String detail) {}

    /// What may be odd in an input that can still be read.
    public enum Oddity {
        WRONG_COUNT,
        SKIPPED_FILE,
        TRUNCATED,
        UNKNOWN_RIGHT,
        UNKNOWN_TYPE,
        DUPLICATE_OBJECT,
        DANGLING_REFERENCE,
        MALFORMED_DESCRIPTOR,
        MALFORMED_VALUE,
        HOST_NOT_READ,
        SECRET_DROPPED
    }
}
