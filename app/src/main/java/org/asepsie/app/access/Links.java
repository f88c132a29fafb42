package org.asepsie.app.access;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Links that let whoever holds them do one thing, once, until a date.
@Service
public class Links {
    private final LinkStore store;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Links(LinkStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /// @param payload what to find again when the link comes back; `name` for the holder's name
    /// @return the token to put in an address: 43 letters, digits, `-` and `_`. It is not kept.
    @Transactional
    public String issue(LinkPurpose purpose, Optional<NodeId> place, Map<String, String> payload, Duration validFor) {
        var bytes = new byte[32];
        random.nextBytes(bytes);
        var token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        var now = clock.instant();
        var by = Actors.current() instanceof Actor.Person person
                ? Optional.of(person.account())
                : Optional.<AccountId>empty();
        store.add(new LinkStore.Issued(purpose, place, payload, by, now, now.plus(validFor)), hash(token));
        return token;
    }

    /// Looks without using it up.
    @Transactional(readOnly = true)
    public OpenedLink open(String token) {
        return store.byHash(hash(token))
                .<OpenedLink>map(it -> it.usedAt()
                        .<OpenedLink>map(at -> new OpenedLink.Used(it.link(), at))
                        .orElseGet(() -> it.link().expiresAt().isAfter(clock.instant())
                                ? new OpenedLink.Valid(it.link())
                                : new OpenedLink.Expired(it.link())))
                .orElseGet(OpenedLink.Unknown::new);
    }

    /// Looks without using it up; a link for another purpose is as good as none.
    ///
    /// @throws DeadLink if it no longer opens anything
    @Transactional(readOnly = true)
    public Link valid(String token, LinkPurpose purpose) {
        return switch (open(token)) {
            case OpenedLink.Valid(var link) when link.purpose() == purpose -> link;
            case OpenedLink.Valid _, OpenedLink.Unknown _ -> throw new DeadLink(DeadLink.Reason.UNKNOWN);
            case OpenedLink.Expired _ -> throw new DeadLink(DeadLink.Reason.EXPIRED);
            case OpenedLink.Used _ -> throw new DeadLink(DeadLink.Reason.USED);
        };
    }

    /// Uses it up: of any number of calls with one token, one alone succeeds.
    @Transactional
    public Optional<Link> use(String token) {
        return store.use(hash(token), clock.instant());
    }

    /// Takes back what was issued for the same purpose with `payload[key] = value`, as before a newer link.
    @Transactional
    public void withdraw(LinkPurpose purpose, String key, String value) {
        store.expire(purpose, key, value, clock.instant());
    }

    private static byte[] hash(String token) {
        return Hashes.sha256(token.getBytes(StandardCharsets.UTF_8));
    }
}
