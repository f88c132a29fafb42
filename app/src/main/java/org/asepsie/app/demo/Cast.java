package org.asepsie.app.demo;

import java.util.List;
import org.asepsie.app.access.Role;
import org.asepsie.app.facility.FacilityKind;

/// Who and what there is in the fictitious region. Names are roles, numbers carry a right key and no department.
final class Cast {
    /// A real region, so that the regional centre is named; everything in it is invented.
    static final String REGION = "53";

    static final String PASSWORD = "visite-fictive-2026";

    /// @param organisation which of [Organisation] runs it
    record House(
            String finess, String name, String category, FacilityKind kind, int places, Organisation organisation) {}

    enum Organisation {
        ASSOCIATION("Association fictive Les Rives", "990000093", "private-non-profit"),
        COUNCIL("Centre communal fictif de Valbrume", "990000101", "public"),
        HOSPITAL("Centre hospitalier fictif de Valbrume", "990000119", "public");

        private final String title;
        private final String finess;
        private final String status;

        Organisation(String title, String finess, String status) {
            this.title = title;
            this.finess = finess;
            this.status = status;
        }

        String title() {
            return title;
        }

        String finess() {
            return finess;
        }

        String status() {
            return status;
        }
    }

    static final House NURSING_HOME =
            esms("990000010", "EHPAD fictif Les Glycines", "500", 84, Organisation.ASSOCIATION);
    static final House CARE_HOME = esms("990000028", "MAS fictive du Grand Pré", "255", 48, Organisation.ASSOCIATION);
    static final House CHILDREN = esms("990000036", "IME fictif Le Tilleul", "183", 60, Organisation.ASSOCIATION);
    static final House SERVICE =
            esms("990000044", "SESSAD fictif des Bords de Rive", "182", 35, Organisation.ASSOCIATION);
    static final House LIVING = esms("990000051", "Foyer de vie fictif La Ferme", "382", 40, Organisation.ASSOCIATION);
    static final House RESIDENCE =
            esms("990000069", "Résidence autonomie fictive du Port", "202", 55, Organisation.ASSOCIATION);
    static final House HOSPITAL = hospital("990000077", "CH fictif de Valbrume, site principal", 310);
    static final House SECOND_SITE = hospital("990000085", "CH fictif de Valbrume, site des Dunes", 90);
    static final House TOWN_HOME = esms("990000127", "EHPAD fictif de la Mairie", "500", 62, Organisation.COUNCIL);
    static final House TOWN_RESIDENCE =
            esms("990000135", "Résidence autonomie fictive du Marché", "202", 44, Organisation.COUNCIL);

    static final List<House> HOUSES = List.of(
            NURSING_HOME,
            CARE_HOME,
            CHILDREN,
            SERVICE,
            LIVING,
            RESIDENCE,
            HOSPITAL,
            SECOND_SITE,
            TOWN_HOME,
            TOWN_RESIDENCE);

    /// Where somebody holds their role.
    enum Post {
        HOME,
        ASSOCIATION,
        HOSPITAL,
        REGION,
        NATION
    }

    enum Player {
        HOME_DIRECTOR(
                "demo.part.director",
                "direction@glycines.demo.invalid",
                "Direction de la résidence",
                Role.DIRECTOR,
                Post.HOME),
        ASSOCIATION_DIRECTOR(
                "demo.part.association",
                "direction@les-rives.demo.invalid",
                "Direction générale de l’association",
                Role.DIRECTOR,
                Post.ASSOCIATION),
        IT_LEAD(
                "demo.part.it",
                "informatique@les-rives.demo.invalid",
                "Prestataire informatique",
                Role.IT_LEAD,
                Post.ASSOCIATION),
        CARE_MANAGER("demo.part.care", "cadre@glycines.demo.invalid", "Cadre de santé", Role.CONTRIBUTOR, Post.HOME),
        HOSPITAL_LEAD(
                "demo.part.hospital",
                "rssi@ch-valbrume.demo.invalid",
                "Responsable sécurité de l’hôpital",
                Role.IT_LEAD,
                Post.HOSPITAL),
        ADVISER(
                "demo.part.adviser",
                "conseil@region.demo.invalid",
                "Conseil régional cyber",
                Role.REGIONAL_ADVISER,
                Post.REGION),
        OBSERVER(
                "demo.part.observer",
                "observatoire@national.demo.invalid",
                "Observatoire national",
                Role.NATIONAL_OBSERVER,
                Post.NATION),
        ADMINISTRATOR(
                "demo.part.administrator",
                "administration@demo.invalid",
                "Administration d’Asepsie",
                Role.ADMINISTRATOR,
                Post.NATION);

        private final String part;
        private final String email;
        private final String title;
        private final Role role;
        private final Post post;

        Player(String part, String email, String title, Role role, Post post) {
            this.part = part;
            this.email = email;
            this.title = title;
            this.role = role;
            this.post = post;
        }

        /// The wording key of what the person is.
        String part() {
            return part;
        }

        String email() {
            return email;
        }

        String title() {
            return title;
        }

        Role role() {
            return role;
        }

        Post post() {
            return post;
        }
    }

    private Cast() {}

    private static House esms(String finess, String name, String category, int places, Organisation organisation) {
        return new House(finess, name, category, FacilityKind.ESMS, places, organisation);
    }

    private static House hospital(String finess, String name, int beds) {
        return new House(finess, name, "355", FacilityKind.HOSPITAL, beds, Organisation.HOSPITAL);
    }
}
