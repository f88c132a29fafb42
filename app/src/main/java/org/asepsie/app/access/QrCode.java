package org.asepsie.app.access;

import io.nayuki.qrcodegen.QrCode.Ecc;

/// Draws a text as the square that a telephone photographs.
final class QrCode {
    private static final int MARGIN = 4;

    private QrCode() {}

    /// @return an `svg` element without a single attribute from outside: what it shows is drawn, not written
    static String svg(String text) {
        var code = io.nayuki.qrcodegen.QrCode.encodeText(text, Ecc.MEDIUM);
        var path = new StringBuilder();
        for (var y = 0; y < code.size; y++) {
            for (var x = 0; x < code.size; x++) {
                if (code.getModule(x, y)) {
                    path.append("M%d,%dh1v1h-1z".formatted(x + MARGIN, y + MARGIN));
                }
            }
        }
        var side = code.size + 2 * MARGIN;
        return """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="220" height="220" \
                shape-rendering="crispEdges" aria-hidden="true">\
                <rect width="100%%" height="100%%" fill="#fff"/><path d="%s" fill="#000"/></svg>""".formatted(side, side, path);
    }
}
