package org.asepsie.app.directory;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import org.asepsie.knowledge.Text;

/// Brings the files of a collection that is still to be made.
interface Gathering {
    /// @param entries told again and again how many objects were read so far
    /// @throws NotGathered if nothing came
    List<Path> files(CollectionId collection, LongConsumer entries);

    /// Nothing came, for a reason that people can mend.
    final class NotGathered extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private final transient Text problem;

        NotGathered(Text problem) {
            super(problem.en());
            this.problem = problem;
        }

        NotGathered(Text problem, Throwable cause) {
            super(problem.en(), cause);
            this.problem = problem;
        }

        Text problem() {
            return problem;
        }
    }
}
