package org.asepsie.knowledge;

/// For whom something is meant: homes and services of social and medico-social care, hospitals, or both.
public enum Audience {
    ESMS,
    HOSPITAL,
    ALL;

    public boolean covers(Audience other) {
        return this == ALL || other == ALL || this == other;
    }
}
