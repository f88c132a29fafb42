package org.asepsie.app.page;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.time.Clock;
import org.asepsie.app.access.Open;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/// The last page of a request that failed: a page for a person, a problem (RFC 9457) for a program. It asks
/// nothing of the database, which may be what failed.
@Controller
class ErrorPages implements ErrorController {
    private final Pages pages;
    private final Wording wording;
    private final Clock clock;

    ErrorPages(Pages pages, Wording wording, Clock clock) {
        this.pages = pages;
        this.wording = wording;
        this.clock = clock;
    }

    @Open
    @RequestMapping("/error")
    Object show(HttpServletRequest request, HttpServletResponse response) {
        var status = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer given ? given : 404;
        var mishap = request.getAttribute(Mishap.class.getName()) instanceof Mishap known ? known : Mishap.of(status);
        response.setStatus(status);
        return wantsJson(request) ? problem(request, status, mishap) : page(request, mishap);
    }

    private ModelAndView page(HttpServletRequest request, Mishap mishap) {
        return new ModelAndView("page/mishap")
                .addObject("mishap", mishap.code())
                .addObject("back", back(request))
                .addObject("at", clock.instant());
    }

    private ResponseEntity<ProblemDetail> problem(HttpServletRequest request, int status, Mishap mishap) {
        var language = pages.language(request);
        var problem = ProblemDetail.forStatus(status);
        problem.setType(URI.create("urn:asepsie:problem:" + mishap.code()));
        problem.setTitle(wording.say(language, "page.mishap." + mishap.code()));
        problem.setDetail(wording.say(language, "page.mishap." + mishap.code() + ".next"));
        if (request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI) instanceof String path) {
            problem.setInstance(URI.create(path));
        }
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }

    private static boolean wantsJson(HttpServletRequest request) {
        var path = request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI);
        var accept = request.getHeader(HttpHeaders.ACCEPT);
        return (path instanceof String it && it.startsWith("/api/"))
                || (accept != null && accept.contains("json") && !accept.contains("text/html"));
    }

    /// Where the person came from: the path alone, so that it can only lead back into this site.
    private static String back(HttpServletRequest request) {
        var referrer = request.getHeader(HttpHeaders.REFERER);
        if (referrer == null) {
            return "/";
        }
        try {
            var from = URI.create(referrer);
            var path = from.getRawPath();
            var ours = path != null && path.startsWith("/") && !path.startsWith("//");
            return !ours ? "/" : from.getRawQuery() == null ? path : path + "?" + from.getRawQuery();
        } catch (IllegalArgumentException notAnAddress) {
            return "/";
        }
    }
}
