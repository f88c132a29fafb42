package org.asepsie.knowledge;

/// A FINESS category and how we sort it.
public record Category(String code, Text label, String shortName, Family family, Kind kind) {
    public enum Family {
        HOSPITAL,
        ESMS_ELDERLY,
        ESMS_CHILDREN,
        ESMS_ADULTS,
        SOCIAL,
        HOME_SERVICES,
        OTHER
    }

    public enum Kind {
        HOSPITAL,
        ESMS,
        OTHER
    }

    static Category read(Fields in) {
        var category = new Category(
                in.string("code"),
                in.here(),
                in.string("short"),
                in.word("family", Family.class),
                in.word("kind", Kind.class));
        in.close();
        return category;
    }
}
