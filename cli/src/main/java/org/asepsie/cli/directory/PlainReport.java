package org.asepsie.cli.directory;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryWording;

/// The document as plain text for a terminal: the level first, what fails with the first objects, and what to do.
final class PlainReport {
    private static final int FIRST = 5;

    private final DirectoryDocument document;
    private final DirectoryWording words;
    private final StringBuilder text = new StringBuilder();

    private PlainReport(DirectoryDocument document, DirectoryWording words) {
        this.document = document;
        this.words = words;
    }

    static String of(DirectoryDocument document, DirectoryWording words) {
        return new PlainReport(document, words).report();
    }

    private String report() {
        line(words.say("Annuaire : niveau %d sur 5, au %s", "Directory: level %d of 5, as of %s")
                .formatted(document.level(), document.asOf().substring(0, 10)));
        line(words.say("Points évalués : %d sur %d", "Points evaluated: %d of %d")
                .formatted(document.evaluated(), document.points().size()));
        if (document.evaluated() < document.points().size()) {
            line(words.upperBound());
        }
        line(words.say(
                        "Comptes pouvant atteindre le sommet (Tier-0) : %d sur %d",
                        "Accounts that can reach the top (Tier-0): %d of %d")
                .formatted(document.tier0().exposed(), document.tier0().accounts()));
        failing();
        list(
                words.say("Points de passage obligés", "Choke points"),
                document.chokePoints(),
                it -> "%s (%d)".formatted(it.name(), it.behind()));
        list(
                words.say("Le moins à retirer pour fermer tous les chemins", "The least to remove to close every path"),
                document.cut(),
                DirectoryDocument.RemedyPart::what);
        document.cutBounds()
                .filter(it -> it.unavoidable() > 0)
                .ifPresent(it -> line(words.say(
                                "Des chemins ne peuvent être fermés ainsi, pour %d comptes.",
                                "Some paths cannot be closed so, for %d accounts.")
                        .formatted(it.unavoidable())));
        unevaluated();
        return text.toString();
    }

    private void failing() {
        heading(words.say("Points en échec", "Failing points"));
        document.points().stream()
                .filter(it -> it.state().equals("failed"))
                .sorted(Comparator.comparingInt(DirectoryDocument.PointPart::level))
                .forEach(it -> {
                    line("  [%d] %s (%s)".formatted(it.level(), it.title(), it.id()));
                    it.objects().stream()
                            .limit(FIRST)
                            .forEach(object -> line("        " + object.name() + " · " + object.proof()));
                    more(it.objects().size());
                });
    }

    private void unevaluated() {
        heading(words.say("Points non évalués", "Points not evaluated"));
        document.points().stream()
                .filter(it -> it.state().equals("not-evaluated"))
                .forEach(it -> line("  %s (%s) – %s"
                        .formatted(it.title(), it.id(), it.reason().orElse(""))));
    }

    private <T> void list(String title, List<T> items, Function<T, String> line) {
        if (!items.isEmpty()) {
            heading(title);
            items.stream().limit(FIRST * 2L).forEach(it -> line("  " + line.apply(it)));
            more(items.size() - FIRST);
        }
    }

    private void more(int size) {
        if (size > FIRST) {
            line(words.say("        … et %d autres", "        … and %d more").formatted(size - FIRST));
        }
    }

    private void heading(String title) {
        line("");
        line(title);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }
}
