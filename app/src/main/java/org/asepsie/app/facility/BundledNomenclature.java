package org.asepsie.app.facility;

import org.asepsie.app.facility.Nomenclature.KnownCategory;
import org.asepsie.app.facility.Nomenclature.KnownRegion;
import org.asepsie.app.facility.Nomenclature.Wording;
import org.asepsie.knowledge.CatalogueReader;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.Region.Department;
import org.asepsie.knowledge.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/// Takes regions and categories from the bundled knowledge.
@Configuration(proxyBeanMethods = false)
class BundledNomenclature {
    @Bean
    Nomenclature nomenclature() {
        var known = CatalogueReader.bundled().surroundings();
        return new Nomenclature(
                known.regions().stream()
                        .map(it -> new KnownRegion(
                                it.code(),
                                wording(it.name()),
                                it.departments().stream().map(Department::code).toList()))
                        .toList(),
                known.categories().stream()
                        .map(it -> new KnownCategory(it.code(), wording(it.label()), it.shortName(), kind(it.kind())))
                        .toList());
    }

    private static Wording wording(Text text) {
        return new Wording(text.fr(), text.en());
    }

    private static FacilityKind kind(Category.Kind kind) {
        return switch (kind) {
            case HOSPITAL -> FacilityKind.HOSPITAL;
            case ESMS -> FacilityKind.ESMS;
            case OTHER -> FacilityKind.OTHER;
        };
    }
}
