package org.asepsie.engine.directory.sharphound;

import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.sharphound.Tokens.Token;

/// One access control entry as a collector writes it: `RightName` alone since version 4, with `AceType` before.
record Entry(String trustee, String name, String aceType, boolean inherited, String hash) {
    /// Reads the entry at whose beginning the reader stands.
    static Entry read(Tokens json) {
        var trustee = "";
        var name = "";
        var aceType = "";
        var hash = "";
        var inherited = false;
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            var value = json.next();
            switch (key) {
                case "principalsid" -> trustee = text(json, value);
                case "rightname" -> name = text(json, value);
                case "acetype" -> aceType = text(json, value);
                case "inheritancehash" -> hash = text(json, value);
                case "isinherited" -> inherited = value == Token.TRUE;
                default -> json.skip();
            }
        }
        return new Entry(trustee, name, aceType, inherited, hash);
    }

    private static String text(Tokens json, Token value) {
        if (value == Token.TEXT) {
            return json.text();
        }
        json.skip();
        return "";
    }

    boolean owns() {
        return name.equalsIgnoreCase("Owns") || name.equalsIgnoreCase("Owner");
    }

    Optional<Right> right() {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "extendedright" -> extended();
            case "writeproperty" -> written();
            default -> Right.labelled(name);
        };
    }

    private Optional<Right> extended() {
        return switch (aceType.toLowerCase(Locale.ROOT)) {
            case "all", "" -> Optional.of(Right.ALL_EXTENDED_RIGHTS);
            case "user-force-change-password" -> Optional.of(Right.FORCE_CHANGE_PASSWORD);
            default -> Right.labelled(aceType);
        };
    }

    private Optional<Right> written() {
        return switch (aceType.toLowerCase(Locale.ROOT)) {
            case "addmember" -> Optional.of(Right.ADD_MEMBER);
            case "allowedtoact", "addallowedtoact" -> Optional.of(Right.ADD_ALLOWED_TO_ACT);
            case "all", "" -> Optional.of(Right.GENERIC_WRITE);
            default -> Right.labelled(aceType);
        };
    }
}
