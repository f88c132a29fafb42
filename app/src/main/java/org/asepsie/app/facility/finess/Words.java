package org.asepsie.app.facility.finess;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The register's ways of writing, made plain.
final class Words {
    private static final Pattern UNWRITTEN = Pattern.compile("[\\p{Cntrl}\\s\\u00a0]+");
    private static final Pattern POSTCODE = Pattern.compile("^[0-9]{5}\\s+");
    private static final Pattern CEDEX = Pattern.compile("\\s+CEDEX(\\s+[0-9]{1,2})?$");

    private Words() {}

    /// One line without control characters: what the database and a page can take.
    static String plain(String text) {
        return UNWRITTEN.matcher(text).replaceAll(" ").strip();
    }

    static Optional<String> some(String text) {
        return Optional.of(text).filter(it -> !it.isEmpty());
    }

    /// `35000 RENNES CEDEX 7` names the commune `RENNES`.
    static Optional<String> commune(String routing) {
        var name = POSTCODE.matcher(routing).replaceFirst("");
        return some(CEDEX.matcher(name).replaceFirst("").strip());
    }

    /// Digits of the given length, or nothing.
    static Optional<String> digits(String text, int length) {
        return Optional.of(text)
                .filter(it -> it.length() == length)
                .filter(it -> it.chars().allMatch(c -> c >= '0' && c <= '9'));
    }

    /// The register calls overseas departments `9A` to `9F`: the first digit of the commune then completes `97`.
    static String department(String department, String commune) {
        var code = department.toUpperCase(Locale.ROOT);
        var overseas = code.length() == 2 && code.charAt(0) == '9' && Character.isLetter(code.charAt(1));
        if (overseas && !commune.isEmpty()) {
            return "97" + commune.charAt(0);
        }
        return code.length() == 1 ? "0" + code : code;
    }

    /// The department of a commune from its official code: `35238`, `2A004`, `97411`.
    static String departmentOf(String communeCode) {
        if (communeCode.length() != 5) {
            return "";
        }
        var length = communeCode.startsWith("97") || communeCode.startsWith("98") ? 3 : 2;
        return communeCode.substring(0, length).toUpperCase(Locale.ROOT);
    }

    /// A day, unless it is the register's way of writing "none", 1 January 1900.
    static Optional<LocalDate> day(String text) {
        if (text.length() < 10) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text.substring(0, 10))).filter(it -> it.getYear() > 1900);
        } catch (DateTimeParseException notADay) {
            return Optional.empty();
        }
    }
}
