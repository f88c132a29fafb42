package org.asepsie.app.directory.web;

import java.util.Locale;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.page.Tone;

/// One collection on its way, or what became of it.
public record CourseScreen(Collection collection, State state) {
    public boolean running() {
        return state == State.RUNNING;
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
