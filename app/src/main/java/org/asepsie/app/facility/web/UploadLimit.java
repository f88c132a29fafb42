package org.asepsie.app.facility.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;
import org.springframework.web.filter.OncePerRequestFilter;

/// Refuses an upload that is too large before a byte of it is read: 26 MB in general, 1 GB for the register, for
/// collections of a directory and for logs of a network, and that much only from someone who has signed in.
///
/// It stands before the security chain, which reads the whole form to find its token.
@Component
@Order(UploadLimit.BEFORE_THE_SECURITY_CHAIN)
class UploadLimit extends OncePerRequestFilter {
    static final int BEFORE_THE_SECURITY_CHAIN = -101;
    static final DataSize REGISTER = DataSize.ofGigabytes(1);
    private static final Pattern LARGE = Pattern.compile("/f/[^/]+/(directory/collections|network/files/logs)");
    static final DataSize OTHERS = DataSize.ofMegabytes(26);
    private static final DataSize AROUND_THE_FILE = DataSize.ofMegabytes(1);

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!isUpload(request) || fits(request)) {
            chain.doFilter(request, response);
            return;
        }
        if (mayBeLarge(request)) {
            request.getRequestDispatcher(TooLargeController.PATH).forward(new WithoutItsBody(request), response);
        } else {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        }
    }

    private static boolean mayBeLarge(HttpServletRequest request) {
        var path = request.getRequestURI();
        return path.equals(RegisterController.PATH) || LARGE.matcher(path).matches();
    }

    private static boolean isUpload(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    /// Browsers always announce the length of a form; one that comes in chunks of unknown number is not let in.
    private static boolean fits(HttpServletRequest request) {
        var length = request.getContentLengthLong();
        var large = mayBeLarge(request) && signedIn(request);
        var limit = large ? REGISTER.toBytes() + AROUND_THE_FILE.toBytes() : OTHERS.toBytes();
        return length <= limit && request.getHeader(HttpHeaders.TRANSFER_ENCODING) == null;
    }

    private static boolean signedIn(HttpServletRequest request) {
        var session = request.getSession(false);
        return session != null
                && session.getAttribute(HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY)
                        instanceof SecurityContext context
                && context.getAuthentication() != null;
    }

    /// The page that says why is only looked at: it asks for no part of the form, so that nothing of it is read, not
    /// even the form's token.
    private static final class WithoutItsBody extends HttpServletRequestWrapper {
        WithoutItsBody(HttpServletRequest request) {
            super(request);
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public @Nullable String getContentType() {
            return null;
        }
    }
}
