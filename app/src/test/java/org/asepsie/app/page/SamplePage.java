package org.asepsie.app.page;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Grant;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.Role;

/// The frame of a page as a director of one nursing home sees it, without a server.
final class SamplePage {
    static final NodePath PLACE = new NodePath("/nation/home/");
    private static final TemplateEngine ENGINE = TemplateEngine.createPrecompiled(
            null, ContentType.Html, SamplePage.class.getClassLoader(), "org.asepsie.app.templates");

    private SamplePage() {}

    static Page in(Language language, Theme theme, Role role, String path) {
        return new Page(
                language,
                theme,
                new Wording(),
                new Actor.Person(
                        new AccountId(new UUID(1, 1)),
                        "Claire Martin",
                        "claire@example.org",
                        language.code(),
                        List.of(new Grant(role, new NodeId(new UUID(0, 2)), PLACE))),
                Optional.of(new Heading("home", "EHPAD Les Tilleuls", PLACE)),
                path,
                "",
                new Page.Csrf("_csrf", "X-CSRF-TOKEN", "secret"),
                new Page.Statics(name -> "/assets/" + name, "0.1.0", List.of()));
    }

    static Page french() {
        return in(Language.FR, Theme.AUTO, Role.DIRECTOR, "/f/home");
    }

    static Page english() {
        return in(Language.EN, Theme.AUTO, Role.DIRECTOR, "/f/home");
    }

    static String render(String template, Page page, Map<String, Object> model) {
        var given = new HashMap<>(model);
        given.put("page", page);
        given.keySet().retainAll(ENGINE.getParamInfo(template).keySet());
        var output = new StringOutput();
        ENGINE.render(template, given, output);
        return output.toString();
    }
}
