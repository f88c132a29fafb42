package org.asepsie.app.followup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Wish;
import org.asepsie.knowledge.Text;

/// What a workbook would change if it were taken. Nothing has changed yet.
///
/// @param file what is wrong with the file as a whole; then everything else is empty
/// @param unknown lines about actions that neither the plan nor the catalogue has
/// @param refused lines that are left out, with the cell
/// @param unchanged lines that say what the plan says
public record Preview(
        Optional<SheetMistake> file,
        List<Change> changes,
        List<Conflict> conflicts,
        List<Unknown> unknown,
        List<SheetMistake> refused,
        int unchanged) {
    public Preview {
        changes = List.copyOf(changes);
        conflicts = List.copyOf(conflicts);
        unknown = List.copyOf(unknown);
        refused = List.copyOf(refused);
    }

    public boolean nothing() {
        return changes.isEmpty() && conflicts.isEmpty();
    }

    /// @param parts those that differ
    public record Change(Text title, Wish before, CarriedChange carried, List<Wish.Part> parts) {
        public Change {
            parts = List.copyOf(parts);
        }
    }

    /// The workbook and somebody else changed the same parts in between.
    ///
    /// @param mine what the line becomes with the workbook's values, `theirs` with the other's
    public record Conflict(
            Text title,
            Wish stands,
            CarriedChange mine,
            CarriedChange theirs,
            List<Wish.Part> parts,
            String by,
            Instant at) {
        public Conflict {
            parts = List.copyOf(parts);
        }
    }

    public record Unknown(int row, ActionId action) {}
}
