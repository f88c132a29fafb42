package org.asepsie.app.followup;

/// What keeps a workbook, or one line of it, from being taken.
///
/// @param cell as a spreadsheet program names it, `F12`; empty for the file as a whole
/// @param problem the key of a sentence that says what is wrong and how to mend it
/// @param found what stands there
public record SheetMistake(String cell, String problem, String found) {}
