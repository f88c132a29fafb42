package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The second step of signing in: a code of an authenticator application, or one of ten recovery codes.
///
/// Secrets stay on the server: once enrolled, no page shows them again.
@Service
public class SecondFactors {
    private static final int RECOVERY_CODES = 10;

    /// 80 bits: nobody guesses one even with a copy of its fingerprint.
    private static final int RECOVERY_BYTES = 10;

    private final SecondFactorStore store;
    private final Audit audit;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    SecondFactors(SecondFactorStore store, Audit audit, Clock clock) {
        this.store = store;
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
        store.set(person.account(), enrolment.secret(), step.getAsLong());
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
        var step = Totp.accept(
                factor.get().secret(),
                digits(code),
                clock.instant(),
                factor.get().lastStep());
        if (step.isPresent()) {
            return store.useStep(account, step.getAsLong());
        }
        var recovery = code.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
        return store.useRecoveryCode(account, Hashes.sha256(recovery.getBytes(UTF_8)), clock.instant());
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
