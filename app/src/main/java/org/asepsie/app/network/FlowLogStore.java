package org.asepsie.app.network;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of flow logs.
@Component
class FlowLogStore {
    private static final String ADD = """
            insert into network.flow_log (id, facility, file, fingerprint, zones, content, read_by, read_at)
            values (?, ?, ?, ?, ?, ?::jsonb, ?, ?) on conflict do nothing""";

    private static final String IN_USE = """
            select * from network.flow_log where facility = ? and ended_at is null order by read_at, file""";

    private static final String END = """
            update network.flow_log set ended_at = ? where facility = ? and id = ? and ended_at is null""";

    private final JdbcClient database;

    FlowLogStore(JdbcClient database) {
        this.database = database;
    }

    /// @return whether it is new; if not, the same log was read before
    boolean add(FacilityId facility, ReadLog log, byte[] fingerprint) {
        return database.sql(ADD)
                        .params(
                                log.id(),
                                facility.value(),
                                log.file(),
                                fingerprint,
                                log.zones(),
                                NetworkJson.write(log.content()),
                                log.by(),
                                Timestamp.from(log.at()))
                        .update()
                == 1;
    }

    List<ReadLog> inUse(FacilityId facility) {
        return database.sql(IN_USE)
                .param(facility.value())
                .query((row, _) -> new ReadLog(
                        row.getObject("id", UUID.class),
                        row.getString("file"),
                        row.getString("zones"),
                        NetworkJson.read(row.getString("content"), ReadLog.Content.class),
                        row.getString("read_by"),
                        row.getTimestamp("read_at").toInstant()))
                .list();
    }

    boolean end(FacilityId facility, UUID id, Instant now) {
        return database.sql(END)
                        .params(Timestamp.from(now), facility.value(), id)
                        .update()
                == 1;
    }
}
