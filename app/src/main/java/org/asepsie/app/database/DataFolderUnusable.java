package org.asepsie.app.database;

import java.io.IOException;
import java.nio.file.Path;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartFailure;
import org.jspecify.annotations.Nullable;

/// The data folder cannot serve: which folder, why, and how to mend it. Nothing in it was changed.
public final class DataFolderUnusable extends StartFailure {
    private static final long serialVersionUID = 1L;

    private DataFolderUnusable(Path folder, Said reason, Said remedy, @Nullable Throwable cause) {
        super(
                new Said(
                        "Le dossier des données %s ne peut pas servir : %s.".formatted(folder, reason.french()),
                        "The data folder %s cannot be used: %s.".formatted(folder, reason.english())),
                remedy,
                cause);
    }

    static DataFolderUnusable inUse(Path folder) {
        return new DataFolderUnusable(
                folder,
                new Said("un autre Asepsie s’en sert déjà", "another Asepsie is running on it"),
                new Said(
                        "Arrêtez-le d’abord, ou indiquez un autre dossier avec --data.",
                        "Stop it first, or name another folder with --data."),
                null);
    }

    static DataFolderUnusable denied(Path folder, String file, @Nullable Throwable cause) {
        var account = System.getProperty("user.name");
        return new DataFolderUnusable(
                folder,
                new Said(
                        "le compte « %s » n’a pas le droit de lire ou d’écrire %s".formatted(account, file),
                        "the account « %s » may not read or write %s".formatted(account, file)),
                new Said(
                        "Démarrez avec le compte qui possède ce dossier, donnez-le à ce compte (chown -R %s), ou indiquez un autre dossier avec --data."
                                .formatted(account),
                        "Start with the account that owns this folder, give it to this account (chown -R %s), or name another folder with --data."
                                .formatted(account)),
                cause);
    }

    static DataFolderUnusable unwritable(Path folder, IOException cause) {
        return new DataFolderUnusable(
                folder,
                new Said("le système répond « %s »".formatted(cause), "the system answers « %s »".formatted(cause)),
                new Said(
                        "Indiquez avec --data un dossier où l’on peut écrire, sur un disque qui a de la place.",
                        "Name with --data a folder that can be written, on a disk with room."),
                cause);
    }

    static DataFolderUnusable full(Path folder, long free, long needed) {
        return new DataFolderUnusable(
                folder,
                new Said(
                        "il reste %d Mo libres sur ce disque, il en faut %d".formatted(free >> 20, needed >> 20),
                        "%d MB are free on this disk, %d are needed".formatted(free >> 20, needed >> 20)),
                new Said(
                        "Libérez de la place sur ce disque, ou indiquez avec --data un dossier sur un autre disque.",
                        "Free some space on this disk, or name with --data a folder on another disk."),
                null);
    }

    static DataFolderUnusable incomplete(Path folder, Path missing) {
        return new DataFolderUnusable(
                folder,
                new Said(
                        "il contient des données, mais le fichier %s manque".formatted(missing),
                        "it holds data, but the file %s is missing".formatted(missing)),
                new Said(
                        "Rien n’a été modifié. Remettez ce dossier depuis une sauvegarde, ou indiquez un autre dossier avec --data pour repartir de zéro.",
                        "Nothing was changed. Restore this folder from a back-up, or name another folder with --data to start afresh."),
                null);
    }

    static DataFolderUnusable noKey(Path folder, Path file) {
        return new DataFolderUnusable(
                folder,
                new Said(
                        "le fichier %s ne contient pas de clé".formatted(file),
                        "the file %s holds no key".formatted(file)),
                new Said(
                        "Remettez ce fichier depuis une sauvegarde. Si elle est perdue, retirez-le : une nouvelle clé sera faite, et chacun devra remettre en place son deuxième facteur.",
                        "Restore this file from a back-up. If there is none, remove it: a new key will be made, and everyone will have to set up their second factor again."),
                null);
    }

    static DataFolderUnusable ofAnotherPostgres(Path folder, String found, String ours) {
        return new DataFolderUnusable(
                folder,
                new Said(
                        "ses données sont celles d’un PostgreSQL %s, cet Asepsie apporte PostgreSQL %s"
                                .formatted(found, ours),
                        "its data is of a PostgreSQL %s, this Asepsie brings PostgreSQL %s".formatted(found, ours)),
                new Said(
                        "Rien n’a été modifié. Démarrez la version d’Asepsie qui a écrit ces données.",
                        "Nothing was changed. Start the version of Asepsie that wrote this data."),
                null);
    }
}
