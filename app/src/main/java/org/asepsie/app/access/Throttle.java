package org.asepsie.app.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Slows down whoever guesses. Counted in the database, so that neither a restart nor a second node forgets.
///
/// An attempt is counted before its secret is checked and forgiven when it was right: a thousand attempts sent at
/// once are a thousand failures, not one.
@Service
class Throttle {
    private static final Duration LONGEST = Duration.ofMinutes(15);
    private static final Duration FIRST = Duration.ofSeconds(5);
    private static final Duration MEMORY = Duration.ofDays(1);

    private final ThrottleStore store;
    private final Clock clock;

    Throttle(ThrottleStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// What is being tried.
    sealed interface Target {
        /// An address of a person, known or not: the answer must not tell.
        record Account(String email) implements Target {}

        /// Where attempts come from. Many people of one hospital share one, so more is forgiven.
        record Address(String address) implements Target {}

        /// The second step of one account.
        record SecondStep(AccountId account) implements Target {}

        default int forgiven() {
            return switch (this) {
                case Account _, SecondStep _ -> 4;
                case Address _ -> 40;
            };
        }

        default String key() {
            return switch (this) {
                case Account(var email) -> "account:" + email.strip().toLowerCase(Locale.ROOT);
                case Address(var address) -> "address:" + address;
                case SecondStep(var account) -> "second-step:" + account.value();
            };
        }
    }

    /// Counts one attempt at each target.
    ///
    /// @return how long to wait, if this attempt came too early; it was then not counted and must not be checked
    @Transactional
    Optional<Duration> attempt(Target... targets) {
        var now = clock.instant();
        store.forgetBefore(now.minus(MEMORY));
        var blocked = store.blockedUntil(List.of(targets), now);
        if (blocked.isPresent()) {
            return blocked.map(it -> Duration.between(now, it));
        }
        for (var target : targets) {
            var failures = store.count(target, now);
            if (failures.isEmpty()) {
                // Another attempt came in between and was the one too many.
                return Optional.of(FIRST);
            }
            store.block(target, blockedAfter(failures.get(), target, now));
        }
        return Optional.empty();
    }

    /// Nothing after the first few failures, then 5 s, 10 s, 20 s… up to 15 minutes.
    private static Instant blockedAfter(int failures, Target target, Instant now) {
        var beyond = failures - target.forgiven();
        if (beyond <= 0) {
            return now;
        }
        var delay = beyond > 10 ? LONGEST : FIRST.multipliedBy(1L << (beyond - 1));
        return now.plus(delay.compareTo(LONGEST) > 0 ? LONGEST : delay);
    }

    /// The secret was right: the account starts afresh. One success takes back one failure of an address, or
    /// someone who has an account of their own could guess on without end.
    @Transactional
    void succeeded(Target... targets) {
        for (var target : targets) {
            switch (target) {
                case Target.Account _, Target.SecondStep _ -> store.forget(target);
                case Target.Address _ -> store.takeBackOne(target, clock.instant());
            }
        }
    }
}
