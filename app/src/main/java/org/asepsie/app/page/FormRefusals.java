package org.asepsie.app.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.util.unit.DataSize;

/// Tells a form that lay open too long, and a file that is too large, from a refusal. All three would be a bare
/// 403: the token of a form that is too large cannot be read either.
@Configuration(proxyBeanMethods = false)
class FormRefusals {
    @Bean
    Customizer<HttpSecurity> refusedForms(@Value("${spring.servlet.multipart.max-request-size}") DataSize largest) {
        return http -> http.exceptionHandling(handling -> handling.accessDeniedHandler((request, response, denied) -> {
            if (denied instanceof CsrfException) {
                var mishap = tooLarge(request, largest) ? Mishap.TOO_LARGE : Mishap.FORM_EXPIRED;
                request.setAttribute(Mishap.class.getName(), mishap);
                response.sendError(
                        mishap == Mishap.TOO_LARGE
                                ? HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE
                                : HttpServletResponse.SC_FORBIDDEN);
            } else {
                response.sendError(HttpServletResponse.SC_FORBIDDEN);
            }
        }));
    }

    private static boolean tooLarge(HttpServletRequest request, DataSize largest) {
        return request.getContentLengthLong() > largest.toBytes();
    }
}
