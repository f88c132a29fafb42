package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Codes that change each 30 seconds (RFC 6238, with the HMAC-SHA-1 and six digits that every authenticator
/// application knows).
final class Totp {
    static final int DIGITS = 6;

    /// RFC 4226 §4 asks for at least 128 bits and recommends 160.
    static final int SECRET_BYTES = 20;

    private static final long SECONDS = 30;

    /// One step either way for clocks that disagree, as RFC 6238 §5.2 recommends at most.
    private static final int DRIFT = 1;

    private Totp() {}

    /// The step whose code this is, if it is near `now` and newer than `lastUsed`: a code serves once.
    static OptionalLong accept(byte[] secret, String code, Instant now, long lastUsed) {
        var current = step(now);
        for (var step = current - DRIFT; step <= current + DRIFT; step++) {
            if (step > lastUsed
                    && MessageDigest.isEqual(code(secret, step, DIGITS).getBytes(UTF_8), code.getBytes(UTF_8))) {
                return OptionalLong.of(step);
            }
        }
        return OptionalLong.empty();
    }

    static long step(Instant moment) {
        return Math.floorDiv(moment.getEpochSecond(), SECONDS);
    }

    static String code(byte[] secret, long step, int digits) {
        try {
            var mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(secret, "HmacSHA1"));
            var hash = mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            var offset = hash[hash.length - 1] & 0xf;
            var number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fff_ffff;
            var shown = Long.toString(number % (long) Math.pow(10, digits));
            return "0".repeat(digits - shown.length()) + shown;
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
