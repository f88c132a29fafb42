package org.asepsie.app.database;

import static java.util.Objects.requireNonNull;

import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.core.env.Environment;

/// The PostgreSQL that serves: the one an administrator names with `ASEPSIE_DATABASE_URL`, or else our own, in the
/// folder of the data. It answers, is new enough and knows the role of the application.
final class ChosenDatabase implements AutoCloseable {
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

    private final Optional<EmbeddedPostgres> ours;
    private final Address address;
    private final Seal seal;
    private final String place;

    private ChosenDatabase(Optional<EmbeddedPostgres> ours, Address address, Seal seal, String place) {
        this.ours = ours;
        this.address = address;
        this.seal = seal;
        this.place = place;
    }

    static ChosenDatabase of(Environment environment) {
        var url = environment.getProperty("ASEPSIE_DATABASE_URL", "");
        return url.isBlank() ? ours(environment) : named(url, environment);
    }

    /// The database may be shared by several nodes, which must all have the same key: nobody makes one up.
    private static ChosenDatabase named(String url, Environment environment) {
        var key = environment.getProperty("ASEPSIE_SECRET_KEY", "");
        var seal = Seal.under(key).orElseThrow(() -> new NoSecretKey(key.isBlank()));
        var address = new Address(
                url,
                environment.getProperty("ASEPSIE_DATABASE_USER", "asepsie"),
                environment.getProperty("ASEPSIE_DATABASE_PASSWORD", ""));
        prepare(address);
        return new ChosenDatabase(Optional.empty(), address, seal, url.replaceFirst("\\?.*", ""));
    }

    private static ChosenDatabase ours(Environment environment) {
        var data = Path.of(requireNonNull(environment.getProperty("asepsie.data"), "asepsie.data"));
        var settings = environment.getProperty("asepsie.postgres-settings", "");
        var postgres =
                EmbeddedPostgres.start(data, settings.isBlank() ? List.of() : Arrays.asList(settings.split(",")));
        try {
            var address = new Address(postgres.jdbcUrl(), postgres.owner(), postgres.password());
            prepare(address);
            return new ChosenDatabase(
                    Optional.of(postgres),
                    address,
                    postgres.seal(),
                    data.toAbsolutePath().normalize().toString());
        } catch (RuntimeException failed) {
            postgres.close();
            throw failed;
        }
    }

    private static void prepare(Address address) {
        try (var connection = DriverManager.getConnection(address.url(), address.user(), address.secret());
                var statement = connection.createStatement()) {
            var server = connection.getMetaData();
            if (DatabaseUnreachable.isTooOld(server.getDatabaseMajorVersion())) {
                throw DatabaseUnreachable.tooOld(address.url(), server.getDatabaseProductVersion());
            }
            statement.execute(RUNTIME_ROLE);
        } catch (SQLException refused) {
            throw DatabaseUnreachable.because(address.url(), refused);
        }
    }

    JdbcConnectionDetails details() {
        return address;
    }

    Seal seal() {
        return seal;
    }

    /// Where the data is, to show to a person: a folder, or the address without its parameters.
    String place() {
        return place;
    }

    @Override
    public void close() {
        ours.ifPresent(EmbeddedPostgres::close);
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
