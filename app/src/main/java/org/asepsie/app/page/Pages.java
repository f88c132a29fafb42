package org.asepsie.app.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Makes the frame of a page from its request.
@Component
public class Pages {
    /// The attribute of a request under which the module `facility` leaves the [Heading].
    public static final String HEADING = Heading.class.getName();

    static final String LANGUAGE_COOKIE = "language";
    static final String THEME_COOKIE = "theme";

    private final Wording wording;
    private final ResourceUrlProvider resources;
    private final ObjectProvider<Ribbon> ribbons;
    private final String version;

    Pages(
            Wording wording,
            ResourceUrlProvider mvcResourceUrlProvider,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<Ribbon> ribbons) {
        this.wording = wording;
        this.resources = mvcResourceUrlProvider;
        var properties = build.getIfAvailable();
        var version = properties == null ? null : properties.getVersion();
        this.version = version == null ? "" : version;
        this.ribbons = ribbons;
    }

    public Page of(HttpServletRequest request, String notice) {
        return new Page(
                language(request),
                cookie(request, THEME_COOKIE).map(Theme::of).orElse(Theme.AUTO),
                wording,
                Actors.current(),
                Optional.ofNullable((Heading) request.getAttribute(HEADING)),
                path(request),
                notice,
                csrf(request),
                statics());
    }

    /// The frame of a document made outside any request: no heading, no form.
    public Page forPaper(Language language) {
        return new Page(
                language,
                Theme.AUTO,
                wording,
                Actors.current(),
                Optional.empty(),
                "/",
                "",
                new Page.Csrf("", "", ""),
                statics());
    }

    /// The language of the account, else the one chosen by the cookie, else the browser's, else French.
    public Language language(HttpServletRequest request) {
        if (Actors.current() instanceof Actor.Person person) {
            return Language.of(person.language());
        }
        return cookie(request, LANGUAGE_COOKIE)
                .or(() -> Optional.ofNullable(request.getHeader("Accept-Language")))
                .map(Language::of)
                .orElse(Language.FR);
    }

    private static Optional<String> cookie(HttpServletRequest request, String name) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(name))
                .map(Cookie::getValue)
                .findFirst();
    }

    /// The address a person sees: on an error page that of the page that failed.
    private static String path(HttpServletRequest request) {
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String failed) {
            return failed;
        }
        var query = request.getQueryString();
        return request.getRequestURI() + (query == null ? "" : "?" + query);
    }

    private Page.Statics statics() {
        var said = ribbons.stream().map(Ribbon::key).filter(it -> !it.isEmpty()).toList();
        return new Page.Statics(this::asset, version, said);
    }

    private String asset(String name) {
        var plain = "/assets/" + name;
        var fingerprinted = resources.getForLookupPath(plain);
        return fingerprinted == null ? plain : fingerprinted;
    }

    private static Page.Csrf csrf(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? new Page.Csrf(token.getParameterName(), token.getHeaderName(), token.getToken())
                : new Page.Csrf("_csrf", "X-CSRF-TOKEN", "");
    }
}
