package org.asepsie.app.plan;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asepsie.knowledge.Text;

/// Why an action that was proven is open again. It is kept as the note of the change in the history, and read back
/// from there, so that both languages can say it.
///
/// @param since when the proof ended, or when the evidence that speaks against it was seen
/// @param what the indicators or topics to show again
public record Reopening(Cause cause, LocalDate since, Text what) {
    private static final String MARK = "reopened";

    public enum Cause {
        /// The proof is too old.
        LAPSED,
        /// Evidence in date shows less than the action promises.
        CONTRADICTED,
        /// What proved it was taken back.
        WITHDRAWN;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// @param today when nothing in the evidence says since when
    static Reopening of(Proving proving, LocalDate today) {
        return switch (proving) {
            case Proving.Lapsed(var since, var what) -> new Reopening(Cause.LAPSED, Situation.day(since), listed(what));
            case Proving.Contradicted(var seen, var what) ->
                new Reopening(Cause.CONTRADICTED, Situation.day(seen), listed(what));
            case Proving.NotYet(var what) -> new Reopening(Cause.WITHDRAWN, today, listed(what));
            case Proving.Proven _ -> throw new IllegalArgumentException("what is proven is not reopened");
        };
    }

    /// The reason in the note of an entry; empty when a person made the change.
    public static Optional<Reopening> in(Entry entry) {
        var parts = entry.note().split("\n", -1);
        if (entry.kind() != Entry.Kind.STATUS || parts.length != 5 || !parts[0].equals(MARK)) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Reopening(
                    Cause.valueOf(parts[1].toUpperCase(Locale.ROOT)),
                    LocalDate.parse(parts[2]),
                    new Text(parts[3], parts[4])));
        } catch (DateTimeException | IllegalArgumentException typedByAPerson) {
            return Optional.empty();
        }
    }

    String note() {
        return String.join("\n", MARK, cause.code(), since.toString(), what.fr(), what.en());
    }

    private static Text listed(List<Text> what) {
        return what.isEmpty()
                ? new Text("preuve", "proof")
                : new Text(
                        what.stream().map(Text::fr).collect(Collectors.joining(", ")),
                        what.stream().map(Text::en).collect(Collectors.joining(", ")));
    }
}
