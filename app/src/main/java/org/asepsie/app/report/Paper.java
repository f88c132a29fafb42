package org.asepsie.app.report;

/// The door of this application to the printing that it shares with the command line.
public final class Paper {
    private Paper() {}

    /// @param html well-formed XHTML with a `lang`, a `title` and `<meta name="description">`
    /// @return an accessible PDF (PDF/UA-1, A4)
    public static byte[] print(String html) {
        return org.asepsie.paper.Paper.print(html);
    }
}
