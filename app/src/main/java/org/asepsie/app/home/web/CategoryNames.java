package org.asepsie.app.home.web;

import org.asepsie.app.facility.Nomenclature;
import org.asepsie.app.page.Page;

/// What the categories of the FINESS register are called.
public record CategoryNames(Nomenclature nomenclature) {
    public String brief(String category) {
        return nomenclature
                .category(category)
                .map(Nomenclature.KnownCategory::shortName)
                .orElse(category);
    }

    public String full(String category, Page page) {
        return nomenclature
                .category(category)
                .map(it -> it.name().in(page.language().code()))
                .orElse(category);
    }
}
