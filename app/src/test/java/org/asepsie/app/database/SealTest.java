package org.asepsie.app.database;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is sealed opens with its key, for its purpose, unchanged, and in no other way.
class SealTest {
    private static final byte[] SECRET = "twenty bytes of one.".getBytes(UTF_8);

    private final Seal seal = Seal.under("01".repeat(32)).orElseThrow();

    @TempDir
    Path folder;

    @Test
    void opensWhatItClosed() {
        assertThat(seal.open(seal.close(SECRET, "a"), "a")).contains(SECRET);
    }

    @Test
    void showsNothingOfTheSecretAndNeverTheSameTwice() {
        var once = seal.close(SECRET, "a");

        assertThat(new String(once, UTF_8)).doesNotContain("twenty");
        assertThat(seal.close(SECRET, "a")).isNotEqualTo(once);
    }

    @Test
    void staysClosedForAnotherKeyAnotherPurposeOrAnyChange() {
        var sealed = seal.close(SECRET, "a");

        assertThat(Seal.under("02".repeat(32)).orElseThrow().open(sealed, "a")).isEmpty();
        assertThat(seal.open(sealed, "b")).isEmpty();
        for (var at = 0; at < sealed.length; at++) {
            var changed = sealed.clone();
            changed[at] ^= 1;
            assertThat(seal.open(changed, "a")).as("byte %d changed", at).isEmpty();
        }
        assertThat(seal.open(SECRET, "a")).as("a secret that was never sealed").isEmpty();
    }

    @Test
    void takesNothingForAKeyThatIsNone() {
        assertThat(Seal.under("")).isEmpty();
        assertThat(Seal.under("01".repeat(31))).isEmpty();
        assertThat(Seal.under("zz".repeat(32))).isEmpty();
    }

    @Test
    void theKeyOfAFolderIsMadeOnceForItsOwnerAlone() throws Exception {
        try (var data = DataFolder.claim(folder)) {
            var key = data.sealKey();

            assertThat(data.sealKey()).isEqualTo(key);
            assertThat(Seal.under(key)).isPresent();
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("secret-key"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aKeyThatCannotBeReadIsNotReplaced() throws Exception {
        Files.createDirectory(folder.resolve("secret-key"));

        try (var data = DataFolder.claim(folder)) {
            assertThatThrownBy(data::sealKey).isInstanceOf(DataFolderUnusable.class);
        }
        assertThat(folder.resolve("secret-key")).isDirectory();
    }
}
