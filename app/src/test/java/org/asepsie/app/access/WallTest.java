package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.asepsie.app.ApplicationTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/// The second wall: whatever a statement asks for, the database shows each actor the rows of their own places.
/// Tables are found in the catalogue of the database, so a new one is checked without a change here.
@ApplicationTest
class WallTest {
    private static final String TABLES_OF_FACILITIES = """
            select format('%I.%I', namespace.nspname, class.relname)
            from pg_class class
            join pg_namespace namespace on namespace.oid = class.relnamespace
            join pg_attribute attribute on attribute.attrelid = class.oid
            where class.relkind in ('r', 'p') and attribute.attname = 'facility' and not attribute.attisdropped
              and namespace.nspname in
                  ('access', 'facility', 'knowledge', 'evidence', 'assessment', 'plan', 'report')""";

    @Autowired
    JdbcClient database;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    People people;

    @Test
    void standsAroundEveryTableThatHoldsRowsOfAFacility() {
        var open = database.sql(TABLES_OF_FACILITIES + """
                 and not (class.relrowsecurity and exists (
                      select from pg_policy policy
                      where policy.polrelid = class.oid and policy.polwithcheck is not null
                        and pg_get_expr(policy.polqual, policy.polrelid) like '%visible_nodes%'
                        and pg_get_expr(policy.polwithcheck, policy.polrelid) like '%visible_nodes%'))""").query(String.class).list();

        assertThat(open).as("tables without row-level security").isEmpty();
    }

    @Test
    void belongsToNobodyWhoWorksWithIt() {
        var owned = database.sql("""
                        select class.oid::regclass::text from pg_class class
                        where pg_get_userbyid(class.relowner) = current_user""").query(String.class).list();
        var bypasses = database.sql("select rolbypassrls or rolsuper from pg_roles where rolname = current_user")
                .query(Boolean.class)
                .single();

        assertThat(owned).isEmpty();
        assertThat(bypasses).isFalse();
    }

    @Test
    void showsADirectorTheirOwnFacilityAlone() {
        var own = people.facility(people.region());
        var foreign = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own);

        var seen = seenBy(director.actor(), "select id from facility.site");

        assertThat(seen).contains(own.value()).doesNotContain(foreign.value());
    }

    @Test
    void showsAnAdviserTheirRegionAlone() {
        var region = people.region();
        var first = people.facility(region);
        var second = people.facility(region);
        var foreign = people.facility(people.region());
        var adviser = people.with(Role.REGIONAL_ADVISER, region);

        var seen = seenBy(adviser.actor(), "select id from facility.site");

        assertThat(seen)
                .containsExactlyInAnyOrder(first.value(), second.value())
                .doesNotContain(foreign.value());
    }

    @Test
    void showsNoRowToAnObserverAStrangerOrNobody() {
        people.facility(people.region());
        var observer = people.with(Role.NATIONAL_OBSERVER, people.nation());

        assertThat(seenBy(observer.actor(), "select id from facility.site")).isEmpty();
        assertThat(seenBy(new Actor.Stranger(), "select id from facility.site")).isEmpty();
        assertThat(database.sql("select id from facility.site")
                        .query(UUID.class)
                        .list())
                .as("outside a transaction")
                .isEmpty();
    }

    @Test
    void letsNobodyWriteIntoAForeignFacility() {
        var own = people.facility(people.region());
        var foreign = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own);

        var changed = Actors.as(
                director.actor(),
                () -> transactions.execute(_ -> database.sql("update facility.site set name = 'taken' where id = ?")
                        .param(foreign.value())
                        .update()));

        assertThat(changed).isZero();
    }

    /// A foreign row must not show itself through a missing policy, a view or an owner's right: every table is
    /// asked.
    @Test
    void showsNoForeignRowInAnyTable() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own);

        for (var table : database.sql(TABLES_OF_FACILITIES).query(String.class).list()) {
            var seen =
                    seenBy(director.actor(), "select distinct facility from " + table + " where facility is not null");

            assertThat(seen).as(table).isSubsetOf(own.value());
        }
    }

    @Test
    void carriesNobodysSightToTheNextTransaction() {
        var own = people.facility(people.region());
        var director = people.with(Role.DIRECTOR, own);
        assertThat(seenBy(director.actor(), "select id from facility.site")).containsExactly(own.value());

        assertThat(seenBy(new Actor.Stranger(), "select id from facility.site")).isEmpty();
    }

    private List<UUID> seenBy(Actor actor, String query) {
        return Actors.as(
                actor,
                () -> java.util.Objects.requireNonNull(transactions.execute(
                        _ -> database.sql(query).query(UUID.class).list())));
    }
}
