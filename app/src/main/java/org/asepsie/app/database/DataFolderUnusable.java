package org.asepsie.app.database;

import java.nio.file.Path;

/// The data folder cannot serve: the message says which folder, why, and how to mend it.
public final class DataFolderUnusable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    DataFolderUnusable(Path folder, String reason, String remedy) {
        super("The data folder %s cannot be used: %s. %s".formatted(folder, reason, remedy));
    }

    DataFolderUnusable(Path folder, String reason, String remedy, Throwable cause) {
        super("The data folder %s cannot be used: %s. %s".formatted(folder, reason, remedy), cause);
    }
}
