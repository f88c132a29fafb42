package org.asepsie.app.knowledge;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;

/// Makes the workbook in which a regional centre writes its own questionnaire: empty, or filled with one that
/// exists.
final class FrameworkWorkbookWriter {
    private static final String HEADING_FILL = "DCEBEA";
    private static final String HINT_COLOUR = "5A6A70";

    private FrameworkWorkbookWriter() {}

    static byte[] empty() {
        return filledWith(Map.of());
    }

    /// @param document the framework as its YAML reads: maps, lists and plain values
    static byte[] filledWith(Map<?, ?> document) {
        var bytes = new ByteArrayOutputStream();
        try (var workbook = new Workbook(bytes, "Asepsie", "1.0")) {
            explain(workbook.newWorksheet("Lisez-moi"));
            framework(workbook.newWorksheet(FrameworkSheets.FRAMEWORK), document.get("framework"));
            table(
                    workbook.newWorksheet(FrameworkSheets.TOPICS),
                    FrameworkSheets.TOPIC_COLUMNS,
                    topics(document.get("topics")));
            table(
                    workbook.newWorksheet(FrameworkSheets.THEMES),
                    FrameworkSheets.THEME_COLUMNS,
                    list(document.get("themes")));
            table(
                    workbook.newWorksheet(FrameworkSheets.QUESTIONS),
                    FrameworkSheets.QUESTION_COLUMNS,
                    list(document.get("questions")));
        } catch (IOException inMemory) {
            throw new UncheckedIOException(inMemory);
        }
        return bytes.toByteArray();
    }

    private static void explain(Worksheet sheet) {
        var lines = List.of(
                "Votre questionnaire régional",
                "1. Remplissez la feuille « Questionnaire » : une ligne par renseignement, dans la colonne B.",
                "2. Remplissez « Thèmes », puis « Questions » : une ligne chacun, à partir de la troisième ligne.",
                "3. Une question porte sur un sujet. Reprenez un sujet du catalogue quand il existe : la réponse servira à tous les questionnaires.",
                "   Sinon, ajoutez-le dans la feuille « Sujets ».",
                "4. Les réponses vont de 0 (rien encore) à 3 (en place, vérifié, tenu à jour).",
                "5. Chaque texte existe en français et en anglais.",
                "6. Ne changez pas la première ligne des feuilles. Enregistrez en XLSX, puis déposez le fichier dans Asepsie : rien n’est publié avant que vous ayez vu l’aperçu.");
        for (var row = 0; row < lines.size(); row++) {
            sheet.value(row, 0, lines.get(row));
        }
        sheet.style(0, 0).bold().fontSize(14).set();
        sheet.width(0, 120);
    }

    private static void framework(Worksheet sheet, @Nullable Object framework) {
        var rows = FrameworkSheets.FRAMEWORK_ROWS;
        heading(sheet, 0, "Renseignement", 34);
        heading(sheet, 1, "Votre réponse", 60);
        heading(sheet, 2, "Ce qu’il faut écrire", 60);
        for (var i = 0; i < rows.size(); i++) {
            var row = rows.get(i);
            sheet.value(i + 1, 0, row.heading());
            sheet.style(i + 1, 0).bold().set();
            sheet.value(i + 1, 1, cell(framework, row));
            sheet.style(i + 1, 1).format("@").wrapText(true).set();
            sheet.value(i + 1, 2, row.hint());
            sheet.style(i + 1, 2).italic().fontColor(HINT_COLOUR).set();
        }
        sheet.freezePane(1, 1);
    }

    private static void table(Worksheet sheet, List<SheetColumn> columns, List<?> rows) {
        for (var column = 0; column < columns.size(); column++) {
            var it = columns.get(column);
            heading(sheet, column, it.heading(), it.width());
            sheet.value(1, column, it.hint());
            sheet.style(1, column)
                    .italic()
                    .fontColor(HINT_COLOUR)
                    .wrapText(true)
                    .set();
            for (var row = 0; row < rows.size(); row++) {
                sheet.value(row + FrameworkSheets.FIRST_ROW - 1, column, cell(rows.get(row), it));
            }
            // Text, so that no program turns 1.0.0 or 3-4 into a date.
            sheet.range(2, column, Math.max(rows.size(), 200) + 1, column)
                    .style()
                    .format("@")
                    .wrapText(true)
                    .set();
        }
        sheet.freezePane(1, 2);
    }

    private static void heading(Worksheet sheet, int column, String text, int width) {
        sheet.value(0, column, text);
        sheet.style(0, column).bold().fillColor(HEADING_FILL).wrapText(true).set();
        sheet.width(column, width);
    }

    private static List<?> list(@Nullable Object part) {
        return part instanceof List<?> list ? list : List.of();
    }

    private static List<?> topics(@Nullable Object topics) {
        if (!(topics instanceof Map<?, ?> map)) {
            return List.of();
        }
        return map.entrySet().stream()
                .map(it -> {
                    var words = it.getValue() instanceof Map<?, ?> both ? both : Map.of();
                    return Map.of(
                            "id", String.valueOf(it.getKey()),
                            "fr", String.valueOf(words.get("fr")),
                            "en", String.valueOf(words.get("en")));
                })
                .toList();
    }

    private static @Nullable String cell(@Nullable Object part, SheetColumn column) {
        var found = part;
        var keys = column.keys();
        for (var i = 0; i < keys.size() && found != null; i++) {
            found = step(found, keys.get(i), i > 0 && keys.get(i - 1).equals("options"));
        }
        return switch (found) {
            case null -> null;
            case Boolean yes -> yes ? "oui" : "non";
            case List<?> several -> several.stream().map(String::valueOf).collect(Collectors.joining(" ; "));
            case Object plain -> plain.toString();
        };
    }

    /// Options are found by their attainment, other items of a list by their place in it.
    private static @Nullable Object step(Object from, String key, boolean option) {
        if (from instanceof Map<?, ?> map) {
            return map.get(key);
        }
        if (!(from instanceof List<?> list)) {
            return null;
        }
        if (option) {
            Optional<?> wanted = list.stream()
                    .filter(it -> it instanceof Map<?, ?> map
                            && Objects.toString(map.get("attainment")).equals(key))
                    .findFirst();
            return wanted.isPresent() ? wanted.get() : null;
        }
        var place = Integer.parseInt(key);
        return place < list.size() ? list.get(place) : null;
    }
}
