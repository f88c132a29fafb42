package org.asepsie.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Seals the few secrets that must be read again, so that a copy of the database alone does not tell them
/// (AES-256-GCM, NIST SP 800-38D). The key stands beside the database, never in it.
///
/// What is sealed begins with the number of this layout and twelve random bytes that are never used twice: one key
/// serves for 2³² secrets (SP 800-38D §8.3), far more than there are people.
public final class Seal {
    static final int KEY_BYTES = 32;

    private static final byte LAYOUT = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int LEAST = 1 + NONCE_BYTES + TAG_BITS / 8;

    private final SecretKeySpec key;
    private final SecureRandom random = new SecureRandom();

    private Seal(byte[] key) {
        this.key = new SecretKeySpec(key, "AES");
    }

    /// @param key 64 hexadecimal digits; anything else is no key
    static Optional<Seal> under(String key) {
        return key.strip().matches("[0-9a-fA-F]{64}")
                ? Optional.of(new Seal(HexFormat.of().parseHex(key.strip())))
                : Optional.empty();
    }

    /// @param about what the secret is for: it opens for the same alone
    public byte[] close(byte[] secret, String about) {
        var nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, nonce, about).doFinal(secret);
            return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                    .put(LAYOUT)
                    .put(nonce)
                    .put(sealed)
                    .array();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// Empty when it was sealed under another key or for something else, or was changed since.
    public Optional<byte[]> open(byte[] sealed, String about) {
        if (sealed.length < LEAST || sealed[0] != LAYOUT) {
            return Optional.empty();
        }
        var nonce = Arrays.copyOfRange(sealed, 1, 1 + NONCE_BYTES);
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, nonce, about)
                    .doFinal(sealed, 1 + NONCE_BYTES, sealed.length - 1 - NONCE_BYTES));
        } catch (AEADBadTagException anotherKey) {
            return Optional.empty();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String about) throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(about.getBytes(UTF_8));
        return cipher;
    }

    @Override
    public String toString() {
        return "a seal";
    }
}
