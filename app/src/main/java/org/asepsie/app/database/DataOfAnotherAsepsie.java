package org.asepsie.app.database;

import java.util.List;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartFailure;
import org.jspecify.annotations.Nullable;

/// The tables were made by a newer Asepsie, or by one that was changed by hand. Nothing was changed in them.
public final class DataOfAnotherAsepsie extends StartFailure {
    private static final long serialVersionUID = 1L;

    private DataOfAnotherAsepsie(Said problem, Said remedy, @Nullable Throwable cause) {
        super(problem, remedy, cause);
    }

    static DataOfAnotherAsepsie newer(List<String> unknownSteps) {
        var steps = String.join(", ", unknownSteps);
        return new DataOfAnotherAsepsie(
                new Said(
                        "Ces données ont été écrites par un Asepsie plus récent (étapes inconnues ici : %s). Rien n’a été modifié."
                                .formatted(steps),
                        "This data was written by a newer Asepsie (steps unknown here: %s). Nothing was changed."
                                .formatted(steps)),
                new Said(
                        "Démarrez la version la plus récente d’Asepsie, ou remettez la sauvegarde faite avant la mise à jour.",
                        "Start the newest version of Asepsie, or restore the back-up made before the update."),
                null);
    }

    static DataOfAnotherAsepsie changed(Throwable found) {
        return new DataOfAnotherAsepsie(
                new Said(
                        "Les tables ne sont pas celles que cet Asepsie attend : %s Rien n’a été modifié."
                                .formatted(found.getMessage()),
                        "The tables are not those this Asepsie expects: %s Nothing was changed."
                                .formatted(found.getMessage())),
                new Said(
                        "Démarrez la version d’Asepsie qui les a écrites, ou remettez une sauvegarde.",
                        "Start the version of Asepsie that wrote them, or restore a back-up."),
                found);
    }
}
