package org.asepsie.app.access;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// Fingerprints of values that are themselves long and random. Passwords are not: they get Argon2id.
final class Hashes {
    private Hashes() {}

    static byte[] sha256(byte[] value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
