package org.asepsie.app.page;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.asepsie.app.access.Open;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/// Changes the language and comes back to the same page.
@Controller
class LanguageController {
    @Open
    @PostMapping("/language")
    String change(@RequestParam String language, @RequestParam String back, HttpServletResponse response) {
        var cookie = new Cookie(Pages.LANGUAGE_COOKIE, Language.of(language).code());
        cookie.setPath("/");
        cookie.setHttpOnly(true);
        cookie.setMaxAge((int) Duration.ofDays(365).toSeconds());
        cookie.setAttribute("SameSite", "Lax");
        response.addCookie(cookie);
        return "redirect:" + (isOurs(back) ? back : "/");
    }

    /// A path of this site: `//elsewhere` and `/\elsewhere` are not.
    private static boolean isOurs(String path) {
        return path.startsWith("/") && !path.startsWith("//") && !path.contains("\\");
    }
}
