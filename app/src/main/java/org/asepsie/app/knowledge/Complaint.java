package org.asepsie.app.knowledge;

import org.asepsie.knowledge.Text;

/// What can be wrong with a file as such, beside the mistakes in what it says. Apostrophes are typed `’`: the
/// texts are patterns.
enum Complaint {
    EMPTY(
            "le fichier est vide.",
            "the file is empty.",
            "Vérifiez qu’il est bien enregistré, puis envoyez-le à nouveau.",
            "Check that it was saved, then send it again."),
    TOO_LARGE(
            "le fichier dépasse 5 Mo ; un questionnaire en fait cent fois moins.",
            "the file is larger than 5 MB; a questionnaire is a hundred times smaller.",
            "Retirez images et feuilles étrangères, ou repartez du modèle.",
            "Remove pictures and foreign sheets, or start from the template."),
    PDF(
            "c’est un document PDF, pas un classeur.",
            "this is a PDF document, not a workbook.",
            "Envoyez le classeur XLSX lui-même, rempli à partir du modèle.",
            "Send the XLSX workbook itself, filled in from the template."),
    OLD_OR_LOCKED_WORKBOOK(
            "c’est un classeur d’un ancien format (.xls), ou protégé par un mot de passe.",
            "this is a workbook of an old format (.xls), or one locked by a password.",
            "Ouvrez-le, retirez le mot de passe et enregistrez-le en XLSX.",
            "Open it, remove the password and save it as XLSX."),
    NOT_A_WORKBOOK(
            "ce n’est pas un classeur, quoi qu’en dise son nom.",
            "this is not a workbook, whatever its name says.",
            "Envoyez un fichier XLSX enregistré par un tableur, ou un fichier YAML nommé .yaml.",
            "Send an XLSX file saved by a spreadsheet program, or a YAML file named .yaml."),
    DAMAGED_WORKBOOK(
            "le classeur est tronqué ou abîmé.",
            "the workbook is cut short or damaged.",
            "Ouvrez-le dans un tableur, enregistrez-le à nouveau et envoyez cette copie.",
            "Open it in a spreadsheet program, save it again and send that copy."),
    ZIP_BOMB(
            "le classeur se déplie en une taille démesurée ; sa lecture a été arrêtée.",
            "the workbook unpacks to an outsized amount; reading it was stopped.",
            "Recopiez vos valeurs dans un modèle neuf.",
            "Copy your values into a fresh template."),
    MISSING_SHEET(
            "il manque la feuille « {0} ».",
            "sheet “{0}” is missing.",
            "Repartez du modèle, sans renommer ni supprimer de feuille.",
            "Start from the template, without renaming or deleting sheets."),
    UNKNOWN_COLUMN(
            "la colonne « {0} » n’existe pas dans le modèle.",
            "column “{0}” is not in the template.",
            "Supprimez-la, ou rétablissez l’intitulé du modèle.",
            "Delete it, or restore the heading of the template."),
    UNKNOWN_ROW(
            "le renseignement « {0} » n’existe pas dans le modèle.",
            "item “{0}” is not in the template.",
            "Supprimez la ligne, ou rétablissez l’intitulé du modèle.",
            "Delete the row, or restore the heading of the template."),
    TOO_MANY_ROWS(
            "la feuille a plus de {0} lignes ; la suite n’a pas été lue.",
            "the sheet has more than {0} rows; the rest was not read.",
            "Supprimez les lignes vides et ce qui n’est pas une question.",
            "Delete empty rows and whatever is not a question."),
    OF_THE_PRODUCT(
            "l’identifiant « {0} » est celui d’un questionnaire livré avec le produit.",
            "id “{0}” is that of a questionnaire that comes with the product.",
            "Donnez au vôtre un identifiant à lui, par exemple précédé du nom de votre région.",
            "Give yours an id of its own, for example beginning with the name of your region."),
    OF_ANOTHER_REGION(
            "l’identifiant « {0} » est celui d’un questionnaire d’une autre région.",
            "id “{0}” is that of a questionnaire of another region.",
            "Donnez au vôtre un identifiant à lui.",
            "Give yours an id of its own."),
    VERSION_PUBLISHED(
            "la version {0} est déjà publiée et ne change plus.",
            "version {0} is published already and no longer changes.",
            "Augmentez le numéro de version.",
            "Raise the version number.");

    private final String fr;
    private final String en;
    private final Text remedy;

    Complaint(String fr, String en, String remedyFr, String remedyEn) {
        this.fr = fr;
        this.en = en;
        this.remedy = new Text(remedyFr, remedyEn);
    }

    String fr() {
        return fr;
    }

    String en() {
        return en;
    }

    Text remedy() {
        return remedy;
    }
}
