package org.asepsie.engine.directory.sharphound;

import java.util.Locale;
import java.util.Optional;
import org.asepsie.engine.directory.Right;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// One access control entry as a collector writes it: `RightName` alone since version 4, with `AceType` before.
record Entry(String trustee, String name, String aceType, boolean inherited, String hash) {
    /// Reads the entry at whose beginning the parser stands.
    static Entry read(JsonParser json, SeenTexts seen) {
        var trustee = "";
        var name = "";
        var aceType = "";
        var hash = "";
        var inherited = false;
        for (var key = json.nextName(); key != null; key = json.nextName()) {
            var value = json.nextToken();
            switch (plain(key)) {
                case "PrincipalSID" -> trustee = text(json, value, seen);
                case "RightName" -> name = text(json, value, seen);
                case "AceType" -> aceType = text(json, value, seen);
                case "InheritanceHash" -> hash = text(json, value, seen);
                case "IsInherited" -> inherited = value == JsonToken.VALUE_TRUE;
                default -> json.skipChildren();
            }
        }
        return new Entry(trustee, name, aceType, inherited, hash);
    }

    /// The usual spelling of a key: its case changes from version to version, but rarely.
    private static String plain(String key) {
        return switch (key) {
            case "PrincipalSID", "PrincipalType", "RightName", "AceType", "InheritanceHash", "IsInherited" -> key;
            default ->
                switch (key.toLowerCase(Locale.ROOT)) {
                    case "principalsid" -> "PrincipalSID";
                    case "rightname" -> "RightName";
                    case "acetype" -> "AceType";
                    case "inheritancehash" -> "InheritanceHash";
                    case "isinherited" -> "IsInherited";
                    default -> key;
                };
        };
    }

    private static String text(JsonParser json, JsonToken value, SeenTexts seen) {
        if (value == JsonToken.VALUE_STRING) {
            return seen.of(json);
        }
        json.skipChildren();
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
