package org.asepsie.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.Map;
import org.springframework.stereotype.Component;

/// The templates, compiled at build.
@Component
public class Templates {
    private final TemplateEngine engine = TemplateEngine.createPrecompiled(
            null, ContentType.Html, Templates.class.getClassLoader(), "org.asepsie.app.templates");

    /// A document as text: what is printed on paper rather than sent to a browser.
    public String document(String name, Map<String, Object> model) {
        var output = new StringOutput();
        engine.render(name + ".jte", model, output);
        return output.toString();
    }

    TemplateEngine engine() {
        return engine;
    }
}
