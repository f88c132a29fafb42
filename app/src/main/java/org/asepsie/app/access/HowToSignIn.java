package org.asepsie.app.access;

import java.util.List;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartNotice;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/// Tells the console what to do at the address: set the product up, or sign in.
@Component
@Order(10)
class HowToSignIn implements StartNotice {
    private final Accounts accounts;

    HowToSignIn(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public List<Said> lines() {
        return List.of(
                accounts.none()
                        ? new Said(
                                "Première visite : la page qui s’ouvre crée l’administrateur et le premier établissement.",
                                "First visit: the page that opens creates the administrator and the first establishment.")
                        : new Said(
                                "Se connecter : avec votre adresse électronique et votre mot de passe.",
                                "Sign in: with your e-mail address and your password."));
    }
}
