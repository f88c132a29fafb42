package org.asepsie.app.access;

import java.util.Optional;
import org.asepsie.app.access.Throttle.Target;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;

/// Checks who somebody is. Not in one transaction: a failure must count even if what follows fails.
@Service
public class SignIn {
    /// Checked in the place of a password that does not exist, so that both take as long. Random bytes under the costs
    /// of
    /// our own hashes (a test holds them equal): no password is known to give them.
    static final String NOBODYS_HASH =
            "$argon2id$v=19$m=16384,t=2,p=1$BDE4dpcdA4vuSYsny1Lohw$jFwYN/caPC16rN0LuTTb1OkksVkQO2FskCgB2PnoRYc";

    private final Accounts accounts;
    private final SecondFactors secondFactors;
    private final Throttle throttle;
    private final Audit audit;
    private final PasswordEncoder passwords;

    SignIn(Accounts accounts, SecondFactors secondFactors, Throttle throttle, Audit audit, PasswordEncoder passwords) {
        this.accounts = accounts;
        this.secondFactors = secondFactors;
        this.throttle = throttle;
        this.audit = audit;
        this.passwords = passwords;
    }

    /// @param from the network address the attempt comes from
    public SignInAnswer withPassword(String email, String password, String from) {
        if (email.length() > EmailAddress.LONGEST) {
            return new SignInAnswer.Refused();
        }
        var account = new Target.Account(email);
        var address = new Target.Address(from);
        var wait = throttle.attempt(account, address);
        if (wait.isPresent()) {
            return new SignInAnswer.Wait(wait.get());
        }
        var found = accounts.byEmail(email);
        var hash = found.flatMap(it -> Optional.ofNullable(it.passwordHash())).orElse(NOBODYS_HASH);
        var right = passwords.matches(password, hash);
        if (found.isEmpty() || found.get().disabled() || found.get().passwordHash() == null || !right) {
            audit.record("access.action.sign-in-refused", Optional.empty(), email.strip(), from);
            return new SignInAnswer.Refused();
        }
        throttle.succeeded(account, address);
        var id = found.get().id();
        if (found.get().secondFactor()) {
            return new SignInAnswer.SecondStep(id);
        }
        return welcome(id, from);
    }

    /// The second step, for someone whose password was right a moment ago.
    ///
    /// @param code six digits of the authenticator application, or a recovery code
    public SignInAnswer withCode(AccountId account, String code, String from) {
        var step = new Target.SecondStep(account);
        var wait = throttle.attempt(step);
        if (wait.isPresent()) {
            return new SignInAnswer.Wait(wait.get());
        }
        if (!secondFactors.accepts(account, code)) {
            accounts.person(account)
                    .ifPresent(
                            it -> audit.record(it, "access.action.code-refused", Optional.empty(), it.email(), from));
            return new SignInAnswer.Refused();
        }
        throttle.succeeded(step);
        return welcome(account, from);
    }

    /// Whether this is the person's own password; wrong ones count like those of a sign-in.
    SignInAnswer confirms(Actor.Person person, String password) {
        var target = new Target.Account(person.email());
        var wait = throttle.attempt(target);
        if (wait.isPresent()) {
            return new SignInAnswer.Wait(wait.get());
        }
        var hash = accounts.byEmail(person.email()).map(AccountStore.Account::passwordHash);
        if (hash.isEmpty() || !passwords.matches(password, hash.get())) {
            return new SignInAnswer.Refused();
        }
        throttle.succeeded(target);
        return new SignInAnswer.Welcome(person.account());
    }

    private SignInAnswer welcome(AccountId account, String from) {
        var person = accounts.person(account);
        if (person.isEmpty()) {
            return new SignInAnswer.Refused();
        }
        audit.record(
                person.get(),
                "access.action.signed-in",
                Optional.empty(),
                person.get().email(),
                from);
        return new SignInAnswer.Welcome(account);
    }
}
