package org.asepsie.app.followup.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Alongside.SharedLine;
import org.asepsie.app.plan.Plan;
import org.asepsie.app.plan.Reopenings.Reopened;
import org.asepsie.app.plan.Status;
import org.jspecify.annotations.Nullable;

/// The plan as a board: what people took up, from "to do" to "proven". What is merely proposed stays in the list,
/// but for the first few, so that the board can be begun.
///
/// @param proposals how many proposals the list holds beside those shown
public record BoardPage(Plan plan, List<Column> columns, int proposals, boolean steers, boolean above) {
    private static final int PROPOSALS_SHOWN = 3;

    /// Where a card stands.
    public enum Place {
        TO_DO,
        UNDER_WAY,
        DONE,
        PROVEN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }

        /// The status of a card that a person puts here; null where evidence alone puts it.
        public @Nullable String status() {
            return switch (this) {
                case TO_DO -> Status.PLANNED.code();
                case UNDER_WAY -> Status.UNDER_WAY.code();
                case DONE -> Status.DONE.code();
                case PROVEN -> null;
            };
        }
    }

    public record Column(Place place, List<Card> cards) {
        public Column {
            cards = List.copyOf(cards);
        }
    }

    /// @param key of its form
    public record Card(Action action, Optional<SharedLine> shared, Optional<Reopened> reopened, UUID key) {}

    static BoardPage of(
            Plan plan,
            Map<ActionId, SharedLine> shared,
            Map<ActionId, Reopened> reopened,
            boolean steers,
            boolean above) {
        var retained = plan.open().stream()
                .filter(it -> it.wish().status() == Status.PLANNED)
                .toList();
        var proposed = plan.open().stream()
                .filter(it -> it.wish().status() == Status.PROPOSED)
                .toList();
        var toDo = java.util.stream.Stream.concat(
                        retained.stream(), proposed.stream().limit(PROPOSALS_SHOWN))
                .toList();
        var underWay = plan.open().stream()
                .filter(it -> it.wish().status() == Status.UNDER_WAY)
                .toList();
        java.util.function.BiFunction<Place, List<Action>, Column> column = (place, actions) -> new Column(
                place,
                actions.stream()
                        .map(it -> new Card(
                                it,
                                Optional.ofNullable(shared.get(it.id())),
                                Optional.ofNullable(reopened.get(it.id())).filter(_ -> it.open()),
                                UUID.randomUUID()))
                        .toList());
        return new BoardPage(
                plan,
                List.of(
                        column.apply(Place.TO_DO, toDo),
                        column.apply(Place.UNDER_WAY, underWay),
                        column.apply(Place.DONE, plan.at(Action.Stage.UNPROVEN)),
                        column.apply(Place.PROVEN, plan.at(Action.Stage.PROVEN))),
                Math.max(0, proposed.size() - PROPOSALS_SHOWN),
                steers,
                above);
    }
}
