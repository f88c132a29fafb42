package org.asepsie.app.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.util.Collections;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestServer;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/// A database of its own: other tests must not find the trail that this one breaks.
@ApplicationTest
@TestPropertySource(properties = "asepsie.test=audit")
@DirtiesContext
class AuditTest {
    @Autowired
    Audit audit;

    @Autowired
    People people;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient database;

    @Autowired
    MockMvc application;

    @Value("${ASEPSIE_DATABASE_URL}")
    String address;

    @Test
    void chainsWhatManyDoAtTheSameTime() throws Exception {
        Callable<Void> deed = () -> {
            audit.record("access.action.invited", Optional.empty(), "subject", "detail");
            return null;
        };
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var done : threads.invokeAll(Collections.nCopies(60, deed))) {
                done.get();
            }
        }

        assertThat(audit.verify())
                .isInstanceOfSatisfying(
                        AuditChain.Intact.class, it -> assertThat(it.count()).isGreaterThanOrEqualTo(60));
    }

    @Test
    void keepsWhatWasDoneAndForgetsWhatWasRolledBack() {
        var kept = UUID.randomUUID().toString();
        var undone = UUID.randomUUID().toString();

        transactions.executeWithoutResult(_ -> audit.record("access.action.invited", Optional.empty(), kept, ""));
        transactions.executeWithoutResult(it -> {
            audit.record("access.action.invited", Optional.empty(), undone, "");
            it.setRollbackOnly();
        });

        var subjects = audit.newest(new Actor.Installation(), AuditFilter.all(), 1_000).stream()
                .map(it -> it.deed().subject())
                .toList();
        assertThat(subjects).contains(kept).doesNotContain(undone);
    }

    @Test
    void keepsWhatWasDoneWhileOnlyReading() {
        var subject = UUID.randomUUID().toString();
        var reading = new TransactionTemplate(java.util.Objects.requireNonNull(transactions.getTransactionManager()));
        reading.setReadOnly(true);

        reading.executeWithoutResult(_ -> audit.record("access.action.invited", Optional.empty(), subject, ""));

        assertThat(audit.newest(new Actor.Installation(), new AuditFilter(subject, "", Optional.empty()), 10))
                .hasSize(1);
    }

    @Test
    void showsAnAdministratorWhatHappenedInTheirRegionAlone() {
        var here = people.region();
        var there = people.region();
        var administrator = people.with(Role.ADMINISTRATOR, here);
        audit.record("access.action.invited", Optional.of(people.place(NodeKind.SITE, here)), "ours", "");
        audit.record("access.action.invited", Optional.of(people.place(NodeKind.SITE, there)), "theirs", "");
        audit.record("access.action.invited", Optional.empty(), "nowhere", "");

        assertThat(audit.newest(administrator.actor(), AuditFilter.all(), 1_000))
                .extracting(it -> it.deed().subject())
                .containsExactly("ours");
    }

    @Test
    void cannotBeChangedByTheApplication() {
        audit.record("access.action.invited", Optional.empty(), "subject", "");

        for (var statement : new String[] {
            "update access.audit set detail = 'x'", "delete from access.audit", "truncate access.audit"
        }) {
            assertThatThrownBy(() -> database.sql(statement).update()).hasStackTraceContaining("permission denied");
        }
    }

    @Test
    void namesTheRowThatTheOwnerOfTheTableChanged() throws Exception {
        for (var i = 0; i < 5; i++) {
            audit.record("access.action.invited", Optional.empty(), "subject " + i, "");
        }
        var number = database.sql("select max(number) - 2 from access.audit")
                .query(Long.class)
                .single();

        owner("update access.audit set subject = 'somebody else' where number = " + number);
        assertThat(audit.verify()).isEqualTo(new AuditChain.Broken(number));

        owner("update access.audit set subject = 'subject 2' where number = " + number);
        assertThat(audit.verify()).isInstanceOf(AuditChain.Intact.class);
        owner("create table access.aside as select * from access.audit where number = " + number);
        owner("delete from access.audit where number = " + number);
        assertThat(audit.verify()).isEqualTo(new AuditChain.Broken(number + 1));
        owner("insert into access.audit select * from access.aside");
        assertThat(audit.verify()).isInstanceOf(AuditChain.Intact.class);
    }

    @Test
    void showsItselfAndItsVerification() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        audit.record("access.action.role-given", Optional.of(people.nation()), "<b>someone</b>", "director");

        var page = application
                .perform(org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get(
                                "/administration/audit?words=someone&day=2026-11-23")
                        .with(administrator.signedIn()))
                .andReturn();
        var verified = application
                .perform(
                        org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post(
                                        "/administration/audit/verification")
                                .with(org.springframework.security.test.web.servlet.request
                                        .SecurityMockMvcRequestPostProcessors.csrf())
                                .with(administrator.signedIn()))
                .andReturn();

        assertThat(page.getResponse().getContentAsString()).contains("Rôle donné", "&lt;b&gt;someone");
        assertThat(verified.getResponse().getContentAsString()).contains("aucune modifiée");
    }

    private void owner(String statement) throws Exception {
        var server = TestServer.running();
        try (var connection = DriverManager.getConnection(address, server.owner(), server.password());
                var sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
