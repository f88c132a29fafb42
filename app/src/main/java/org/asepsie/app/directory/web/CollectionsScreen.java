package org.asepsie.app.directory.web;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Tone;

/// The collections of a facility, with the form to send another.
///
/// @param problem the key of a sentence on what was sent wrongly; empty for nothing
public record CollectionsScreen(String facility, List<Line> lines, String problem) {
    public CollectionsScreen {
        lines = List.copyOf(lines);
    }

    public record Line(Collection collection, State state) {
        public Tone tone() {
            return CollectionsScreen.tone(state);
        }

        public String stateKey() {
            return CollectionsScreen.stateKey(state);
        }
    }

    static CollectionsScreen of(FacilityId facility, List<Collection> all, Instant now) {
        return new CollectionsScreen(
                facility.toString(),
                all.stream().map(it -> new Line(it, it.course().stateAt(now))).toList(),
                "");
    }

    CollectionsScreen with(String newProblem) {
        return new CollectionsScreen(facility, lines, newProblem);
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    static Tone tone(State state) {
        return switch (state) {
            case RUNNING -> Tone.INFO;
            case DONE -> Tone.DONE;
            case REFUSED, FAILED, INTERRUPTED -> Tone.ATTENTION;
        };
    }

    static String stateKey(State state) {
        return "directory.state." + state.name().toLowerCase(Locale.ROOT);
    }
}
