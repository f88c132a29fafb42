package org.asepsie.app.access;

import static org.asepsie.app.access.Permission.ADMINISTER;
import static org.asepsie.app.access.Permission.ANSWER;
import static org.asepsie.app.access.Permission.COMMENT;
import static org.asepsie.app.access.Permission.CURATE;
import static org.asepsie.app.access.Permission.EXPORT;
import static org.asepsie.app.access.Permission.OBSERVATORY;
import static org.asepsie.app.access.Permission.OBSERVE;
import static org.asepsie.app.access.Permission.PORTFOLIO;
import static org.asepsie.app.access.Permission.READ;
import static org.asepsie.app.access.Permission.STEER;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/// What a person is for the places below the node of their grant.
public enum Role {
    DIRECTOR(READ, ANSWER, STEER, EXPORT, COMMENT),
    IT_LEAD(READ, ANSWER, STEER, EXPORT, COMMENT),
    CONTRIBUTOR(ANSWER),
    REGIONAL_ADVISER(READ, OBSERVE, COMMENT, EXPORT, PORTFOLIO, CURATE),
    /// Sees aggregates alone: no row of any facility.
    NATIONAL_OBSERVER(OBSERVATORY),
    ADMINISTRATOR(ADMINISTER, CURATE);

    private final Set<Permission> permissions;

    Role(Permission first, Permission... others) {
        this.permissions = EnumSet.of(first, others);
    }

    public boolean permits(Permission permission) {
        return permissions.contains(permission);
    }

    /// Whether the role sees rows of single facilities; row-level security follows this.
    public boolean seesFacilities() {
        return this != NATIONAL_OBSERVER;
    }

    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Role of(String code) {
        return valueOf(code.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
