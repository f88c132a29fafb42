package org.asepsie.app.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/// The first wall: lets a request through to its handler only if the actor holds what the handler [Requires].
/// (The second wall is row-level security.) A foreign facility answers "not found": whether it exists is nobody
/// else's business.
@Component
class Gate implements HandlerInterceptor {
    private final Places places;

    Gate(Places places) {
        this.places = places;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler)
            throws IOException {
        if (!(handler instanceof HandlerMethod method)
                || method.getBeanType().getName().startsWith("org.springframework.boot.")) {
            return true;
        }
        var actor = Actors.current();
        var open = method.getMethodAnnotation(Open.class);
        if (open != null && (!open.signedIn() || !(actor instanceof Actor.Stranger))) {
            return true;
        }
        if (actor instanceof Actor.Stranger) {
            response.sendRedirect(request.getContextPath() + "/sign-in");
            return false;
        }
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        var facility = facility(request);
        if (facility.isPresent()) {
            return letIntoFacility(facility.get(), requires, actor, response);
        }
        if (Arrays.stream(requires.value()).noneMatch(actor::mayAnywhere)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return true;
    }

    private boolean letIntoFacility(String facility, Requires requires, Actor actor, HttpServletResponse response)
            throws IOException {
        var path = node(facility).flatMap(places::pathOf);
        var knowsIt = path.isPresent() && Arrays.stream(Permission.values()).anyMatch(it -> actor.may(it, path.get()));
        if (!knowsIt || !actor.scopesContain(path.get())) {
            response.sendError(HttpServletResponse.SC_NOT_FOUND);
            return false;
        }
        if (Arrays.stream(requires.value()).noneMatch(it -> actor.may(it, path.get()))) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
            return false;
        }
        return true;
    }

    private static Optional<String> facility(HttpServletRequest request) {
        var variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return variables instanceof Map<?, ?> map
                ? Optional.ofNullable(map.get("facility")).map(Object::toString)
                : Optional.empty();
    }

    private static Optional<NodeId> node(String id) {
        try {
            return Optional.of(new NodeId(UUID.fromString(id)));
        } catch (IllegalArgumentException notAnId) {
            return Optional.empty();
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class AtEveryHandler implements WebMvcConfigurer {
        private final Gate gate;

        AtEveryHandler(Gate gate) {
            this.gate = gate;
        }

        @Override
        public void addInterceptors(InterceptorRegistry registry) {
            registry.addInterceptor(gate);
        }
    }
}
