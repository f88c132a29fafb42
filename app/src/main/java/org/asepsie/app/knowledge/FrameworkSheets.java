package org.asepsie.app.knowledge;

import static org.asepsie.app.knowledge.SheetColumn.Content.NUMBER;
import static org.asepsie.app.knowledge.SheetColumn.Content.NUMBERS;
import static org.asepsie.app.knowledge.SheetColumn.Content.TEXT;
import static org.asepsie.app.knowledge.SheetColumn.Content.TEXTS;
import static org.asepsie.app.knowledge.SheetColumn.Content.YES_NO;

import java.util.ArrayList;
import java.util.List;

/// How a framework is laid out in a workbook: one sheet for itself, one for its themes, one for its questions,
/// one for the topics that are its own. Headings are in French, as are those who fill it in; the paths are
/// those of the YAML format.
final class FrameworkSheets {
    static final String FRAMEWORK = "Questionnaire";
    static final String TOPICS = "Sujets";
    static final String THEMES = "Thèmes";
    static final String QUESTIONS = "Questions";

    /// Headings stand on the first row, hints on the second: what people fill in starts on the third.
    static final int FIRST_ROW = 3;

    private static final List<String> MEANINGS = List.of(
            "rien encore",
            "commencé, ou sans règle écrite",
            "en place pour l’essentiel",
            "en place, vérifié, tenu à jour");

    /// The first sheet is filled downwards: one row for each of these.
    static final List<SheetColumn> FRAMEWORK_ROWS = frameworkRows();

    static final List<SheetColumn> TOPIC_COLUMNS = topicColumns();
    static final List<SheetColumn> THEME_COLUMNS = themeColumns();
    static final List<SheetColumn> QUESTION_COLUMNS = questionColumns();

    private FrameworkSheets() {}

    private static List<SheetColumn> frameworkRows() {
        var rows = new ArrayList<SheetColumn>();
        rows.add(new SheetColumn(
                "id", TEXT, "Identifiant", "minuscules, chiffres, tirets ; ne change jamais : bretagne-esms", 60));
        rows.add(new SheetColumn("version", TEXT, "Version", "trois nombres : 1.0.0", 60));
        rows.add(new SheetColumn("validFrom", TEXT, "En vigueur à partir du", "une date : 2027-01-01", 60));
        both(rows, "title", "Titre", "le nom que les établissements liront");
        both(rows, "purpose", "À quoi il sert", "une ou deux phrases : pour qui, pour quoi");
        rows.add(new SheetColumn("audience", TEXTS, "Public", "esms ; hospital ; all", 60));
        rows.add(new SheetColumn("minutes", NUMBER, "Durée", "minutes pour y répondre, sans mentir", 60));
        rows.add(new SheetColumn("source.name", TEXT, "Source : nom", "qui l’a écrit", 60));
        rows.add(new SheetColumn("source.reference", TEXT, "Source : référence", "titre, version, date", 60));
        rows.add(new SheetColumn("source.checkedOn", TEXT, "Source : vérifiée le", "une date : 2027-01-01", 60));
        rows.add(new SheetColumn(
                "source.confidence", TEXT, "Confiance", "V vérifié, D déduit, M de mémoire, P notre proposition", 60));
        both(rows, "notice", "Avertissement", "facultatif : ce que ce questionnaire n’est pas");
        rows.add(new SheetColumn(
                "thresholds",
                NUMBERS,
                "Seuils",
                "indice à partir duquel on est au niveau 1, 2, 3, 4 : 20 ; 45 ; 65 ; 85",
                60));
        return List.copyOf(rows);
    }

    private static List<SheetColumn> topicColumns() {
        var columns = new ArrayList<SheetColumn>();
        columns.add(new SheetColumn(
                "id",
                TEXT,
                "Identifiant",
                "seulement pour un sujet que le catalogue n’a pas : bretagne.astreinte",
                28));
        columns.add(new SheetColumn("fr", TEXT, "Sujet (français)", "ce qui est affirmé, en trois mots", 40));
        columns.add(new SheetColumn("en", TEXT, "Sujet (anglais)", "le même en anglais", 40));
        return List.copyOf(columns);
    }

    private static List<SheetColumn> themeColumns() {
        var columns = new ArrayList<SheetColumn>();
        columns.add(new SheetColumn("id", TEXT, "Identifiant", "minuscules et tirets : sauvegardes", 22));
        both(columns, "title", "Titre", "le nom du thème");
        both(columns, "intro", "Pourquoi", "une phrase : ce que ce thème change pour les soins");
        columns.add(new SheetColumn("weight", NUMBER, "Poids", "1 à 5", 8));
        return List.copyOf(columns);
    }

    private static List<SheetColumn> questionColumns() {
        var columns = new ArrayList<SheetColumn>();
        columns.add(new SheetColumn("id", TEXT, "Identifiant", "unique : bretagne.bak.offline", 26));
        columns.add(new SheetColumn("topic", TEXT, "Sujet", "identifiant d’un sujet : bak.offline", 22));
        columns.add(new SheetColumn("theme", TEXT, "Thème", "identifiant d’un thème de la feuille Thèmes", 18));
        columns.add(new SheetColumn("essential", YES_NO, "Essentielle", "oui ou non", 11));
        columns.add(new SheetColumn("weight", NUMBER, "Poids", "1 à 5", 8));
        columns.add(new SheetColumn("gate.level", NUMBER, "Seuil : niveau", "facultatif : 1 à 4", 10));
        columns.add(new SheetColumn("gate.attainment", NUMBER, "Seuil : réponse", "facultatif : 1 à 3", 10));
        both(columns, "ask", "Question", "une phrase, sans jargon");
        both(columns, "example", "Exemple", "un exemple pris dans les soins");
        both(columns, "help", "Aide", "ce que les mots veulent dire, comment juger");
        for (var attainment = 0; attainment <= 3; attainment++) {
            both(columns, "options." + attainment + ".text", "Réponse " + attainment, MEANINGS.get(attainment));
        }
        for (var fact = 0; fact < 2; fact++) {
            var name = "Non concerné " + (fact + 1);
            columns.add(new SheetColumn(
                    "notApplicable." + fact + ".id", TEXT, name + " : identifiant", "facultatif : no-local-data", 18));
            columns.add(new SheetColumn(
                    "notApplicable." + fact + ".fr", TEXT, name + " (français)", "un fait que l’on peut vérifier", 30));
            columns.add(new SheetColumn("notApplicable." + fact + ".en", TEXT, name + " (anglais)", "", 30));
        }
        both(columns, "findOut.who", "Qui saurait", "à qui demander quand on ne sait pas");
        both(columns, "findOut.look", "Où regarder", "ce qu’il faut regarder ou demander");
        columns.add(new SheetColumn("findOut.minutes", NUMBER, "Minutes", "pour le savoir", 9));
        columns.add(new SheetColumn("indicators", TEXTS, "Indicateurs", "facultatif : identifiants du catalogue", 26));
        columns.add(new SheetColumn("freshness", TEXT, "Fraîcheur", "facultatif : P12M = douze mois", 10));
        columns.add(new SheetColumn("references", TEXTS, "Références", "facultatif : ANSSI hygiène 37 ; ReCyF 13", 24));
        return List.copyOf(columns);
    }

    private static void both(List<SheetColumn> columns, String path, String name, String hint) {
        columns.add(new SheetColumn(path + ".fr", TEXT, name + " (français)", hint, 40));
        columns.add(new SheetColumn(path + ".en", TEXT, name + " (anglais)", "le même en anglais", 40));
    }
}
