package org.asepsie.app.database;

import java.nio.file.Path;
import java.util.regex.Pattern;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartFailure;
import org.jspecify.annotations.Nullable;

/// The embedded PostgreSQL refused a step of its start; the problem ends with what it said.
public final class PostgresWillNotStart extends StartFailure {
    private static final long serialVersionUID = 1L;
    private static final Pattern NO_ROOM =
            Pattern.compile("No space left on device|Disk quota exceeded|File too large|File size limit");
    private static final Pattern NO_NAMESPACE = Pattern.compile("unshare(\\(0x\\w+\\))?( failed)?: ");

    PostgresWillNotStart(Step step, String said, Path logs, @Nullable Throwable cause) {
        super(problem(step, said), remedy(said, logs), cause);
    }

    /// What was asked of it.
    enum Step {
        UNPACK("déballer les programmes", "unpack the programs"),
        CREATE("créer la base", "create the database"),
        ADMIT("préparer le compte de l’application", "prepare the application’s account"),
        START("démarrer", "start"),
        STOP("arrêter", "stop");

        private final String french;
        private final String english;

        Step(String french, String english) {
            this.french = french;
            this.english = english;
        }
    }

    private static Said problem(Step step, String said) {
        return new Said(
                "Le PostgreSQL d’Asepsie n’a pas pu %s. Il dit : %s"
                        .formatted(step.french, said.isBlank() ? "rien." : said.strip()),
                "Asepsie’s PostgreSQL could not %s. It says: %s"
                        .formatted(step.english, said.isBlank() ? "nothing." : said.strip()));
    }

    private static Said remedy(String said, Path logs) {
        if (NO_ROOM.matcher(said).find()) {
            return new Said(
                    "Le disque est plein : libérez de la place, puis recommencez. Ce qui était enregistré le reste.",
                    "The disk is full: free some space, then start again. What was saved stays saved.");
        }
        if (NO_NAMESPACE.matcher(said).find()) {
            return new Said(
                    "PostgreSQL ne peut pas tourner comme root. Démarrez Asepsie avec un compte ordinaire, ou avec --data dans un dossier que les autres comptes peuvent traverser (par exemple /var/lib/asepsie).",
                    "PostgreSQL cannot run as root. Start Asepsie with an ordinary account, or with --data in a folder that other accounts may enter (for example /var/lib/asepsie).");
        }
        return new Said(
                "Aucune donnée n’a été effacée. Ses journaux sont dans %s ; si le dossier est abîmé, remettez-le depuis une sauvegarde."
                        .formatted(logs),
                "No data was erased. Its logs are in %s; if the folder is damaged, restore it from a back-up."
                        .formatted(logs));
    }
}
