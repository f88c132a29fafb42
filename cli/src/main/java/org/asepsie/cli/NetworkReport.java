package org.asepsie.cli;

import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;
import org.asepsie.engine.network.document.NetworkDocument.LinePart;
import org.asepsie.engine.network.document.NetworkDocument.WitnessPart;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;

/// The matrix in words, for a terminal, or as one HTML page without anything to load.
final class NetworkReport {
    /// A terminal shows the beginning of a long list; `--json` has all of it.
    private static final int SHOWN = 30;

    private final Language language;
    private final StringBuilder text = new StringBuilder();

    NetworkReport(Language language) {
        this.language = language;
    }

    String text(NetworkDocument document) {
        for (var file : document.files()) {
            line(say("%s (%s) : %d lignes comprises sur %d ; %s", "%s (%s): %d lines understood of %d; %s")
                    .formatted(
                            file.file(),
                            file.kind(),
                            file.understood(),
                            file.lines(),
                            String.join(", ", file.families())));
        }
        heading("Matrice", "Matrix");
        document.matrix().forEach(this::cell);
        if (!document.violations().isEmpty()) {
            heading("Écarts avec les flux déclarés", "Differences from the declared flows");
            document.violations().forEach(this::violation);
        }
        shadowed(document);
        fidelity(document);
        return text.toString();
    }

    private void cell(CellPart cell) {
        line("%s → %s : %s%s%s"
                .formatted(
                        cell.from(),
                        cell.to(),
                        verdict(cell.verdict()),
                        cell.services().isEmpty() ? "" : " " + few(cell.services()),
                        open(cell)));
        cell.witness().ifPresent(it -> line("    " + witness(it)));
        decisive(cell.decidedBy());
    }

    private String open(CellPart cell) {
        return cell.open().isEmpty() ? "" : say(" ; non prouvé : ", "; not proved: ") + few(cell.open());
    }

    private String verdict(String word) {
        return verdict(word, language);
    }

    static String verdict(String word, Language language) {
        return (switch (word) {
                    case "allowed" -> new Text("tout passe", "everything passes");
                    case "denied" -> new Text("rien ne passe", "nothing passes");
                    case "partly" -> new Text("passe en partie", "passes in part");
                    default -> new Text("non prouvé", "not proved");
                })
                .in(language);
    }

    static String few(List<String> services) {
        return services.size() <= 12
                ? String.join(", ", services)
                : String.join(", ", services.subList(0, 12)) + ", … (" + services.size() + ")";
    }

    static String witness(WitnessPart it) {
        return "%s%s → %s %s%s"
                .formatted(
                        it.in().map(in -> in + " ").orElse(""),
                        it.source(),
                        it.destination(),
                        it.service(),
                        it.out().map(out -> " " + out).orElse(""));
    }

    private void decisive(Optional<LinePart> line) {
        line.ifPresent(it -> line("    %s:%d %s".formatted(it.file(), it.line(), it.text())));
    }

    private void violation(NetworkDocument.ViolationPart it) {
        boolean open = it.kind().equals("possible-but-forbidden");
        line("%s → %s : %s%s : %s"
                .formatted(
                        it.from(),
                        it.to(),
                        open
                                ? say("possible mais interdit", "possible but forbidden")
                                : say("requis mais impossible", "required but impossible"),
                        it.proved() ? "" : say(" (non prouvé)", " (not proved)"),
                        few(it.services())));
        it.witness().ifPresent(packet -> line("    " + witness(packet)));
        decisive(it.decidedBy());
    }

    private void shadowed(NetworkDocument document) {
        if (document.shadowed().isEmpty()) {
            return;
        }
        heading("Règles sans effet", "Rules without effect");
        for (var it : document.shadowed().stream().limit(SHOWN).toList()) {
            line("%s:%d %s %s"
                    .formatted(
                            it.file(),
                            it.line(),
                            it.kind().equals("dead") ? say("[morte]", "[dead]") : say("[redondante]", "[redundant]"),
                            it.text()));
            it.by().stream().limit(3).forEach(by -> line("    ← %s:%d %s".formatted(by.file(), by.line(), by.text())));
        }
        more(document.shadowed().size());
    }

    private void fidelity(NetworkDocument document) {
        if (document.fidelity().isEmpty()) {
            return;
        }
        heading(
                "Lignes non comprises, ou que le fichier ne décide pas",
                "Lines not understood, or that the file does not decide");
        for (var it : document.fidelity().stream().limit(SHOWN).toList()) {
            line("%s:%d %s : %s".formatted(it.file(), it.line(), say(it.french(), it.english()), it.text()));
        }
        more(document.fidelity().size());
    }

    private void more(int size) {
        if (size > SHOWN) {
            line(say("  … et %d autres (--json)", "  … and %d more (--json)").formatted(size - SHOWN));
        }
    }

    String html(NetworkDocument document) {
        var body = escape(text(document));
        var title = say("Ce que les pare-feu laissent passer", "What the firewalls let through");
        return """
            <!doctype html>
            <html lang="%s">
            <head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>%s</title>
            <style>body{font-family:sans-serif;margin:2rem}td,th{border:1px solid #888;padding:.3rem}pre{white-space:pre-wrap}
            table{border-collapse:collapse}</style></head>
            <body><h1>%s</h1>
            %s
            <pre>%s</pre></body></html>
            """.formatted(say("fr", "en"), title, title, table(document), body);
    }

    private String table(NetworkDocument document) {
        var html = new StringBuilder("<table><caption>%s</caption><tr><td></td>"
                .formatted(say("De (ligne) vers (colonne)", "From (row) to (column)")));
        document.zones()
                .forEach(it -> html.append("<th scope=\"col\">")
                        .append(escape(it.name()))
                        .append("</th>"));
        html.append("</tr>\n");
        for (var from : document.zones()) {
            html.append("<tr><th scope=\"row\">").append(escape(from.name())).append("</th>");
            for (var to : document.zones()) {
                var cell = document.matrix().stream()
                        .filter(it -> it.from().equals(from.name()) && it.to().equals(to.name()))
                        .findFirst();
                html.append("<td>")
                        .append(cell.map(it -> symbol(it.verdict()) + " " + verdict(it.verdict()))
                                .orElse("–"))
                        .append("</td>");
            }
            html.append("</tr>\n");
        }
        return html.append("</table>").toString();
    }

    private static String symbol(String verdict) {
        return switch (verdict) {
            case "allowed" -> "●";
            case "denied" -> "✕";
            case "partly" -> "◐";
            default -> "?";
        };
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private void heading(String fr, String en) {
        line("");
        line(say(fr, en));
    }

    private String say(String fr, String en) {
        return new Text(fr, en).in(language);
    }

    private void line(String words) {
        text.append(words).append('\n');
    }
}
