package org.asepsie.app.access;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import org.asepsie.app.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.transaction.support.TransactionTemplate;

/// What is counted as a change at a place: everything committed by whoever can write there, and nothing else.
@ApplicationTest
class ChangesTest {
    @Autowired
    Changes changes;

    @Autowired
    Places places;

    @Autowired
    People people;

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    FindByIndexNameSessionRepository<? extends Session> sessions;

    @Test
    void countsWhatIsCommittedWithinTheSightOfTheWriter() {
        var region = people.region();
        var own = people.facility(region);
        var beside = people.facility(region);
        var foreign = people.facility(people.region());
        var writers = Map.<String, Supplier<Actor>>of(
                "director", () -> people.with(Role.DIRECTOR, own).actor(),
                "adviser", () -> people.with(Role.REGIONAL_ADVISER, region).actor(),
                "administrator",
                        () -> people.with(Role.ADMINISTRATOR, people.nation()).actor(),
                "installation", Actor.Installation::new,
                "holder of a link",
                        () -> new Actor.LinkHolder("", places.pathOf(own).orElseThrow()),
                "stranger", Actor.Stranger::new);

        assertThat(moved("director", writers, own, beside, foreign)).containsExactly(true, false, false);
        assertThat(moved("holder of a link", writers, own, beside, foreign)).containsExactly(true, false, false);
        assertThat(moved("adviser", writers, own, beside, foreign)).containsExactly(true, true, false);
        assertThat(moved("administrator", writers, own, beside, foreign)).containsExactly(true, true, true);
        assertThat(moved("installation", writers, own, beside, foreign)).containsExactly(true, true, true);
        assertThat(moved("stranger", writers, own, beside, foreign)).containsExactly(false, false, false);
    }

    @Test
    void doesNotCountWhatIsReadOrTakenBack() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own).actor();
        var before = at(own);

        Actors.as(
                director,
                () -> transactions.execute(_ -> database.sql("select count(*) from facility.site")
                        .query(Long.class)
                        .single()));
        Actors.as(
                director,
                () -> transactions.execute(status -> {
                    status.setRollbackOnly();
                    return write(own);
                }));

        assertThat(at(own)).isEqualTo(before);
        write(director, own);
        assertThat(at(own)).isGreaterThan(before);
    }

    @Test
    void doesNotCountThatSomebodyLooks() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own).actor();
        var before = at(own);

        Actors.as(director, () -> {
            kept(sessions);
            return true;
        });

        assertThat(at(own)).isEqualTo(before);
    }

    /// The number is committed with what it counts: whoever reads it before it is committed will not serve what it
    /// worked out from the rows of before as if it were of after.
    @Test
    void showsTheNumberNoEarlierThanTheRows() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own).actor();
        var before = at(own);

        Actors.as(
                director,
                () -> transactions.execute(_ -> {
                    write(own);
                    assertThat(inAnotherThread(own)).isEqualTo(before);
                    return true;
                }));

        assertThat(at(own)).isGreaterThan(before);
    }

    @Test
    void undoesTheWorkThatCannotBeCounted() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own).actor();
        var before = name(own);

        assertThatThrownBy(() -> Actors.as(
                        director,
                        () -> transactions.execute(_ -> {
                            database.sql("update facility.site set name = 'lost' where id = ?")
                                    .param(own.value())
                                    .update();
                            // The counting finds a transaction that the database has already given up.
                            try {
                                database.sql("select 1 / 0").query(Long.class).single();
                            } catch (DataAccessException expected) {
                                assertThat(expected).hasMessageContaining("zero");
                            }
                            return true;
                        })))
                .hasMessageContaining("could not be counted");

        assertThat(name(own)).isEqualTo(before);
    }

    private boolean[] moved(String writer, Map<String, Supplier<Actor>> writers, NodeId... watched) {
        // Making the person is a change of its own.
        var actor = requireNonNull(writers.get(writer)).get();
        var before = Arrays.stream(watched).mapToLong(this::at).toArray();
        write(actor, watched[0]);
        var moved = new boolean[watched.length];
        for (var i = 0; i < watched.length; i++) {
            moved[i] = at(watched[i]) != before[i];
        }
        return moved;
    }

    private void write(Actor actor, NodeId node) {
        Actors.as(actor, () -> transactions.execute(_ -> write(node)));
    }

    /// Something that anybody may write.
    private int write(NodeId node) {
        return database.sql(
                        "insert into access.attempt (key, failures, last_at, blocked_until) values (?, 1, now(), now())")
                .param(node.value() + " " + UUID.randomUUID())
                .update();
    }

    private long at(NodeId node) {
        return changes.at(places.pathOf(node).orElseThrow());
    }

    private String name(NodeId node) {
        return Actors.asInstallation(
                () -> transactions.execute(_ -> database.sql("select name from facility.site where id = ?")
                        .param(node.value())
                        .query(String.class)
                        .single()));
    }

    private long inAnotherThread(NodeId node) {
        return CompletableFuture.supplyAsync(() -> at(node)).join();
    }

    private static <S extends Session> void kept(FindByIndexNameSessionRepository<S> sessions) {
        sessions.save(sessions.createSession());
    }
}
