package org.asepsie.app.facility;

import org.asepsie.app.access.FirstFacility;
import org.asepsie.app.access.NodeId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Registers the facility with which the product is set up. It hangs directly below its region: its legal
/// entity comes with the register.
@Component
class FirstSite implements FirstFacility {
    private final Facilities facilities;
    private final Nomenclature nomenclature;

    FirstSite(Facilities facilities, Nomenclature nomenclature) {
        this.facilities = facilities;
        this.nomenclature = nomenclature;
    }

    @Override
    public Options options(String language) {
        return new Options(
                nomenclature.regions().stream()
                        .map(it -> new Option(it.code(), it.name().in(language)))
                        .toList(),
                nomenclature.categories().stream()
                        .map(it -> new Option(it.code(), it.name().in(language) + " (" + it.shortName() + ")"))
                        .toList());
    }

    @Override
    public NumberForm formOf(String finess) {
        if (!Finess.isOne(finess)) {
            return NumberForm.NO_NUMBER;
        }
        return new Finess(finess).keyIsRight() ? NumberForm.RIGHT : NumberForm.WRONG_KEY;
    }

    @Override
    @Transactional
    public NodeId create(NodeId nation, Wanted wanted) {
        var known = nomenclature
                .region(wanted.region())
                .orElseThrow(() -> new IllegalArgumentException("no region has the code " + wanted.region()));
        var region = facilities.registerRegion(known.code(), known.name().fr());
        return facilities
                .registerSite(
                        region,
                        FacilityDetails.of(
                                wanted.name(),
                                wanted.finess().filter(it -> !it.isBlank()).map(Finess::of),
                                wanted.kind(),
                                nomenclature.kindOf(wanted.kind()),
                                wanted.places()))
                .node();
    }
}
