package org.asepsie.paper;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.svgsupport.BatikSVGDrawer;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.logging.Level;
import java.util.regex.Pattern;

/// Prints a well-formed page of HTML as an accessible PDF (PDF/UA-1, A4), with our own typeface inside.
///
/// Nothing is fetched: an address in the page that is not data of the page itself is refused.
public final class Paper {
    private static final String FAMILY = "Atkinson Hyperlegible Next";

    private static final Pattern DRAWING = Pattern.compile("role=\"img\" aria-label=\"([^\"]*)\"");

    private static final String STYLE = style();

    static {
        // what it loads and how long that takes is nobody's concern
        XRLog.listRegisteredLoggers().forEach(it -> XRLog.setLevel(it, Level.WARNING));
    }

    private Paper() {}

    /// @param html well-formed XHTML with a `lang`, a `title` and `<meta name="description">`
    public static byte[] print(String html) {
        var output = new ByteArrayOutputStream(200_000);
        try {
            var builder = new PdfRendererBuilder();
            builder.useFastMode();
            builder.usePdfUaAccessibility(true);
            builder.useUnicodeLineBreaker(new Lines());
            builder.useSVGDrawer(new BatikSVGDrawer());
            builder.useFont(() -> font("400-normal"), FAMILY, 400, FontStyle.NORMAL, true);
            builder.useFont(() -> font("700-normal"), FAMILY, 700, FontStyle.NORMAL, true);
            builder.useFont(() -> font("400-italic"), FAMILY, 400, FontStyle.ITALIC, true);
            builder.useUriResolver((base, uri) -> uri.startsWith("data:") || uri.startsWith("#") ? uri : null);
            builder.withProducer("Asepsie");
            builder.withHtmlContent(printable(html), null);
            builder.toStream(output);
            builder.run();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return output.toByteArray();
    }

    /// The typeface has neither a narrow unbreakable space nor arrows: the ordinary unbreakable space takes the place
    /// of
    /// the one, drawn arrows that of the others, instead of the sign for a letter that is missing. The print engine
    /// finds the words for a drawing in `alt` alone, where a browser reads `aria-label`, and it draws nothing
    /// without a namespace.
    private static String printable(String html) {
        var words = DRAWING.matcher(
                html.replace('\u202f', '\u00a0').replace("←", "&lt;–").replace("→", "–&gt;"));
        return words.replaceAll("$0 alt=\"$1\"")
                .replace("<svg ", "<svg xmlns=\"http://www.w3.org/2000/svg\" ")
                .replace("</head>", "<style>" + STYLE + "</style></head>");
    }

    private static String style() {
        try (var sheet = Paper.class.getResourceAsStream("paper.css")) {
            if (sheet == null) {
                throw new IllegalStateException("paper.css is missing from the program");
            }
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static InputStream font(String cut) {
        var file = "/fonts/AtkinsonHyperlegibleNext-%s.ttf".formatted(cut);
        var font = Paper.class.getResourceAsStream(file);
        if (font == null) {
            throw new IllegalStateException(file + " is missing from the program");
        }
        return font;
    }
}
