package org.asepsie.app.page;

import gg.jte.TemplateEngine;
import gg.jte.output.Utf8ByteOutput;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.View;
import org.springframework.web.servlet.ViewResolver;

/// Shows templates compiled at build. Each receives `page`, and the attributes of the model that it declares.
@Component
class JteViews implements ViewResolver, Ordered {
    private final TemplateEngine engine;
    private final Pages pages;

    JteViews(Templates templates, Pages pages) {
        this.engine = templates.engine();
        this.pages = pages;
    }

    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE - 10;
    }

    @Override
    public @Nullable View resolveViewName(String name, Locale locale) {
        var template = name + ".jte";
        return engine.hasTemplate(template) ? new JteView(template) : null;
    }

    private final class JteView implements View {
        private final String template;

        JteView(String template) {
            this.template = template;
        }

        @Override
        public String getContentType() {
            return "text/html;charset=UTF-8";
        }

        /// The whole page is made before a byte is sent: an error on the way gives an error page, not half a page.
        @Override
        public void render(@Nullable Map<String, ?> model, HttpServletRequest request, HttpServletResponse response)
                throws Exception {
            var given = new HashMap<String, Object>(model == null ? Map.of() : model);
            given.put("page", pages.of(request, given.getOrDefault("notice", "").toString()));
            var wanted = engine.getParamInfo(template).keySet();
            given.keySet().retainAll(wanted);
            var output = new Utf8ByteOutput();
            engine.render(template, given, output);
            response.setContentType(getContentType());
            response.setCharacterEncoding(StandardCharsets.UTF_8);
            response.setContentLength(output.getContentLength());
            // At once: a page is thousands of pieces, and each would go through every filter of the answer.
            var whole = new ByteArrayOutputStream(output.getContentLength());
            output.writeTo(whole);
            whole.writeTo(response.getOutputStream());
        }
    }
}
