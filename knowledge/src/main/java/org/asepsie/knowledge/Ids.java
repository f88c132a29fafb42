package org.asepsie.knowledge;

import java.util.regex.Pattern;

/// Ids are lower case letters, digits, dots and dashes, and never change.
final class Ids {
    private static final Pattern FORM = Pattern.compile("[a-z0-9][a-z0-9.-]{0,79}");
    /// Stands in for an id that could not be read; what carries it is dropped, because a problem was told.
    private static final String UNREADABLE = "unreadable";

    private Ids() {}

    static String read(Fields in) {
        return read(in, "id");
    }

    static String read(Fields in, String key) {
        var id = in.string(key);
        if (id.isEmpty()) {
            return UNREADABLE;
        }
        return wellFormed(id, in) ? id : UNREADABLE;
    }

    static boolean wellFormed(String id, Fields in) {
        var formed = FORM.matcher(id).matches();
        if (!formed) {
            in.problems()
                    .at(
                            in.node(),
                            new Text("« " + id + " » n'est pas un identifiant.", "\"" + id + "\" is not an id."),
                            new Text(
                                    "Utilisez des minuscules sans accent, des chiffres, des points et des tirets.",
                                    "Use lower case letters, digits, dots and dashes."));
        }
        return formed;
    }
}
