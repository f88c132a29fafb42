package org.asepsie.engine.directory.sharphound;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Pattern;
import org.asepsie.engine.directory.Trust;

/// Words that a collector puts in the place of the directory's numbers, and back.
///
/// Values: [MS-ADTS] 6.1.4.4 (functional levels), [MS-KILE] 2.2.7 (encryption types), [MS-CRTD] 2.26 and 2.28
/// (enrolment and name flags of templates).
final class Translations {
    private static final Map<String, Integer> LEVELS = Map.of(
            "2000 mixed/native", 0,
            "2003 interim", 1,
            "2003", 2,
            "2008", 3,
            "2008 r2", 4,
            "2012", 5,
            "2012 r2", 6,
            "2016", 7,
            "2025", 10);

    private static final Map<String, Integer> ENCRYPTIONS = Map.of(
            "des-cbc-crc", 0x1,
            "des-cbc-md5", 0x2,
            "rc4-hmac-md5", 0x4,
            "aes128-cts-hmac-sha1-96", 0x8,
            "aes256-cts-hmac-sha1-96", 0x10,
            "not defined", 0);

    private static final Map<String, Integer> ENROLLMENT = Map.of(
            "INCLUDE_SYMMETRIC_ALGORITHMS", 0x1,
            "PEND_ALL_REQUESTS", 0x2,
            "PUBLISH_TO_KRA_CONTAINER", 0x4,
            "PUBLISH_TO_DS", 0x8,
            "AUTO_ENROLLMENT_CHECK_USER_DS_CERTIFICATE", 0x10,
            "AUTO_ENROLLMENT", 0x20,
            "CT_FLAG_DOMAIN_AUTHENTICATION_NOT_REQUIRED", 0x80,
            "PREVIOUS_APPROVAL_VALIDATE_REENROLLMENT", 0x40,
            "USER_INTERACTION_REQUIRED", 0x100,
            "NO_SECURITY_EXTENSION", 0x80000);

    private static final Map<String, Integer> NAMES = Map.of(
            "ENROLLEE_SUPPLIES_SUBJECT", 0x1,
            "OLD_CERT_SUPPLIES_SUBJECT_AND_ALT_NAME", 0x8,
            "ENROLLEE_SUPPLIES_SUBJECT_ALT_NAME", 0x10000,
            "SUBJECT_ALT_REQUIRE_DOMAIN_DNS", 0x400000,
            "SUBJECT_ALT_REQUIRE_SPN", 0x800000,
            "SUBJECT_ALT_REQUIRE_DIRECTORY_GUID", 0x1000000,
            "SUBJECT_ALT_REQUIRE_UPN", 0x2000000,
            "SUBJECT_ALT_REQUIRE_EMAIL", 0x4000000,
            "SUBJECT_ALT_REQUIRE_DNS", 0x8000000,
            "SUBJECT_REQUIRE_EMAIL", 0x20000000);

    private static final Pattern DAYS = Pattern.compile("(\\d{1,6}) days?.*");

    private Translations() {}

    static OptionalInt number(String key, Object value) {
        return switch (key) {
            case "functionallevel" -> looked(LEVELS, value);
            case "supportedencryptiontypes" -> encryptions(value);
            case "maxpwdage" -> age(value);
            default -> OptionalInt.empty();
        };
    }

    private static OptionalInt looked(Map<String, Integer> words, Object value) {
        var known = value instanceof String text ? words.get(text.toLowerCase(Locale.ROOT)) : null;
        if (known != null) {
            return OptionalInt.of(known);
        }
        return whole(value);
    }

    private static OptionalInt whole(Object value) {
        var number = Json.number(value);
        return number.isPresent() ? OptionalInt.of((int) (long) number.get()) : OptionalInt.empty();
    }

    private static OptionalInt encryptions(Object value) {
        if (!(value instanceof List<?> list)) {
            return whole(value);
        }
        var bits = 0;
        for (var it : list) {
            bits |= looked(ENCRYPTIONS, it).orElse(0);
        }
        return OptionalInt.of(bits);
    }

    /// In days: "42 days", "Forever", or a number of seconds as older versions have it.
    private static OptionalInt age(Object value) {
        if (value instanceof String text && text.equalsIgnoreCase("forever")) {
            return OptionalInt.of(Integer.MAX_VALUE);
        }
        if (value instanceof String text) {
            var days = DAYS.matcher(text.toLowerCase(Locale.ROOT));
            if (days.matches()) {
                return OptionalInt.of(Integer.parseInt(days.group(1)));
            }
        }
        var seconds = Json.number(value);
        return seconds.isPresent() ? OptionalInt.of((int) (seconds.get() / 86_400)) : OptionalInt.empty();
    }

    /// From the words, and from the yes-or-no fields beside them, which some tools alone fill in.
    static OptionalInt nameFlag(Json own) {
        return flags(
                own,
                "certificatenameflag",
                NAMES,
                Map.of(
                        "enrolleesuppliessubject", 0x1,
                        "subjectaltrequiredomaindns", 0x400000,
                        "subjectaltrequirespn", 0x800000,
                        "subjectaltrequireupn", 0x2000000,
                        "subjectaltrequireemail", 0x4000000,
                        "subjectaltrequiredns", 0x8000000,
                        "subjectrequireemail", 0x20000000));
    }

    static OptionalInt enrollmentFlag(Json own) {
        return flags(
                own,
                "enrollmentflag",
                ENROLLMENT,
                Map.of("requiresmanagerapproval", 0x2, "nosecurityextension", 0x80000));
    }

    private static OptionalInt flags(Json own, String key, Map<String, Integer> words, Map<String, Integer> fields) {
        var value = own.fields().getOrDefault(key, Json.NULL);
        var number = whole(value);
        var known = number.isPresent() || value instanceof String;
        var bits = number.orElse(0);
        if (number.isEmpty() && value instanceof String text) {
            for (var word : text.split("[,|]\\s*", -1)) {
                bits |= words.getOrDefault(word.trim(), 0);
            }
        }
        for (var field : fields.entrySet()) {
            var flag = own.flag(field.getKey());
            known |= flag.isPresent();
            bits |= flag.orElse(false) ? field.getValue() : 0;
        }
        return known ? OptionalInt.of(bits) : OptionalInt.empty();
    }

    static Trust.Direction direction(Object value) {
        if (Json.number(value) instanceof Optional<Long> number && number.isPresent()) {
            return Trust.Direction.values()[(int) (number.get() & 3)];
        }
        return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "inbound" -> Trust.Direction.INBOUND;
            case "outbound" -> Trust.Direction.OUTBOUND;
            case "bidirectional" -> Trust.Direction.BIDIRECTIONAL;
            default -> Trust.Direction.DISABLED;
        };
    }

    /// Numbers as the collectors of versions 3 to 5 count them.
    static Trust.Type type(Object value) {
        return switch (String.valueOf(value).toLowerCase(Locale.ROOT)) {
            case "0", "parentchild" -> Trust.Type.PARENT_CHILD;
            case "1", "crosslink", "shortcut" -> Trust.Type.SHORTCUT;
            case "2", "forest" -> Trust.Type.FOREST;
            case "3", "external" -> Trust.Type.EXTERNAL;
            case "kerberos", "realm" -> Trust.Type.REALM;
            default -> Trust.Type.UNKNOWN;
        };
    }
}
