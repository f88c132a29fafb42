package org.asepsie.browser;

/// The people of the demonstration, by the name of the post they hold.
public enum Role {
    HOME_DIRECTOR("direction@glycines.demo.invalid"),
    ASSOCIATION_DIRECTOR("direction@les-rives.demo.invalid"),
    IT_LEAD("informatique@les-rives.demo.invalid"),
    CONTRIBUTOR("cadre@glycines.demo.invalid"),
    HOSPITAL_LEAD("rssi@ch-valbrume.demo.invalid"),
    ADVISER("conseil@region.demo.invalid"),
    OBSERVER("observatoire@national.demo.invalid"),
    ADMINISTRATOR("administration@demo.invalid");

    static final String PASSWORD = "visite-fictive-2026";

    private final String email;

    Role(String email) {
        this.email = email;
    }

    String email() {
        return email;
    }
}
