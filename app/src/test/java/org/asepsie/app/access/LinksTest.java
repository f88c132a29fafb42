package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ApplicationTest
class LinksTest {
    @Autowired
    Links links;

    @Autowired
    People people;

    @Autowired
    Places places;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient database;

    @Test
    void letsOneOfManyWhoUseItAtTheSameTime() throws Exception {
        var token = question(people.place(NodeKind.SITE, people.region()));
        Callable<Optional<Link>> use = () -> links.use(token);

        try (var threads = Executors.newFixedThreadPool(6)) {
            var uses = threads.invokeAll(Collections.nCopies(12, use));

            assertThat(uses.stream().filter(it -> it.resultNow().isPresent())).hasSize(1);
        }
        assertThat(links.open(token)).isInstanceOf(OpenedLink.Used.class);
    }

    @Test
    void lapsesAtItsDate() {
        var token = question(people.place(NodeKind.SITE, people.region()));

        clock.advance(Duration.ofHours(1));

        assertThat(links.open(token)).isInstanceOf(OpenedLink.Expired.class);
        assertThat(links.use(token)).isEmpty();
    }

    @Test
    void letsItsHolderAnswerAtOnePlaceAndDoNothingElse() {
        var site = people.place(NodeKind.SITE, people.region());
        var neighbour =
                places.pathOf(people.place(NodeKind.SITE, people.region())).orElseThrow();
        var path = places.pathOf(site).orElseThrow();

        var holder = links.valid(question(site), LinkPurpose.QUESTION).holder();

        assertThat(holder.name()).isEqualTo("Dominique");
        assertThat(holder.may(Permission.ANSWER, path)).isTrue();
        assertThat(holder.may(Permission.READ, path)).isFalse();
        assertThat(holder.may(Permission.ANSWER, neighbour)).isFalse();
        assertThat(holder.scopesContain(neighbour)).isFalse();
    }

    @Test
    void opensNothingForAnotherPurpose() {
        var token = question(people.place(NodeKind.SITE, people.region()));

        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                DeadLink.class, () -> links.valid(token, LinkPurpose.INVITATION))
                        .reason())
                .isEqualTo(DeadLink.Reason.UNKNOWN);
    }

    @Test
    void keepsNoToken() {
        var token = question(people.place(NodeKind.SITE, people.region()));

        var rows = database.sql("select link::text from access.link")
                .query(String.class)
                .list();

        assertThat(rows).isNotEmpty().noneMatch(it -> it.contains(token));
    }

    private String question(NodeId site) {
        return links.issue(LinkPurpose.QUESTION, Optional.of(site), Map.of("name", "Dominique"), Duration.ofHours(1));
    }
}
