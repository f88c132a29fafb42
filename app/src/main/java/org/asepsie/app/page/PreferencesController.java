package org.asepsie.app.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the language or the theme and comes back to the same page. Both live in a cookie of the browser; the
/// language also with the account, so that it follows its person to another screen.
@Controller
class PreferencesController {
    private final Accounts accounts;

    PreferencesController(Accounts accounts) {
        this.accounts = accounts;
    }

    @Open
    @PostMapping("/language")
    String language(@RequestParam String language, @RequestParam String back, HttpServletResponse response) {
        keep(Pages.LANGUAGE_COOKIE, Language.of(language).code(), response);
        if (Actors.current() instanceof Actor.Person person) {
            accounts.speak(person, Language.of(language).code());
        }
        return "redirect:" + ours(back);
    }

    @Open
    @PostMapping("/theme")
    String theme(@RequestParam String theme, @RequestParam String back, HttpServletResponse response) {
        keep(Pages.THEME_COOKIE, Theme.of(theme).code(), response);
        return "redirect:" + ours(back);
    }

    private static void keep(String name, String value, HttpServletResponse response) {
        var cookie = new Cookie(name, value);
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
    }

    /// A path of this site: `//elsewhere` and `/\elsewhere` are not.
    private static String ours(String back) {
        return back.startsWith("/") && !back.startsWith("//") && !back.contains("\\") ? back : "/";
    }
}
