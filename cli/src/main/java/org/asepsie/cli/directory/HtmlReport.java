package org.asepsie.cli.directory;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryWording;
import org.asepsie.paper.Paper;

/// The document as one page that needs nothing else: no script, no font, no network. Also the source of the PDF, so
/// it
/// is well-formed XHTML.
final class HtmlReport {
    private static final String STYLE = """
            body{font-family:sans-serif;line-height:1.45;margin:2em auto;max-width:62em;padding:0 1em;color:#1b2733}
            table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}th,td{text-align:left;vertical-align:top;padding:.3em .6em;border-bottom:1px solid #c8d2dc;overflow-wrap:anywhere}
            caption{text-align:left;color:#4b5a61;font-size:.9em}
            h2{margin-top:2em}.level{font-size:2em;font-weight:bold}ul{margin:.2em 0}@page{size:A4;margin:15mm}""";

    /// As the document writes why an action is needed that closes paths.
    private static final String CUT = "cut";
    /// A table of so few rows stays on one page, with its caption.
    private static final int SMALL = 6;

    /// Room below a heading for a caption, the head of a table and a first row.
    private static final String PRINTED = "<style>body h2{-fs-page-break-min-height:60mm}</style>";

    private final DirectoryDocument document;
    private final DirectoryWording words;
    private final DirectoryGuide guide = DirectoryGuide.bundled();
    private final StringBuilder html = new StringBuilder();

    private HtmlReport(DirectoryDocument document, DirectoryWording words) {
        this.document = document;
        this.words = words;
    }

    static String of(DirectoryDocument document, DirectoryWording words) {
        return new HtmlReport(document, words).page("<meta charset=\"utf-8\"/><style>" + STYLE + "</style>");
    }

    /// The same for the administrator's printer: accessible PDF, every object.
    static byte[] printed(DirectoryDocument document, DirectoryWording words) {
        return Paper.print(new HtmlReport(document, words).page(PRINTED));
    }

