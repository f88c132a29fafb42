package org.asepsie.app.plan.web;

import java.time.LocalDate;
import org.asepsie.app.plan.Entry;
import org.asepsie.app.plan.Quarter;
import org.asepsie.app.plan.Reopening;
import org.asepsie.app.plan.Status;
import org.asepsie.app.plan.Wish;
import org.springframework.modulith.NamedInterface;

/// Says what was changed, for the history of an action and for two versions side by side.
@NamedInterface("words")
public final class EntryWords {
    private EntryWords() {}

    public static String of(Entry entry, PlanWords words) {
        var page = words.page();
        return switch (entry.kind()) {
            case STATUS -> {
                var status = value(Wish.Part.STATUS, entry.after(), words);
                var reopening = Reopening.in(entry);
                if (reopening.isPresent()) {
                    yield page.say("plan.entry.reopened", status, reopening(reopening.get(), words));
                }
                yield entry.note().isEmpty()
                        ? page.say("plan.entry.status", status)
                        : page.say("plan.entry.status.because", status, entry.note());
            }
            case OWNER -> page.say("plan.entry.owner", value(Wish.Part.OWNER, entry.after(), words));
            case DUE -> page.say("plan.entry.due", value(Wish.Part.DUE, entry.after(), words));
            case QUARTER -> page.say("plan.entry.quarter", value(Wish.Part.QUARTER, entry.after(), words));
            case COMMENT -> entry.after();
            case FILE -> page.say("plan.entry.file", entry.note());
        };
    }

    /// Why evidence opened an action again.
    public static String reopening(Reopening why, PlanWords words) {
        return words.page()
                .say("plan.reopened." + why.cause().code(), words.page().date(why.since()), words.text(why.what()));
    }

    public static String name(Wish.Part part, PlanWords words) {
        return switch (part) {
            case STATUS -> words.page().say("plan.filter.status");
            case OWNER -> words.page().say("plan.owner");
            case DUE -> words.page().say("plan.due.field");
            case QUARTER -> words.page().say("plan.quarter");
        };
    }

    /// One part of a wish; a status with its reason.
    public static String value(Wish.Part part, Wish wish, PlanWords words) {
        var value = value(part, wish.written(part), words);
        return part == Wish.Part.STATUS && !wish.reason().isEmpty()
                ? words.page().say("plan.entry.because", value, wish.reason())
                : value;
    }

    private static String value(Wish.Part part, String written, PlanWords words) {
        if (written.isEmpty()) {
            return words.page().say("plan.entry.none");
        }
        return switch (part) {
            case STATUS -> words.status(Status.of(written));
            case OWNER -> written;
            case DUE -> words.page().date(LocalDate.parse(written));
            case QUARTER -> words.quarter(Quarter.of(written));
        };
    }
}
