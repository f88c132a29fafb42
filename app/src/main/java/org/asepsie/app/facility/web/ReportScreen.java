package org.asepsie.app.facility.web;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.asepsie.app.facility.register.ImportReport;
import org.asepsie.app.facility.register.ImportReport.State;
import org.asepsie.app.facility.register.Note;
import org.asepsie.app.facility.register.Tally;
import org.asepsie.app.page.Tone;

/// One import, under way or ended.
public record ReportScreen(ImportReport report, State state, List<Group> groups) {
    public ReportScreen {
        groups = List.copyOf(groups);
    }

    /// The notes of one kind, with the count of all lines of that kind.
    public record Group(Note.Kind kind, List<Note> notes) {
        public Group {
            notes = List.copyOf(notes);
        }
    }

    public record Count(String key, long lines) {}

    static ReportScreen of(ImportReport report, State state, List<Note> notes) {
        var groups = Stream.of(Note.Kind.values())
                .map(kind -> new Group(
                        kind, notes.stream().filter(it -> it.kind() == kind).toList()))
                .filter(it -> !it.notes().isEmpty())
                .toList();
        return new ReportScreen(report, state, groups);
    }

    public List<Count> counts() {
        Tally tally = report.tally();
        return List.of(
                new Count("facility.count.read", tally.read()),
                new Count("facility.count.added", tally.added()),
                new Count("facility.count.changed", tally.changed()),
                new Count("facility.count.unchanged", tally.unchanged()),
                new Count("facility.count.closed", tally.closed()),
                new Count("facility.count.reopened", tally.reopened()),
                new Count("facility.count.refused", tally.refused()),
                new Count("facility.count.key", tally.keyWarnings()),
                new Count("facility.count.absent", tally.absent()));
    }

    public boolean running() {
        return state == State.RUNNING;
    }

    public Tone tone() {
        return tone(state);
    }

    public static Tone tone(State state) {
        return switch (state) {
            case RUNNING -> Tone.INFO;
            case DONE -> Tone.DONE;
            case REFUSED, FAILED, INTERRUPTED -> Tone.ATTENTION;
        };
    }

    /// The key of the sentence about `state`.
    public static String stateKey(State state) {
        return "facility.state." + state.name().toLowerCase(Locale.ROOT);
    }

    /// The key of the sentence that says what is wrong with the file and what to do.
    public String problemKey() {
        return "facility.why." + report.problem().map(it -> code(it.why())).orElse("failed");
    }

    public long problemLine() {
        return report.problem().map(ImportReport.Problem::line).orElse(0L);
    }

    public static String reasonKey(Note note) {
        return "facility.reason." + code(note.what());
    }

    public static String fieldKey(Note note) {
        return "facility.field." + code(note.what());
    }

    private static String code(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
