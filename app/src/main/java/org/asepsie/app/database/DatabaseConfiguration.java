package org.asepsie.app.database;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import javax.sql.DataSource;
import org.asepsie.app.start.Said;
import org.asepsie.app.start.StartNotice;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.flyway.autoconfigure.FlywayDataSource;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.datasource.SimpleDriverDataSource;

/// Chooses the database. The tables belong to an owner that only migrations use; the application itself works
/// as the role `asepsie_app`, which owns nothing, so that row-level security binds every statement it sends.
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {
    /// Several nodes may start at once: whoever comes second finds the role made.
    private static final String RUNTIME_ROLE = """
            do $$
            begin
                if not exists (select from pg_roles where rolname = 'asepsie_app') then
                    begin
                        create role asepsie_app nologin;
                    exception when duplicate_object or unique_violation then
                        null;
                    end;
                end if;
                if not pg_has_role(current_user, 'asepsie_app', 'set') then
                    execute format('grant asepsie_app to %I with set true', current_user);
                end if;
            end $$""";

    @Bean(destroyMethod = "close")
    @Conditional(NoDatabaseNamed.class)
    EmbeddedPostgres embeddedPostgres(
            @Value("${asepsie.data}") Path data, @Value("${asepsie.postgres-settings:}") String settings) {
        return EmbeddedPostgres.start(data, settings.isBlank() ? List.of() : Arrays.asList(settings.split(",")));
    }

    @Bean
    @Conditional(NoDatabaseNamed.class)
    JdbcConnectionDetails embedded(EmbeddedPostgres postgres) {
        return prepared(new Address(postgres.jdbcUrl(), postgres.owner(), postgres.password()));
    }

    @Bean
    @Conditional(DatabaseNamed.class)
    JdbcConnectionDetails external(
            @Value("${ASEPSIE_DATABASE_URL}") String url,
            @Value("${ASEPSIE_DATABASE_USER:asepsie}") String user,
            @Value("${ASEPSIE_DATABASE_PASSWORD:}") String password) {
        return prepared(new Address(url, user, password));
    }

    @Bean("seal")
    @Conditional(NoDatabaseNamed.class)
    Seal sealOfTheFolder(EmbeddedPostgres postgres) {
        return postgres.seal();
    }

    /// The database may be shared by several nodes, which must all have the same key: nobody makes one up.
    @Bean("seal")
    @Conditional(DatabaseNamed.class)
    Seal sealNamed(@Value("${ASEPSIE_SECRET_KEY:}") String key) {
        return Seal.under(key).orElseThrow(() -> new NoSecretKey(key.isBlank()));
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
    StartNotice whereTheDataIs(
            ObjectProvider<EmbeddedPostgres> embedded,
            JdbcConnectionDetails details,
            @Value("${asepsie.data}") Path data) {
        var place = embedded.getIfAvailable() != null
                ? data.toAbsolutePath().normalize().toString()
                : details.getJdbcUrl().replaceFirst("\\?.*", "");
        return () -> List.of(new Said("Données : " + place, "Data: " + place));
    }

    private static JdbcConnectionDetails prepared(Address address) {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.secret());
                var statement = connection.createStatement()) {
            var server = connection.getMetaData();
            if (DatabaseUnreachable.isTooOld(server.getDatabaseMajorVersion())) {
                throw DatabaseUnreachable.tooOld(address.url(), server.getDatabaseProductVersion());
            }
            statement.execute(RUNTIME_ROLE);
            return address;
        } catch (SQLException refused) {
            throw DatabaseUnreachable.because(address.url(), refused);
        }
    }

    /// Where the database is. The password is kept out of `toString`.
    private record Address(String url, String user, String secret) implements JdbcConnectionDetails {
        @Override
        public String getJdbcUrl() {
            return url;
        }

        @Override
        public String getUsername() {
            return user;
        }

        @Override
        public String getPassword() {
            return secret;
        }

        @Override
        public String toString() {
            return "%s as %s".formatted(url, user);
        }
    }
}
