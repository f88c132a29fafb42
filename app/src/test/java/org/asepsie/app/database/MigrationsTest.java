package org.asepsie.app.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.DriverManager;
import java.sql.SQLException;
import org.asepsie.app.TestServer;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Going up to this version, never down to it.
class MigrationsTest {
    private final TestServer server = TestServer.running();
    private String url = "";

    @BeforeEach
    void anEmptyDatabase() {
        url = server.newDatabase();
    }

    @Test
    void refusesDataThatANewerAsepsieWroteAndChangesNothing() throws Exception {
        var ours = flyway().target("002").load();
        Migrations.run(ours);
        execute(
                "insert into trial.flyway_schema_history select 99, '099', 'tomorrow', type, script, checksum, installed_by, installed_on, 1, true from trial.flyway_schema_history where version = '002'");

        assertThatThrownBy(() -> Migrations.run(flyway().load()))
                .isInstanceOf(DataOfAnotherAsepsie.class)
                .hasMessageContaining("newer Asepsie")
                .hasMessageContaining("V099 tomorrow")
                .hasMessageContaining("Nothing was changed");

        assertThat(tables()).isEqualTo("first,flyway_schema_history,second");
    }

    @Test
    void refusesDataWhoseStepsWereChangedByHand() throws Exception {
        Migrations.run(flyway().load());
        execute("update trial.flyway_schema_history set checksum = checksum + 1 where version = '001'");

        assertThatThrownBy(() -> Migrations.run(flyway().load()))
                .isInstanceOf(DataOfAnotherAsepsie.class)
                .hasMessageContaining("not those this Asepsie expects");
    }

    @Test
    void addsTheStepOfOneModuleAfterALaterOneOfAnother() throws Exception {
        Migrations.run(flyway().load());
        execute("delete from trial.flyway_schema_history where version = '002'", "drop table trial.second");

        Migrations.run(flyway().outOfOrder(true).load());

        assertThat(tables()).isEqualTo("first,flyway_schema_history,second,third");
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(url, server.owner(), server.password())
                .schemas("trial")
                .locations("classpath:database/trial-migrations");
    }

    private String tables() throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.owner(), server.password());
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "select string_agg(table_name, ',' order by table_name) from information_schema.tables where table_schema = 'trial'")) {
            found.next();
            return found.getString(1);
        }
    }

    private void execute(String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, server.owner(), server.password());
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
