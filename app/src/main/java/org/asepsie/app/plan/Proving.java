package org.asepsie.app.plan;

import java.time.Instant;
import java.util.List;
import org.asepsie.knowledge.Text;

/// What evidence says of an action, whatever box was ticked.
public sealed interface Proving {
    /// Evidence in date shows it, until then.
    record Proven(Instant until) implements Proving {}

    /// It was shown, and that is too old since `since`. `what` names the indicators or topics to show again.
    record Lapsed(Instant since, List<Text> what) implements Proving {
        public Lapsed {
            what = List.copyOf(what);
        }
    }

    /// Evidence in date, seen on `seen`, shows less than the action promises.
    record Contradicted(Instant seen, List<Text> what) implements Proving {
        public Contradicted {
            what = List.copyOf(what);
        }
    }

    /// Nothing shows it yet. `what` names what would.
    record NotYet(List<Text> what) implements Proving {
        public NotYet {
            what = List.copyOf(what);
        }
    }
}
