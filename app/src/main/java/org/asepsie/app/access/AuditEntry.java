package org.asepsie.app.access;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.Optional;

/// One row of the audit trail: what was done, and the fingerprint that ties it to the row before.
///
/// @param previous the fingerprint of the row before, zeros for the first
/// @param hash SHA-256 over `previous`, the number and every field of the deed, each with its length before it
public record AuditEntry(long number, Deed deed, String previous, String hash) {
    private static final String NOTHING_BEFORE = "0".repeat(64);

    /// What was done. `at` is cut to microseconds: the database keeps no more.
    public record Deed(
            Instant at,
            Optional<AccountId> account,
            String name,
            String action,
            Optional<NodeId> place,
            String subject,
            String detail) {}

    static AuditEntry first(Deed deed) {
        return written(1, deed, NOTHING_BEFORE);
    }

    AuditEntry next(Deed deed) {
        return written(number + 1, deed, hash);
    }

    /// Whether this row is as it was written and follows the row before.
    boolean follows(Optional<AuditEntry> before) {
        return equals(before.map(it -> it.next(deed)).orElseGet(() -> first(deed)));
    }

    private static AuditEntry written(long number, Deed deed, String previous) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(HexFormat.of().parseHex(previous));
            feed(sha, Long.toString(number));
            feed(sha, Long.toString(ChronoUnit.MICROS.between(Instant.EPOCH, deed.at())));
            feed(sha, deed.account().map(it -> it.value().toString()).orElse(""));
            feed(sha, deed.name());
            feed(sha, deed.action());
            feed(sha, deed.place().map(it -> it.value().toString()).orElse(""));
            feed(sha, deed.subject());
            feed(sha, deed.detail());
            return new AuditEntry(number, deed, previous, HexFormat.of().formatHex(sha.digest()));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private static void feed(MessageDigest sha, String field) {
        var bytes = field.getBytes(StandardCharsets.UTF_8);
        sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(bytes.length).array());
        sha.update(bytes);
    }
}
