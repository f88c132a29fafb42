package org.asepsie.app.page;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Permission;

/// What every template knows: the language and its words, the person, where we are, and how to write dates and
/// numbers.
///
/// @param path the path of the request with its query, to come back to after changing the language
/// @param notice the key of a sentence to show once on top, or an empty string
public record Page(
        Language language,
        Theme theme,
        Wording wording,
        Actor actor,
        Optional<Heading> heading,
        String path,
        String notice,
        Csrf csrf,
        Statics statics) {
    /// Dates are those of the establishments: metropolitan France, whatever the server's clock is set to.
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

    /// The token that proves that a form comes from one of our pages.
    public record Csrf(String parameter, String header, String token) {}

    /// @param assets turns the name of a static file into its address with a fingerprint
    /// @param version of the product, or an empty string while it is being built
    /// @param ribbons the keys of the sentences that stand above every page
    public record Statics(UnaryOperator<String> assets, String version, List<String> ribbons) {
        public Statics {
            ribbons = List.copyOf(ribbons);
        }
    }

    public String say(String key, Object... arguments) {
        return wording.say(language, key, arguments);
    }

    public boolean french() {
        return language == Language.FR;
    }

    public String asset(String name) {
        return statics.assets().apply(name);
    }

    public boolean signedIn() {
        return !(actor instanceof Actor.Stranger);
    }

    /// Whether the person may do this at the facility of the page, or anywhere when the page has none.
    public boolean may(Permission permission) {
        return heading.map(it -> actor.may(permission, it.path())).orElseGet(() -> actor.mayAnywhere(permission));
    }

    public Ways ways() {
        return Ways.of(this);
    }

    /// `3 mars 2027`, `1er janvier 2027`; `3 March 2027`.
    public String date(LocalDate date) {
        return DateTimeFormatter.ofPattern(day(date) + " MMMM uuuu", language.locale())
                .format(date);
    }

    private String day(LocalDate date) {
        return french() && date.getDayOfMonth() == 1 ? "d'er'" : "d";
    }

    public String date(Instant instant) {
        return date(instant.atZone(ZONE).toLocalDate());
    }

    public String moment(Instant instant) {
        return date(instant)
                + DateTimeFormatter.ofPattern(french() ? " 'à' HH 'h' mm" : " 'at' HH:mm", language.locale())
                        .format(instant.atZone(ZONE));
    }

    /// A number with at most `decimals` decimals, grouped as the language does.
    public String number(double value, int decimals) {
        var format = NumberFormat.getInstance(language.locale());
        format.setMaximumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_UP));
    }

    /// A level from 0 to 4, always with its tenths, so that a column of them lines up.
    public String level(double value) {
        var format = NumberFormat.getInstance(language.locale());
        format.setMinimumFractionDigits(1);
        format.setMaximumFractionDigits(1);
        return format.format(BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_UP));
    }

    public String euros(long amount) {
        return french() ? number(amount, 0) + "\u00a0€" : "€" + number(amount, 0);
    }
}
