package org.asepsie.app.facility.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.Finess;
import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.facility.NotAFinessNumber;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Wording;

/// A facility as typed into the form. Components bear the names of the fields.
///
/// @param confirmed not empty once the person has seen the warning about the key and goes on
public record NewFacilityForm(
        String name,
        String finess,
        String category,
        String places,
        String region,
        String entity,
        String group,
        String confirmed) {
    private static final int MOST_PLACES = 100_000;

    public NewFacilityForm {
        name = text(name);
        finess = text(finess);
        category = text(category);
        places = text(places);
        region = text(region);
        entity = text(entity);
        group = text(group);
        confirmed = text(confirmed);
    }

    static NewFacilityForm blank() {
        return new NewFacilityForm("", "", "", "", "", "", "", "");
    }

    /// What must be mended first, in the order of the form.
    List<FieldError> problems(Nomenclature nomenclature, Wording wording, Language language) {
        var problems = new ArrayList<FieldError>();
        if (name.isEmpty()) {
            problems.add(new FieldError("name", wording.say(language, "facility.error.name")));
        }
        if (!finess.isEmpty() && number().isEmpty()) {
            problems.add(new FieldError("finess", wording.say(language, "facility.error.finess")));
        }
        if (nomenclature.category(category).isEmpty()) {
            problems.add(new FieldError("category", wording.say(language, "facility.error.category")));
        }
        if (places(places).isEmpty()) {
            problems.add(new FieldError("places", wording.say(language, "facility.error.places")));
        }
        if (nomenclature.region(region).isEmpty()) {
            problems.add(new FieldError("region", wording.say(language, "facility.error.region")));
        }
        if (entity.isEmpty()) {
            problems.add(new FieldError("entity", wording.say(language, "facility.error.entity")));
        }
        return problems;
    }

    Optional<Finess> number() {
        try {
            return finess.isEmpty() ? Optional.empty() : Optional.of(Finess.of(finess));
        } catch (NotAFinessNumber refused) {
            return Optional.empty();
        }
    }

    boolean keyToConfirm() {
        return confirmed.isEmpty() && number().filter(it -> !it.keyIsRight()).isPresent();
    }

    /// A count of beds or places; nothing typed counts as unknown, 0.
    static Optional<Integer> places(String typed) {
        var digits = typed.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (digits.isEmpty()) {
            return Optional.of(0);
        }
        return digits.matches("[0-9]{1,6}")
                ? Optional.of(Integer.valueOf(digits)).filter(it -> it <= MOST_PLACES)
                : Optional.empty();
    }

    private static String text(@org.jspecify.annotations.Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
