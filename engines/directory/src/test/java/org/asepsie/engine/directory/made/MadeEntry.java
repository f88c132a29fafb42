package org.asepsie.engine.directory.made;

import org.asepsie.engine.directory.Kind;
import org.jspecify.annotations.Nullable;

/// One access control entry of a made object.
///
/// @param only the one kind of object that inherits it, null for all
/// @param handedDown whether what lies below inherits it
/// @param inherited whether it came from above
record MadeEntry(String trustee, Spec spec, @Nullable Kind only, boolean handedDown, boolean inherited) {
    static MadeEntry of(String trustee, Spec spec) {
        return new MadeEntry(trustee, spec, null, false, false);
    }

    static MadeEntry below(String trustee, Spec spec, @Nullable Kind only) {
        return new MadeEntry(trustee, spec, only, true, false);
    }

    /// As an object of some kind directly below shows it.
    MadeEntry seenBelow() {
        return new MadeEntry(trustee, spec, only, handedDown, true);
    }

    boolean actsOn(Kind kind) {
        return only == null || only == kind;
    }

    /// The fingerprint that collectors of 2025 give an inheritable entry and what comes of it.
    String hash() {
        return "%s-%s-%s".formatted(trustee, spec, only);
    }

    String onlyGuid() {
        if (only == null) {
            return "";
        }
        return switch (only) {
            case USER -> "BF967ABA-0DE6-11D0-A285-00AA003049E2";
            case COMPUTER -> "BF967A86-0DE6-11D0-A285-00AA003049E2";
            case GROUP -> "BF967A9C-0DE6-11D0-A285-00AA003049E2";
            default -> throw new IllegalStateException("no entry of a made forest is for " + only + " alone");
        };
    }
}
