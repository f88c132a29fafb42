package org.asepsie.app.access;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import javax.sql.DataSource;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.TestServer;
import org.flywaydb.core.api.configuration.ClassicConfiguration;
import org.flywaydb.core.api.configuration.Configuration;
import org.flywaydb.core.api.migration.Context;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Whoever copies the database learns no second factor from it.
@ApplicationTest
class SecondFactorsAtRestTest {
    @Autowired
    SecondFactors secondFactors;

    @Autowired
    SecondFactorsSealed migration;

    @Autowired
    DataSource database;

    @Autowired
    People people;

    @Autowired
    TestClock clock;

    private People.Someone camille;
    private byte[] secret;

    @BeforeEach
    void someoneHasASecondFactor() {
        camille = people.with(Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));
        var enrolment = secondFactors.begin(camille.actor());
        secret = enrolment.secret();
        assertThat(secondFactors.enrol(camille.actor(), enrolment, code())).isPresent();
        clock.advance(java.time.Duration.ofMinutes(5));
    }

    @Test
    void theDatabaseHoldsTheSecretSealed() throws Exception {
        try (var owner = owner()) {
            assertThat(new String(kept(owner, camille.account()), ISO_8859_1))
                    .doesNotContain(new String(secret, ISO_8859_1));
        }
        assertThat(secondFactors.accepts(camille.account(), code())).isTrue();
    }

    @Test
    void aSecretMovedToAnotherAccountOpensNothing() throws Exception {
        var thief = people.with(Role.DIRECTOR, people.place(NodeKind.SITE, people.region()));
        try (var owner = owner()) {
            keep(owner, thief.account(), kept(owner, camille.account()));
        }

        assertThat(secondFactors.accepts(thief.account(), code())).isFalse();
    }

    @Test
    void secretsOfOlderVersionsAreSealedAndServeAsBefore() throws Exception {
        try (var owner = owner()) {
            keep(owner, camille.account(), secret);
            assertThat(secondFactors.accepts(camille.account(), code()))
                    .as("what is not sealed does not serve")
                    .isFalse();

            owner.setAutoCommit(false);
            onlyOf(owner, camille.account());
            migration.migrate(on(owner));
            owner.commit();

            assertThat(kept(owner, camille.account())).isNotEqualTo(secret);
        }
        assertThat(secondFactors.accepts(camille.account(), code())).isTrue();
    }

    private String code() {
        return Totp.code(secret, Totp.step(clock.instant()), Totp.DIGITS);
    }

    /// The others of this database are sealed already; a real migration meets none of those.
    private static void onlyOf(Connection owner, AccountId account) throws Exception {
        try (var others = owner.prepareStatement("update access.account set totp_secret = null where id <> ?")) {
            others.setObject(1, account.value());
            others.executeUpdate();
        }
    }

    private static byte[] kept(Connection owner, AccountId account) throws Exception {
        try (var query = owner.prepareStatement("select totp_secret from access.account where id = ?")) {
            query.setObject(1, account.value());
            try (var row = query.executeQuery()) {
                row.next();
                return row.getBytes(1);
            }
        }
    }

    private static void keep(Connection owner, AccountId account, byte[] bytes) throws Exception {
        try (var update = owner.prepareStatement("update access.account set totp_secret = ? where id = ?")) {
            update.setBytes(1, bytes);
            update.setObject(2, account.value());
            update.executeUpdate();
        }
    }

    private Connection owner() throws Exception {
        try (var ours = database.getConnection()) {
            var server = TestServer.running();
            return DriverManager.getConnection(ours.getMetaData().getURL(), server.owner(), server.password());
        }
    }

    private static Context on(Connection connection) {
        return new Context() {
            @Override
            public Configuration getConfiguration() {
                return new ClassicConfiguration();
            }

            @Override
            public Connection getConnection() {
                return connection;
            }
        };
    }
}
