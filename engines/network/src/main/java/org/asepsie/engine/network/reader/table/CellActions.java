package org.asepsie.engine.network.reader.table;

import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.Reason;
import org.asepsie.engine.network.reader.source.Gaps;
import org.asepsie.engine.network.reader.source.PlaceTable;

/// What the cells of a table say to do. A word that comes again is read once, unless it is told as a gap on each of
/// its lines.
final class CellActions {
    private static final List<String> OFF =
            List.of("non", "no", "0", "off", "false", "inactif", "inactive", "disabled", "desactive");

    private final Gaps gaps;
    private final PlaceTable<Action> actions = new PlaceTable<>();
    private final PlaceTable<Boolean> switches = new PlaceTable<>();

    CellActions(Gaps gaps) {
        this.gaps = gaps;
    }

    /// Whether the rule is switched off, so that it says nothing.
    boolean isOff(Row row) {
        if (row.isEmpty(Column.ACTIVE)) {
            return false;
        }
        var off = row.in(switches, Column.ACTIVE);
        if (off == null) {
            off = OFF.contains(Column.plain(row.cell(Column.ACTIVE)));
            row.keep(switches, Column.ACTIVE, off);
        }
        return off;
    }

    Action of(Position where, Row row) {
        var action = row.in(actions, Column.ACTION);
        if (action == null) {
            int told = gaps.count();
            action = named(where, row.cell(Column.ACTION));
            if (gaps.count() == told) {
                row.keep(actions, Column.ACTION, action);
            }
        }
        return action;
    }

    Action named(Position where, String word) {
        return switch (Column.plain(word)) {
            case "accept", "allow", "permit", "pass", "autoriser", "autorise", "accepter", "accepte", "oui", "ok" ->
                Action.ACCEPT;
            case "deny", "drop", "block", "refuser", "refuse", "interdire", "interdit", "bloquer", "bloque", "non" ->
                Action.DROP;
            case "reject", "rejeter", "rejete" -> Action.REJECT;
            default -> gaps.undecided(where, Reason.UNKNOWN_ACTION, word);
        };
    }
}
