package org.asepsie.app.directory.web;

import java.util.List;
import java.util.Locale;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collection.Stage;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.directory.Reading;
import org.asepsie.app.page.Tone;

/// One collection on its way, or what became of it.
///
/// @param readings what was read live of each naming context; empty for files that were sent
public record CourseScreen(Collection collection, State state, List<Reading> readings) {
    public CourseScreen {
        readings = List.copyOf(readings);
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    /// How many objects there are is not known before the end: while they are read, they are counted without a bar.
    public int done() {
        return collecting() ? 0 : collection.course().step();
    }

    public int total() {
        return collection.course().steps();
    }

    private boolean collecting() {
        return collection.course().stage() == Stage.COLLECTING;
    }

    public String here() {
        return "/f/" + collection.facility() + "/directory";
    }

    public String address() {
        return here() + "/collections/" + collection.id();
    }

    public String stageKey() {
        return "directory.stage." + collection.course().stage().name().toLowerCase(Locale.ROOT);
    }

    public String stateKey() {
        return CollectionsScreen.stateKey(state);
    }

    public Tone tone() {
        return CollectionsScreen.tone(state);
    }
}
