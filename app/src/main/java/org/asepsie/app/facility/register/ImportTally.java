package org.asepsie.app.facility.register;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.facility.finess.FinessSite;
import org.asepsie.app.facility.finess.Reading;
import org.asepsie.app.facility.register.Note.Kind;

/// Counts fates while an import runs, and keeps the first notes of each kind: memory does not grow with the file.
final class ImportTally {
    private static final int NOTES_OF_A_KIND = 100;

    private final Map<Kind, List<Note>> notes = new EnumMap<>(Kind.class);
    private long read;
    private long added;
    private long changed;
    private long unchanged;
    private long closed;
    private long reopened;
    private long refused;
    private long keyWarnings;

    void refused(long line, Reading.Reason reason, String found) {
        read++;
        refused++;
        note(new Note(Kind.REFUSED, line, "", reason.name(), found, ""));
    }

    void added(FinessSite site) {
        read++;
        added++;
        doubtKey(site);
    }

    void compared(FinessSite site, Comparison comparison) {
        read++;
        doubtKey(site);
        var number = site.number().value();
        switch (comparison.fate()) {
            case CHANGED -> changed++;
            case UNCHANGED -> unchanged++;
            case CLOSED -> {
                closed++;
                var day = comparison.after().closedOn().map(Object::toString).orElse("");
                note(new Note(Kind.CLOSED, site.line(), number, "", site.name(), day));
            }
            case REOPENED -> {
                reopened++;
                note(new Note(Kind.REOPENED, site.line(), number, "", site.name(), ""));
            }
        }
        for (var change : comparison.changes()) {
            note(new Note(Kind.CHANGED, site.line(), number, change.field().name(), change.before(), change.after()));
        }
    }

    Tally tally(long absent) {
        return new Tally(read, added, changed, unchanged, closed, reopened, refused, keyWarnings, absent);
    }

    List<Note> notes() {
        var all = new ArrayList<Note>();
        notes.values().forEach(all::addAll);
        return all;
    }

    private void doubtKey(FinessSite site) {
        if (!site.number().keyIsRight()) {
            keyWarnings++;
            note(new Note(Kind.KEY, site.line(), site.number().value(), "", site.name(), ""));
        }
    }

    private void note(Note note) {
        var ofItsKind = notes.computeIfAbsent(note.kind(), _ -> new ArrayList<>());
        if (ofItsKind.size() < NOTES_OF_A_KIND) {
            ofItsKind.add(note);
        }
    }
}
