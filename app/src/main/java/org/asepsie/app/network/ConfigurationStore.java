package org.asepsie.app.network;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.network.policy.Device;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of configurations.
@Component
class ConfigurationStore {
    private static final String ADD = """
            insert into network.configuration (id, facility, file, kind, lines, understood, gaps, policy, read_by, read_at)
            values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?)""";

    private static final String END = """
            update network.configuration set ended_at = ? where facility = ? and file = ? and ended_at is null""";

    private static final String END_ONE = """
            update network.configuration set ended_at = ? where facility = ? and id = ? and ended_at is null""";

    private static final String IN_USE = """
            select id, file, kind, lines, understood, gaps, read_by, read_at from network.configuration
            where facility = ? and ended_at is null order by file""";

    private static final String POLICIES = """
            select file, policy from network.configuration where facility = ? and ended_at is null order by file""";

    private final JdbcClient database;

    ConfigurationStore(JdbcClient database) {
        this.database = database;
    }

    void add(FacilityId facility, Configuration it, byte[] policy) {
        database.sql(ADD)
                .params(
                        it.id(),
                        facility.value(),
                        it.file(),
                        it.kind(),
                        it.lines(),
                        it.understood(),
                        NetworkJson.write(it.gaps()),
                        policy,
                        it.by(),
                        Timestamp.from(it.at()))
                .update();
    }

    void end(FacilityId facility, String file, Instant now) {
        database.sql(END).params(Timestamp.from(now), facility.value(), file).update();
    }

    boolean end(FacilityId facility, UUID id, Instant now) {
        return database.sql(END_ONE)
                        .params(Timestamp.from(now), facility.value(), id)
                        .update()
                == 1;
    }

    List<Configuration> inUse(FacilityId facility) {
        return database.sql(IN_USE)
                .param(facility.value())
                .query((row, _) -> configuration(row))
                .list();
    }

    /// The devices of each file in use.
    Map<String, List<Device>> policies(FacilityId facility) {
        var policies = new LinkedHashMap<String, List<Device>>();
        database.sql(POLICIES).param(facility.value()).query(row -> {
            policies.put(row.getString("file"), NetworkJson.unpack(row.getBytes("policy")));
        });
        return policies;
    }

    private static Configuration configuration(ResultSet row) throws SQLException {
        return new Configuration(
                row.getObject("id", UUID.class),
                row.getString("file"),
                row.getString("kind"),
                row.getInt("lines"),
                row.getInt("understood"),
                Arrays.asList(NetworkJson.read(row.getString("gaps"), Configuration.NotUnderstood[].class)),
                row.getString("read_by"),
                row.getTimestamp("read_at").toInstant());
    }
}
