package org.asepsie.cli.directory;

import java.util.List;
import java.util.function.Function;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryWording;

/// The document as one page that needs nothing else: no script, no font, no network. Also the source of the PDF, so it
/// is well-formed XHTML.
final class HtmlReport {
    private static final String STYLE = """
            body{font-family:sans-serif;line-height:1.45;margin:2em auto;max-width:62em;padding:0 1em;color:#1b2733}
            table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}th,td{text-align:left;vertical-align:top;padding:.3em .6em;border-bottom:1px solid #c8d2dc}
            h2{margin-top:2em}.level{font-size:2em;font-weight:bold}ul{margin:.2em 0}@page{size:A4;margin:15mm}""";

    private final DirectoryDocument document;
    private final DirectoryWording words;
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(DirectoryDocument document, DirectoryWording words) {
        this.document = document;
        this.words = words;
    }

    static String of(DirectoryDocument document, DirectoryWording words) {
        return new HtmlReport(document, words).page();
    }

    private String page() {
        var title = words.say("Annuaire : niveau %d sur 5", "Directory: level %d of 5")
                .formatted(document.level());
        html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(words.language() == Language.FR ? "fr" : "en")
                .append("\"><head><meta charset=\"utf-8\"/><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body>\n");
        tag("h1", title);
        tag(
                "p",
                words.say("Situation au %s ; %d points évalués sur %d.", "As of %s; %d points evaluated of %d.")
                        .formatted(
                                document.asOf().substring(0, 10),
                                document.evaluated(),
                                document.points().size()));
        tag(
                "p",
                words.say(
                                "%d comptes sur %d peuvent atteindre le sommet (Tier-0).",
                                "%d accounts of %d can reach the top (Tier-0).")
                        .formatted(document.tier0().exposed(), document.tier0().accounts()));
        sections();
        return html.append("</body></html>\n").toString();
    }

    private void sections() {
        points("failed", words.say("Points en échec", "Failing points"));
        table(
                words.say("Points de passage obligés", "Choke points"),
                document.chokePoints(),
                List.of(
                        column(words.say("Objet", "Object"), DirectoryDocument.ChokePart::name),
                        column(words.say("Comptes derrière", "Accounts behind"), it -> String.valueOf(it.behind()))));
        table(
                words.say("Le moins à retirer pour fermer tous les chemins", "The least to remove to close every path"),
                document.cut(),
                List.of(column(words.say("Action", "Action"), DirectoryDocument.RemedyPart::what)));
        table(
                words.say("Vers le niveau suivant", "Towards the next level"),
                document.nextLevel(),
                List.of(
                        column(words.say("Action", "Action"), DirectoryDocument.ActionPart::what),
                        column(words.say("Pour", "For"), DirectoryDocument.ActionPart::why)));
        points("not-evaluated", words.say("Points non évalués", "Points not evaluated"));
        points("passed", words.say("Points satisfaits", "Points passed"));
        table(
                words.say("Sources", "Sources"),
                document.sources(),
                List.of(
                        column(words.say("Fichier", "File"), DirectoryDocument.SourcePart::name),
                        column(words.say("Format", "Format"), DirectoryDocument.SourcePart::format),
                        column(
                                words.say("Collecte", "Collected"),
                                it -> it.collectedAt().orElse("–"))));
    }

    private void points(String state, String title) {
        var chosen = document.points().stream()
                .filter(it -> it.state().equals(state))
                .toList();
        table(
                title,
                chosen,
                List.of(
                        column(words.say("Niveau", "Level"), it -> String.valueOf(it.level())),
                        column(words.say("Point", "Point"), it -> it.title() + " (" + it.id() + ")"),
                        column(words.say("Preuve", "Proof"), it -> it.reason().orElseGet(() -> proof(it)))));
    }

    private static String proof(DirectoryDocument.PointPart point) {
        return String.join(
                "\n",
                point.objects().stream()
                        .map(it -> it.name() + " · " + it.proof())
                        .toList());
    }

    private record Column<T>(String title, Function<T, String> cell) {}

    private static <T> Column<T> column(String title, Function<T, String> cell) {
        return new Column<>(title, cell);
    }

    private <T> void table(String title, List<T> rows, List<Column<T>> columns) {
        if (rows.isEmpty()) {
            return;
        }
        tag("h2", title + " (" + rows.size() + ")");
        html.append("<table><thead><tr>");
        columns.forEach(it -> tag("th", it.title()));
        html.append("</tr></thead><tbody>\n");
        for (var row : rows) {
            html.append("<tr>");
            columns.forEach(it -> tag("td", it.cell().apply(row)));
            html.append("</tr>\n");
        }
        html.append("</tbody></table>\n");
    }

    private void tag(String name, String text) {
        html.append('<')
                .append(name)
                .append('>')
                .append(escaped(text).replace("\n", "<br/>"))
                .append("</")
                .append(name)
                .append('>');
    }

    /// Names come from the directory: nothing in them may become markup; control characters are no XML.
    private static String escaped(String text) {
        return text.replaceAll("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\uFFFE\\uFFFF]", "\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
