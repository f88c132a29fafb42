package org.asepsie.engine.directory.edges;

import org.asepsie.engine.directory.Attribute;

/// The built-in groups of a host that let people in, by their number.
enum LocalGroup {
    ADMINISTRATORS(544, Attribute.LOCAL_ADMINS),
    REMOTE_DESKTOP_USERS(555, Attribute.LOCAL_RDP_USERS),
    DCOM_USERS(562, Attribute.LOCAL_DCOM_USERS),
    REMOTE_MANAGEMENT_USERS(580, Attribute.LOCAL_PSREMOTE_USERS);

    private final int rid;
    private final Attribute members;

    LocalGroup(int rid, Attribute members) {
        this.rid = rid;
        this.members = members;
    }

    int rid() {
        return rid;
    }

    /// Where a host's members of it stand.
    Attribute members() {
        return members;
    }
}
