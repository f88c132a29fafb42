package org.asepsie.app.database;

import java.nio.file.Path;
import java.util.List;
import org.asepsie.app.start.StartFailure;

/// A program of its own that holds a database until it is killed: `DatabaseHolder <folder> <row to keep>`.
///
/// Says `kept` when the row is committed, or why it could not start.
final class DatabaseHolder {
    private DatabaseHolder() {}

    static void main(String[] arguments) throws Exception {
        try {
            var postgres = EmbeddedPostgres.start(Path.of(arguments[0]), List.of());
            Folders.keepRow(postgres, Integer.parseInt(arguments[1]));
            System.out.println("kept " + Folders.rows(postgres));
            if (System.in.read() >= 0) {
                postgres.close();
            }
        } catch (StartFailure refused) {
            System.out.println("refused: " + refused.getMessage());
            System.exit(1);
        }
    }
}
