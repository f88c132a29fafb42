package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.asepsie.app.database.Seal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The second step of signing in: a code of an authenticator application, or one of ten recovery codes.
///
/// Secrets stay on the server: once enrolled, no page shows them again, and the database holds them sealed.
@Service
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;

    /// 80 bits: nobody guesses one even with a copy of its fingerprint.
    private static final int RECOVERY_BYTES = 10;

    private static final Logger LOG = LoggerFactory.getLogger(SecondFactors.class);

    private final SecondFactorStore store;
    private final Seal seal;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(SecondFactorStore store, Seal seal, Audit audit, Clock clock) {
        this.store = store;
        this.seal = seal;
        this.audit = audit;
        this.clock = clock;
    }

    /// What an application needs to know to show codes for an account, until the person proves that it does.
    public record Enrolment(byte[] secret, String email) {
        public String key() {
            return Base32.grouped(Base32.encode(secret));
        }

        /// The square to photograph.
        public String qrCode() {
            return QrCode.svg("otpauth://totp/Asepsie:%s?secret=%s&issuer=Asepsie"
                    .formatted(URLEncoder.encode(email, UTF_8).replace("+", "%20"), Base32.encode(secret)));
        }
    }

    public Enrolment begin(Actor.Person person) {
        return new Enrolment(newSecret(), person.email());
    }

    private byte[] newSecret() {
        var secret = new byte[Totp.SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /// Ends the enrolment if `code` proves that the application knows the secret.
    ///
    /// @return the recovery codes to show once, or nothing if the code is wrong
    @Transactional
    public Optional<List<String>> enrol(Actor.Person person, Enrolment enrolment, String code) {
        var step = Totp.accept(enrolment.secret(), digits(code), clock.instant(), -1);
        if (step.isEmpty()) {
            return Optional.empty();
        }
        store.set(person.account(), seal.close(enrolment.secret(), about(person.account())), step.getAsLong());
        audit.record("access.action.second-factor-on", Optional.empty(), person.email(), "");
        var codes = new ArrayList<String>();
        for (var i = 0; i < RECOVERY_CODES; i++) {
            var bytes = new byte[RECOVERY_BYTES];
            random.nextBytes(bytes);
            codes.add(Base32.encode(bytes));
        }
        store.setRecoveryCodes(
                person.account(),
                codes.stream().map(it -> Hashes.sha256(it.getBytes(UTF_8))).toList());
        return Optional.of(codes.stream().map(Base32::grouped).toList());
    }

    /// Whether the code is right and has not served before; it has from now on.
    @Transactional
    boolean accepts(AccountId account, String code) {
        var factor = store.of(account);
        if (factor.isEmpty()) {
            return false;
        }
        var step = accepted(account, factor.get(), digits(code));
        if (step.isPresent()) {
            return store.useStep(account, step.getAsLong());
        }
        var recovery = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return store.useRecoveryCode(account, Hashes.sha256(recovery.getBytes(UTF_8)), clock.instant());
    }

    /// A secret sealed under another key proves nothing any more; recovery codes, which are not sealed, still do.
    private OptionalLong accepted(AccountId account, SecondFactorStore.Kept factor, String code) {
        var secret = seal.open(factor.secret(), about(account));
        if (secret.isEmpty()) {
            LOG.error(
                    "the second factor of account {} is sealed under another key: restore the key, or remove the factor",
                    account);
            return OptionalLong.empty();
        }
        return Totp.accept(secret.get(), code, clock.instant(), factor.lastStep());
    }

    /// Binds a sealed secret to its account: moved to the row of another, it does not open.
    static String about(AccountId account) {
        return "totp " + account.value();
    }

    @Transactional(readOnly = true)
    public int recoveryCodesLeft(Actor.Person person) {
        return store.recoveryCodesLeft(person.account());
    }

    @Transactional
    void remove(AccountId account) {
        store.remove(account);
    }

    private static String digits(String code) {
        return code.replaceAll("\\s", "");
    }
}
