package org.asepsie.app.home.web;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.assessment.Questionnaires;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.home.web.HomePage.Contact;
import org.asepsie.app.home.web.HomePage.Support;
import org.asepsie.app.page.Page;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Helper;
import org.asepsie.knowledge.Region;
import org.asepsie.knowledge.Source;
import org.asepsie.knowledge.Text;

/// Who helps a facility free of charge: the centre of its region by its real name, then those whose number or
/// address was checked in a public source.
record Supports(Catalogue catalogue, Page page) {
    private static final String REGIONAL_CENTRE = "regional-centre";

    List<Support> of(Facility facility) {
        var audience = Questionnaires.audience(facility.kind());
        var supports = new ArrayList<Support>();
        for (var helper : catalogue.surroundings().helpers()) {
            if (helper.audience().stream().noneMatch(it -> it.covers(audience))) {
                continue;
            }
            if (helper.id().equals(REGIONAL_CENTRE)) {
                supports.add(0, centre(helper, facility));
            } else if (!helper.reach().isEmpty() && helper.source().confidence() == Source.Confidence.V) {
                supports.add(other(helper));
            }
        }
        return supports;
    }

    private Support centre(Helper helper, Facility facility) {
        return catalogue.surroundings().regions().stream()
                .filter(it -> it.code().equals(facility.region().code()))
                .findFirst()
                .map(Region::centre)
                .map(it -> new Support(
                        text(helper.title()),
                        it.brand()
                                .map(brand -> "%s (%s)".formatted(brand, it.body()))
                                .orElse(it.body()),
                        text(helper.offers()),
                        it.web().stream()
                                .map(web -> new Contact(web, "https://" + web, ""))
                                .toList(),
                        it.checkedOn(),
                        it.confidence() == Source.Confidence.V))
                .orElseGet(() -> other(helper));
    }

    private Support other(Helper helper) {
        return new Support(
                text(helper.title()),
                "",
                text(helper.offers()),
                helper.reach().stream().map(this::contact).toList(),
                helper.source().checkedOn(),
                true);
    }

    private Contact contact(Helper.Reach reach) {
        var address = switch (reach.way()) {
            case PHONE -> "tel:" + reach.value().replaceAll("[^0-9+]", "");
            case WEB -> "https://" + reach.value();
        };
        return new Contact(reach.value(), address, reach.note().map(this::text).orElse(""));
    }

    private String text(Text text) {
        return page.french() ? text.fr() : text.en();
    }
}
