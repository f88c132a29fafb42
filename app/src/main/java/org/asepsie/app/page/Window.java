package org.asepsie.app.page;

/// The part of a long list that is on screen.
///
/// @param first number of the first row shown, from 1; 0 when there is none
/// @param before the address of the rows before, or an empty string
/// @param after the address of the rows after, or an empty string
public record Window(long first, long last, long total, String before, String after) {}
