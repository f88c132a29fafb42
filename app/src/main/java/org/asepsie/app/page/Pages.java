package org.asepsie.app.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.resource.ResourceUrlProvider;

/// Makes the frame of a page from its request.
@Component
public class Pages {
    /// The attribute of a request under which the module `facility` leaves the [Heading].
    public static final String HEADING = Heading.class.getName();

    static final String LANGUAGE_COOKIE = "language";

    private final Wording wording;
    private final ResourceUrlProvider resources;

    Pages(Wording wording, ResourceUrlProvider mvcResourceUrlProvider) {
        this.wording = wording;
        this.resources = mvcResourceUrlProvider;
    }

    public Page of(HttpServletRequest request, String notice) {
        var query = request.getQueryString();
        return new Page(
                language(request),
                wording,
                Actors.current(),
                Optional.ofNullable((Heading) request.getAttribute(HEADING)),
                request.getRequestURI() + (query == null ? "" : "?" + query),
                notice,
                csrf(request),
                this::asset);
    }

    /// The language chosen by the cookie, else the browser's, else French.
    public Language language(HttpServletRequest request) {
        return Optional.ofNullable(request.getCookies()).stream()
                .flatMap(Arrays::stream)
                .filter(it -> it.getName().equals(LANGUAGE_COOKIE))
                .map(Cookie::getValue)
                .findFirst()
                .or(() -> Optional.ofNullable(request.getHeader("Accept-Language")))
                .map(Language::of)
                .orElse(Language.FR);
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
