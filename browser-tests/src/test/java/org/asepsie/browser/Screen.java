package org.asepsie.browser;

/// The two widths every page is looked at: a ward PC and a small phone, in CSS pixels.
public enum Screen {
    WIDE(1440, 900),
    PHONE(360, 740);

    private final int width;
    private final int height;

    Screen(int width, int height) {
        this.width = width;
        this.height = height;
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }
}
