package org.asepsie.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Service;

/// Who is signed in, where. Sessions stand in the database, so they survive a restart and any node knows them.
@Service
public class Sessions {
    private static final String FROM = "from";
    private static final String BROWSER = "browser";
    private static final int BROWSER_LENGTH = 200;

    private final FindByIndexNameSessionRepository<? extends Session> repository;

    Sessions(FindByIndexNameSessionRepository<? extends Session> repository) {
        this.repository = repository;
    }

    /// One place where a person is signed in.
    ///
    /// @param browser what the browser calls itself
    /// @param current whether it is the session of the request
    public record OpenSession(Instant since, Instant lastSeen, String from, String browser, boolean current) {}

    /// Signs `account` in. Whatever the browser's session held before is thrown away with its id: a session id
    /// planted by somebody else must not become that of a person.
    public void open(AccountId account, HttpServletRequest request, HttpServletResponse response) {
        var before = request.getSession(false);
        if (before != null) {
            before.invalidate();
        }
        var session = request.getSession(true);
        session.setAttribute(FROM, request.getRemoteAddr());
        var browser = request.getHeader("User-Agent");
        session.setAttribute(
                BROWSER, browser == null ? "" : browser.substring(0, Math.min(browser.length(), BROWSER_LENGTH)));
        var context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                UsernamePasswordAuthenticationToken.authenticated(new SignedIn(account), null, List.of()));
        SecurityContextHolder.setContext(context);
        new HttpSessionSecurityContextRepository().saveContext(context, request, response);
    }

    /// @param currentId the id of the session of the request
    public List<OpenSession> of(AccountId account, String currentId) {
        return repository.findByPrincipalName(account.value().toString()).values().stream()
                .filter(it -> !it.isExpired())
                .map(it -> new OpenSession(
                        it.getCreationTime(),
                        it.getLastAccessedTime(),
                        it.getAttributeOrDefault(FROM, ""),
                        it.getAttributeOrDefault(BROWSER, ""),
                        it.getId().equals(currentId)))
                .sorted(Comparator.comparing(OpenSession::lastSeen).reversed())
                .toList();
    }

    public void endAllBut(AccountId account, String currentId) {
        repository.findByPrincipalName(account.value().toString()).keySet().stream()
                .filter(it -> !it.equals(currentId))
                .forEach(repository::deleteById);
    }

    public void endAll(AccountId account) {
        endAllBut(account, "");
    }
}
