package org.asepsie.app.access.web;

import jakarta.servlet.http.HttpServletRequest;
import java.io.Serial;
import java.io.Serializable;
import java.util.Optional;
import org.asepsie.app.access.Invited;
import org.springframework.ui.Model;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/// What to hand over to somebody: shown once after a redirection.
///
/// @param address the link, or empty when the person can sign in already
public record Handover(String email, String address) implements Serializable {
    @Serial
    private static final long serialVersionUID = 1L;

    private static final String KEY = "handover";

    static Handover of(Invited invited, HttpServletRequest request) {
        return switch (invited) {
            case Invited.WithLink(var email, var token) ->
                new Handover(email, address(request, "/invitation/" + token));
            case Invited.Known(var email) -> new Handover(email, "");
        };
    }

    static Handover reset(String email, String token, HttpServletRequest request) {
        return new Handover(email, address(request, "/new-password/" + token));
    }

    static Optional<Handover> in(Model model) {
        return model.getAttribute(KEY) instanceof Handover it ? Optional.of(it) : Optional.empty();
    }

    void tell(RedirectAttributes flash) {
        flash.addFlashAttribute(KEY, this);
    }

    private static String address(HttpServletRequest request, String path) {
        return ServletUriComponentsBuilder.fromContextPath(request).path(path).toUriString();
    }
}
