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
    private static final int IN = HttpServletResponse.SC_OK;

    private final Places places;
    private final Audit audit;

    Gate(Places places, Audit audit) {
        this.places = places;
        this.audit = audit;
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
        var refusal = refusal(method, request, actor);
        if (refusal != IN) {
            audit.record("access.action.refused", Optional.empty(), request.getRequestURI(), request.getMethod());
            response.sendError(refusal);
        }
        return refusal == IN;
    }

    private int refusal(HandlerMethod method, HttpServletRequest request, Actor actor) {
        var requires = method.getMethodAnnotation(Requires.class);
        if (requires == null) {
            return HttpServletResponse.SC_FORBIDDEN;
        }
        var facility = facility(request);
        if (facility.isPresent()) {
            return refusalAt(facility.get(), requires, actor);
        }
        return Arrays.stream(requires.value()).anyMatch(actor::mayAnywhere) ? IN : HttpServletResponse.SC_FORBIDDEN;
    }

    private int refusalAt(String facility, Requires requires, Actor actor) {
        var path = node(facility).flatMap(places::pathOf);
        var knowsIt = path.isPresent()
                && actor.scopesContain(path.get())
                && Arrays.stream(Permission.values()).anyMatch(it -> actor.may(it, path.get()));
        if (!knowsIt) {
            return HttpServletResponse.SC_NOT_FOUND;
        }
        return Arrays.stream(requires.value()).anyMatch(it -> actor.may(it, path.get()))
                ? IN
                : HttpServletResponse.SC_FORBIDDEN;
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
