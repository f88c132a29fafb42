package org.asepsie.app.knowledge;

import java.util.List;

/// One column of a sheet of the workbook, or one row of its first sheet: which part of the framework it holds.
///
/// @param path keys from the theme, question or framework down, separated by points; a number is a place in a list
/// @param heading what the person who fills it in reads
/// @param hint what to write there, in a few words
record SheetColumn(String path, Content content, String heading, String hint, int width) {
    enum Content {
        TEXT,
        NUMBER,
        YES_NO,
        /// Several texts in one cell, separated by semicolons.
        TEXTS,
        /// Several numbers in one cell, separated by semicolons.
        NUMBERS
    }

    List<String> keys() {
        return List.of(path.split("\\.", -1));
    }
}
