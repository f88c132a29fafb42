package org.asepsie.app.page;

/// One of the answers a field offers.
///
/// @param hint a line of help below the name, or an empty string
public record Choice(String value, String name, String hint, boolean chosen) {
    public static Choice of(String value, String name, boolean chosen) {
        return new Choice(value, name, "", chosen);
    }
}
