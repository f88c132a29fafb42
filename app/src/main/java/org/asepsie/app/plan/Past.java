package org.asepsie.app.plan;

import java.util.List;

/// Reads a history backwards: what a wish was before some of its changes.
final class Past {
    private Past() {}

    /// @param undone the changes to take back, oldest first
    /// @param all the whole history, where the reason of an older refusal stands
    static Wish before(Wish stands, List<Entry> undone, List<Entry> all) {
        var wish = stands;
        for (var entry : undone.reversed()) {
            wish = switch (entry.kind()) {
                case OWNER -> wish.withOwner(entry.before());
                case DUE -> wish.withDue(Wish.day(entry.before()));
                case QUARTER -> wish.withQuarter(Wish.quarter(entry.before()));
                case STATUS, COMMENT, FILE -> wish;
            };
        }
        // The status last: giving an action an owner retains it, so the other parts must be back in place first.
        for (var entry : undone.reversed()) {
            if (entry.kind() == Entry.Kind.STATUS) {
                wish = new Wish(
                        Status.of(entry.before()), reason(entry, all), wish.owner(), wish.due(), wish.quarter());
            }
        }
        return wish;
    }

    /// Why the action had been set aside when `entry` changed that.
    private static String reason(Entry entry, List<Entry> all) {
        return all.stream()
                .filter(it -> it.version() < entry.version() && it.kind() == Entry.Kind.STATUS)
                .filter(it -> it.after().equals(Status.DISMISSED.code()))
                .map(Entry::note)
                .reduce((_, later) -> later)
                .orElse("…");
    }
}
