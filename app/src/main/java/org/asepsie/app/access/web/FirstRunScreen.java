package org.asepsie.app.access.web;

import java.util.Locale;
import java.util.Optional;
import org.asepsie.app.access.FirstFacility;

/// The first-run form. The password never comes back.
///
/// @param doubtful whether the key of the FINESS number is wrong and the person must confirm it
public record FirstRunScreen(
        Filled filled, Optional<FirstFacility.Options> options, Problems problems, boolean doubtful) {
    /// What was filled in, without the spaces around it.
    public record Filled(
            String name,
            String email,
            String facility,
            String region,
            String kind,
            String finess,
            String places,
            String language) {
        static Filled empty() {
            return new Filled("", "", "", "", "", "", "", "fr");
        }

        static Filled of(FirstRunController.Form form) {
            return new Filled(
                    text(form.name()),
                    text(form.email()),
                    text(form.facility()),
                    text(form.region()),
                    text(form.kind()),
                    text(form.finess()).replaceAll("[\\s\\u00a0\\u202f.]", "").toUpperCase(Locale.ROOT),
                    text(form.places()).replace(" ", ""),
                    text(form.language()).equals("en") ? "en" : "fr");
        }

        Optional<FirstFacility.Wanted> wanted() {
            return facility.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new FirstFacility.Wanted(
                            facility,
                            region,
                            kind,
                            finess.isEmpty() ? Optional.empty() : Optional.of(finess),
                            places.isEmpty() ? 0 : Integer.parseInt(places)));
        }

        private static String text(Optional<String> field) {
            return field.orElse("").strip();
        }
    }
}
