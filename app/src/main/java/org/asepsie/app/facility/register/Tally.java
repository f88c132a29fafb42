package org.asepsie.app.facility.register;

/// How many lines of a file met which fate. Every line read met one of six: new, changed, unchanged, closed,
/// reopened, refused.
///
/// @param keyWarnings numbers whose key is wrong; they count under their fate too
/// @param absent numbers known here and missing from the file; the import leaves them as they are
public record Tally(
        long read,
        long added,
        long changed,
        long unchanged,
        long closed,
        long reopened,
        long refused,
        long keyWarnings,
        long absent) {}
