package org.asepsie.app.access;

import java.time.Clock;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.LogoutHandler;

/// Sign-in, session, and the headers every answer carries. What a person may do is decided by [Gate], handler by
/// handler.
@Configuration(proxyBeanMethods = false)
class SecurityConfiguration {
    private static final String CONTENT_POLICY =
            "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    PasswordEncoder passwordEncoder() {
        return Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    }

    /// Writes down that somebody left, before the session that knows who is gone.
    @Bean
    LogoutHandler farewell(Accounts accounts, Audit audit) {
        return (_, _, authentication) -> {
            if (authentication != null && authentication.getPrincipal() instanceof SignedIn who) {
                accounts.person(who.account())
                        .ifPresent(
                                it -> audit.record(it, "access.action.signed-out", Optional.empty(), it.email(), ""));
            }
        };
    }

    @Bean
    SecurityFilterChain chain(HttpSecurity http, ActorFilter actors, LogoutHandler farewell) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .logout(out ->
                        out.logoutUrl("/sign-out").addLogoutHandler(farewell).logoutSuccessUrl("/sign-in?left"))
                .headers(headers -> headers.contentSecurityPolicy(it -> it.policyDirectives(CONTENT_POLICY))
                        .referrerPolicy(it -> it.policy(
                                org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter
                                        .ReferrerPolicy.SAME_ORIGIN)))
                .addFilterAfter(actors, AuthorizationFilter.class)
                .build();
    }
}