    private String page(String style) {
        var title = words.say("Annuaire : niveau %d sur 5", "Directory: level %d of 5")
                .formatted(document.level());
        var description = words.say(
                "Ce que des collectes d’un Active Directory prouvent, objet par objet.",
                "What collections of an Active Directory prove, object by object.");
        html.append("<!DOCTYPE html>\n<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"")
                .append(words.language() == Language.FR ? "fr" : "en")
                .append("\"><head><title>")
                .append(escaped(title))
                .append("</title><meta name=\"description\" content=\"")
                .append(escaped(description))
                .append("\"/>")
                .append(style)
                .append("</head><body>\n");
        tag("h1", title);
        tag(
                "p",
                words.say("Situation au %s ; %d points évalués sur %d.", "As of %s; %d points evaluated of %d.")
                        .formatted(
                                day(document.asOf()),
                                document.evaluated(),
                                document.points().size()));
        if (document.evaluated() < document.points().size()) {
            tag("p", words.upperBound());
        }
        tag(
                "p",
                (document.tier0().exposed() == 1
                                ? words.say(
                                        "1 compte sur %2$d peut atteindre le sommet (Tier-0).",
                                        "1 account of %2$d can reach the top (Tier-0).")
                                : words.say(
                                        "%d comptes sur %d peuvent atteindre le sommet (Tier-0).",
                                        "%d accounts of %d can reach the top (Tier-0)."))
                        .formatted(document.tier0().exposed(), document.tier0().accounts()));
        sections();
        return html.append("</body></html>\n").toString();
    }

    /// What to do comes first, then every finding with its objects, then what is not known.
    private void sections() {
        table(
                words.say("Le moins à retirer pour fermer tous les chemins", "The least to remove to close every path"),
                words.say("Retraits qui suffisent ensemble", "Removals that are enough together"),
                document.cut(),
                List.of(column(words.say("Action", "Action"), DirectoryDocument.RemedyPart::what)));
        table(
                words.say("Vers le niveau suivant", "Towards the next level"),
                words.say("Actions et raison de chacune", "Actions and the reason for each"),
                document.nextLevel(),
                List.of(
                        column(words.say("Action", "Action"), DirectoryDocument.ActionPart::what),
                        column(words.say("Pour", "For"), this::why)));
        table(
                words.say("Points de passage obligés", "Choke points"),
                words.say("Objets par lesquels passent les chemins", "Objects that the paths go through"),
                document.chokePoints(),
                List.of(
                        column(words.say("Objet", "Object"), DirectoryDocument.ChokePart::name),
                        column(words.say("Comptes derrière", "Accounts behind"), it -> String.valueOf(it.behind()))));
        failing();
        var open = in("not-evaluated");
        table(
                words.say("Points non évalués", "Points not evaluated"),
                words.say("Ce qui manque pour chacun", "What is missing for each"),
                open,
                List.of(
                        level(),
                        point(),
                        column(words.say("Raison", "Reason"), it -> it.reason().orElse(""))));
        table(
                words.say("Points satisfaits", "Points passed"),
                words.say(
                        "Rien n’a été trouvé, et tout ce qu’il faut a été lu",
                        "Nothing was found, and all that is needed was read"),
                in("passed"),
                List.of(level(), point()));
        table(
                words.say("Sources", "Sources"),
                words.say("Fichiers lus", "Files read"),
                document.sources(),
                List.of(
                        column(words.say("Fichier", "File"), DirectoryDocument.SourcePart::name),
                        column(words.say("Format", "Format"), DirectoryDocument.SourcePart::format),
                        column(
                                words.say("Collecte", "Collected"),
                                it -> it.collectedAt().map(this::day).orElse("–"))));
        tag(
                "p",
                words.say(
                        "Les points suivent la liste publiée par le CERT-FR ; ce rapport n’est pas un document officiel.",
                        "The points follow the list published by CERT-FR; this report is no official document."));
    }

    /// The document names points by their code, and paths by one word for all.
    private String why(DirectoryDocument.ActionPart action) {
        return action.why().equals(CUT) ? words.say("fermer les chemins", "closing the paths") : action.why();
    }

    private String day(String moment) {
        var language = words.language() == Language.FR ? Locale.FRENCH : Locale.ENGLISH;
        return DateTimeFormatter.ofPattern("d MMMM yyyy", language).format(LocalDate.parse(moment.substring(0, 10)));
    }

    private List<DirectoryDocument.PointPart> in(String state) {
        return document.points().stream()
                .filter(it -> it.state().equals(state))
                .sorted(Comparator.comparingInt(DirectoryDocument.PointPart::level))
                .toList();
    }

    private Column<DirectoryDocument.PointPart> level() {
        return column(words.say("Niveau", "Level"), it -> String.valueOf(it.level()));
    }

    private Column<DirectoryDocument.PointPart> point() {
        return column(words.say("Point", "Point"), it -> it.title() + " (" + it.id() + ")");
    }

    /// Each failing point with the steps that mend it and every object, worst first.
    private void failing() {
        var failed = in("failed");
        if (failed.isEmpty()) {
            return;
        }
        tag("h2", words.say("Points en échec", "Failing points") + " (" + failed.size() + ")");
        for (var point : failed) {
            tag("h3", words.say("%s (niveau %d)", "%s (level %d)").formatted(point.title(), point.level()));
            guide.remedy(point.id()).ifPresent(it -> {
                html.append("<ol>");
                it.how().forEach(step -> tag("li", step.in(words.language())));
                html.append("</ol>\n");
            });
            rows(
                    (point.failing() == 1
                                    ? words.say("1 objet (%2$s)", "1 object (%2$s)")
                                    : words.say("%d objets (%s)", "%d objects (%s)"))
                            .formatted(point.failing(), point.id()),
                    point.objects(),
                    List.of(
                            column(words.say("Objet", "Object"), DirectoryDocument.ObjectPart::name),
                            column(words.say("Preuve", "Proof"), DirectoryDocument.ObjectPart::proof)));
        }
    }

    private record Column<T>(String title, Function<T, String> cell) {}

    private static <T> Column<T> column(String title, Function<T, String> cell) {
        return new Column<>(title, cell);
    }

    private <T> void table(String title, String caption, List<T> rows, List<Column<T>> columns) {
        if (!rows.isEmpty()) {
            tag("h2", title + " (" + rows.size() + ")");
            rows(caption, rows, columns);
        }
    }

    private <T> void rows(String caption, List<T> rows, List<Column<T>> columns) {
        html.append(rows.size() <= SMALL ? "<table class=\"whole\">" : "<table>");
        tag("caption", caption);
        html.append("<thead><tr>");
        columns.forEach(it ->
                html.append("<th scope=\"col\">").append(escaped(it.title())).append("</th>"));
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
