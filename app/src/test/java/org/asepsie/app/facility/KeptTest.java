package org.asepsie.app.facility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actor;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/// What is kept about a facility is what would be worked out now, and is shown to those alone who may see it.
@ApplicationTest
class KeptTest {
    @Autowired
    Keeping keeping;

    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final AtomicInteger worked = new AtomicInteger();
    private Kept<String, String> names;
    private FacilityId own;
    private Actor director;

    @BeforeEach
    void aHome() {
        names = keeping.atMost(3);
        var node = people.facility(people.region());
        own = new FacilityId(node.value());
        director = people.with(Role.DIRECTOR, node).actor();
    }

    @Test
    void isWorkedOutOnceWhileNothingChanges() {
        assertThat(name()).isEqualTo(name()).isEqualTo("EHPAD Les Tilleuls");

        assertThat(worked).hasValue(1);
    }

    @Test
    void isWorkedOutAgainOnceAnythingWasWritten() {
        name();

        rename("Les Glycines");

        assertThat(name()).isEqualTo("Les Glycines");
    }

    @Test
    void isWorkedOutAgainInTheNextMinute() {
        name();
        clock.advance(Duration.ofSeconds(59));
        name();
        assertThat(worked).hasValue(1);

        clock.advance(Duration.ofSeconds(1));
        name();

        assertThat(worked).hasValue(2);
    }

    @Test
    void seesWhatItsOwnTransactionWroteAndShowsItToNobodyBeforeTheEnd() {
        name();

        Actors.as(
                director,
                () -> transactions.execute(status -> {
                    rename("not yet");
                    assertThat(asked()).isEqualTo("not yet");
                    status.setRollbackOnly();
                    return true;
                }));

        assertThat(name()).isEqualTo("EHPAD Les Tilleuls");
    }

    @Test
    void isNotShownToWhoeverMayNotSeeTheFacility() {
        name();
        var neighbour =
                people.with(Role.DIRECTOR, people.facility(people.region())).actor();

        assertThatThrownBy(() -> Actors.as(neighbour, this::asked)).isInstanceOf(NoSuchFacility.class);
    }

    @Test
    void forgetsWhatWasNotAskedForLongest() {
        Actors.as(director, () -> {
            for (var question : new String[] {"a", "b", "c", "a", "d", "a", "b"}) {
                names.of(own, question, this::worked);
            }
            return true;
        });

        assertThat(worked).as("a, b, c, d, and b again").hasValue(5);
    }

    @Test
    void doesNotAnswerForAnotherMomentWithThatOfNow() {
        name();

        var before = Actors.as(
                director,
                () -> names.of(own, "name", clock.instant().minus(Duration.ofDays(1)), () -> "as it was called then"));

        assertThat(before).isEqualTo("as it was called then");
        assertThat(name()).isEqualTo("EHPAD Les Tilleuls");
    }

    private String name() {
        return Actors.as(director, this::asked);
    }

    private String asked() {
        return names.of(own, "name", this::worked);
    }

    private String worked() {
        worked.incrementAndGet();
        return facilities.get(own).name();
    }

    private void rename(String name) {
        var before = Actors.as(director, () -> facilities.get(own));
        Actors.as(director, () -> {
            facilities.update(
                    own, FacilityDetails.of(name, java.util.Optional.empty(), "500", before.kind(), before.places()));
            return true;
        });
    }
}
