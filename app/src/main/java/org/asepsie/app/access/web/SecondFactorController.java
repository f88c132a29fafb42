package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import org.asepsie.app.access.Open;
import org.asepsie.app.access.OwnAccount;
import org.asepsie.app.access.SecondFactors;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/// Setting up an authenticator application. The secret waits in the session until a code proves that it arrived.
@Controller
class SecondFactorController {
    private static final String SECRET = SecondFactorController.class.getName();

    private final SecondFactors secondFactors;
    private final OwnAccount own;

    SecondFactorController(SecondFactors secondFactors, OwnAccount own) {
        this.secondFactors = secondFactors;
        this.own = own;
    }

    /// A page reloaded shows the same key: the one that was photographed a moment ago.
    @Open(signedIn = true)
    @GetMapping("/account/second-factor")
    String show(HttpSession session, HttpServletResponse response, Model model) {
        var me = AccountController.me();
        if (own.hasSecondFactor(me)) {
            return "redirect:/account";
        }
        if (!(session.getAttribute(SECRET) instanceof byte[])) {
            session.setAttribute(SECRET, secondFactors.begin(me).secret());
        }
        return show(session, false, response, model);
    }

    @Open(signedIn = true)
    @PostMapping("/account/second-factor")
    String confirm(
            @RequestParam(defaultValue = "") String code,
            HttpSession session,
            HttpServletResponse response,
            RedirectAttributes flash,
            Model model) {
        var me = AccountController.me();
        if (own.hasSecondFactor(me) || !(session.getAttribute(SECRET) instanceof byte[] secret)) {
            return "redirect:/account";
        }
        var codes = secondFactors.enrol(me, new SecondFactors.Enrolment(secret, me.email()), code);
        if (codes.isEmpty()) {
            response.setStatus(HttpServletResponse.SC_UNPROCESSABLE_CONTENT);
            return show(session, true, response, model);
        }
        session.removeAttribute(SECRET);
        flash.addFlashAttribute("codes", codes.get());
        return "redirect:/account/second-factor/codes";
    }

    /// Shows the recovery codes, once: they come with the redirection and are kept nowhere.
    @Open(signedIn = true)
    @GetMapping("/account/second-factor/codes")
    String codes(HttpServletResponse response, Model model) {
        if (!(model.getAttribute("codes") instanceof List<?>)) {
            return "redirect:/account";
        }
        response.setHeader("Cache-Control", "no-store");
        return "access/recovery-codes";
    }

    private static String show(HttpSession session, boolean wrong, HttpServletResponse response, Model model) {
        if (session.getAttribute(SECRET) instanceof byte[] secret) {
            model.addAttribute(
                    "enrolment",
                    new SecondFactors.Enrolment(secret, AccountController.me().email()));
        }
        model.addAttribute("wrong", wrong);
        response.setHeader("Cache-Control", "no-store");
        return "access/second-factor";
    }
}
