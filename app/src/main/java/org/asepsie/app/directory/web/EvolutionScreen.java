package org.asepsie.app.directory.web;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Sparkline;
import org.asepsie.app.page.Tone;
import org.asepsie.engine.directory.control.Trend;
import org.asepsie.engine.directory.control.Trend.State;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryDocument.PointPart;

/// What changed up to one collection.
///
/// @param examined all collections, newest first
public record EvolutionScreen(
        String facility,
        Collection collection,
        List<Collection> examined,
        List<Group> groups,
        Map<String, String> titles) {
    private static final int MOST = 200;
    /// More than this is opened on demand: what is new must not be lost under what did not move.
    private static final int UNFOLDED = 20;
    private static final List<State> ORDER =
            List.of(State.NEW, State.REOPENED, State.CLOSED, State.ACCEPTED, State.UNKNOWN, State.STILL_THERE);

    public EvolutionScreen {
        examined = List.copyOf(examined);
        groups = List.copyOf(groups);
        titles = Map.copyOf(titles);
    }

    /// @param changes the first of `all`
    public record Group(State state, int all, List<Trend.Change> changes) {
        public Group {
            changes = List.copyOf(changes);
        }

        public boolean folded() {
            return state == State.STILL_THERE || all > UNFOLDED;
        }

        public Tone tone() {
            return switch (state) {
                case NEW, REOPENED -> Tone.ATTENTION;
                case CLOSED -> Tone.DONE;
                case ACCEPTED -> Tone.SAID;
                case UNKNOWN -> Tone.UNKNOWN;
                case STILL_THERE -> Tone.PLAIN;
            };
        }

        public String code() {
            return state.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    static EvolutionScreen of(
            FacilityId facility,
            Collection collection,
            List<Collection> examined,
            List<Trend.Change> changes,
            DirectoryDocument document) {
        var byState = changes.stream().collect(Collectors.groupingBy(Trend.Change::state));
        return new EvolutionScreen(
                facility.toString(),
                collection,
                examined,
                ORDER.stream()
                        .filter(byState::containsKey)
                        .map(it -> {
                            var all = byState.getOrDefault(it, List.of());
                            return new Group(
                                    it, all.size(), all.stream().limit(MOST).toList());
                        })
                        .toList(),
                document.points().stream().collect(Collectors.toMap(PointPart::id, PointPart::title)));
    }

    public String title(String point) {
        return titles.getOrDefault(point, point);
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    /// The levels, oldest first.
    public Sparkline levels() {
        return Sparkline.ofLevels(examined.reversed().stream()
                .flatMap(it -> it.figures().stream())
                .map(it -> (double) it.level() - 1)
                .toList());
    }
}
