package org.asepsie.app.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.asepsie.app.access.Accounts;
import org.asepsie.app.access.Actors;
import org.asepsie.app.demo.Cast.Player;
import org.asepsie.app.directory.Examinations;
import org.springframework.stereotype.Component;

/// The hospital examined its directory twice, a year apart. Told after the story is kept: examinations keep their
/// progress in transactions of their own, which see nothing of an open one.
@Component
class HospitalCollections {
    private static final Duration FIRST = Duration.ofDays(371);
    private static final Duration SECOND = Duration.ofDays(6);

    private final Examinations examinations;
    private final Accounts accounts;
    private final Clock clock;

    HospitalCollections(Examinations examinations, Accounts accounts, Clock clock) {
        this.examinations = examinations;
        this.accounts = accounts;
        this.clock = clock;
    }

    void tell(Stage.Set set) {
        var lead = accounts.person(set.of(Player.HOSPITAL_LEAD)).orElseThrow();
        Actors.as(lead, () -> {
            examine(set, clock.instant().minus(FIRST), false);
            examine(set, clock.instant().minus(SECOND), true);
            return set;
        });
    }

    private void examine(Stage.Set set, Instant at, boolean afterTheWork) {
        try {
            var folder = Files.createTempDirectory("asepsie-demo-");
            var file = Files.write(folder.resolve(HospitalDirectory.name(at)), HospitalDirectory.zip(at, afterTheWork));
            try {
                examinations.run(set.of(Cast.HOSPITAL), List.of(file), at);
            } finally {
                forget(file, folder);
            }
        } catch (IOException noRoom) {
            throw new UncheckedIOException(noRoom);
        }
    }

    private static void forget(Path file, Path folder) throws IOException {
        Files.deleteIfExists(file);
        Files.deleteIfExists(folder);
    }
}
