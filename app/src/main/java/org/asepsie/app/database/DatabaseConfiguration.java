package org.asepsie.app.database;

import static java.util.Objects.requireNonNull;

import java.util.List;
import javax.sql.DataSource;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// Chooses the database. The tables belong to an owner that only migrations use; the application itself works
/// as the role `asepsie_app`, which owns nothing, so that row-level security binds every statement it sends.
///
/// The choice is made at start and not by a condition on a bean: the build has settled which beans there are.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    @Bean(destroyMethod = "close")
    ChosenDatabase chosenDatabase(ObjectProvider<DatabaseAhead> ahead, Environment environment) {
        var started = ahead.getIfAvailable();
        return started == null ? ChosenDatabase.of(environment) : started.take();
    }

    @Bean
    JdbcConnectionDetails connectionDetails(ChosenDatabase database) {
        return database.details();
    }

    @Bean
    Seal seal(ChosenDatabase database) {
        return database.seal();
    }

    /// For migrations alone: no default candidate, or Boot would take it for the application's own and leave
    /// out the pool that works as `asepsie_app`.
    @Bean(defaultCandidate = false)
    @FlywayDataSource
    DataSource ownerDataSource(JdbcConnectionDetails details) {
        return new SimpleDriverDataSource(
                new org.postgresql.Driver(),
                details.getJdbcUrl(),
                requireNonNull(details.getUsername()),
                requireNonNull(details.getPassword()));
    }

    @Bean
    FlywayMigrationStrategy forwardOnly() {
        return Migrations::run;
    }

    @Bean
    @Order(100)
    StartNotice whereTheDataIs(ChosenDatabase database) {
        return () -> List.of(new Said("Données : " + database.place(), "Data: " + database.place()));
    }
}
