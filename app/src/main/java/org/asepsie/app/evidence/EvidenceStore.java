package org.asepsie.app.evidence;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Grade;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of evidence. Rows are only ever added.
@Component
class EvidenceStore {
    /// The newest value of each grade that stands at a moment, one in date before one that is not.
    private static final String CURRENT = """
            select distinct on (piece.facility, piece.indicator, piece.grade) piece.*
            from evidence.evidence piece
            where piece.facility = any(?)
              and piece.value is not null
              and piece.observed_at <= ?
              and not exists (select from evidence.evidence later where later.supersedes = piece.id)
            order by piece.facility, piece.indicator, piece.grade,
                     piece.valid_until > ? desc, piece.observed_at desc, piece.recorded_at desc, piece.id""";

    private static final String HISTORY = """
            select piece.*, later.id as later_id, later.value is not null as later_is_value, later.reason as later_reason,
                   later.recorded_by as later_by, later.recorded_at as later_at
            from evidence.evidence piece
            left join evidence.evidence later on later.supersedes = piece.id
            where piece.facility = ? and piece.indicator = ? and piece.value is not null
            order by piece.observed_at desc, piece.recorded_at desc, piece.id""";

    private static final String ADD = """
            insert into evidence.evidence (id, facility, indicator, value, grade, observed_at, valid_until, source_kind,
                source_reference, recorded_by, recorded_at, proof, note, client_key, supersedes, reason)
            values (?, ?, ?, ?, ?::evidence.grade, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (facility, client_key) do nothing""";

    private static final String WITHDRAW = """
            insert into evidence.evidence (id, facility, indicator, value, grade, observed_at, valid_until, source_kind,
                source_reference, recorded_by, recorded_at, supersedes, reason)
            select ?, facility, indicator, null, grade, observed_at, valid_until, source_kind,
                source_reference, ?, ?, id, ?
            from evidence.evidence where id = ?""";

    private final JdbcClient database;

    EvidenceStore(JdbcClient database) {
        this.database = database;
    }

    /// @return whether the row is new; if not, its client key was used before
    boolean add(Evidence piece, Optional<String> once, Optional<NewEvidence.Correction> correction) {
        var validity = piece.validity();
        var origin = piece.origin();
        return database.sql(ADD)
                        .params(
                                piece.id().value(),
                                piece.facility().value(),
                                piece.indicator().value(),
                                piece.value(),
                                code(piece.grade()),
                                Timestamp.from(validity.observedAt()),
                                Timestamp.from(validity.until()),
                                origin.source().kind().code(),
                                origin.source().reference(),
                                origin.recordedBy(),
                                Timestamp.from(origin.recordedAt()))
                        .param(piece.proof().map(AttachmentId::value).orElse(null))
                        .param(piece.note().orElse(null))
                        .param(once.orElse(null))
                        .param(correction.map(it -> it.of().value()).orElse(null))
                        .param(correction.map(NewEvidence.Correction::reason).orElse(null))
                        .update()
                == 1;
    }

    void withdraw(EvidenceId withdrawal, EvidenceId older, String reason, String by, Instant at) {
        database.sql(WITHDRAW)
                .params(withdrawal.value(), by, Timestamp.from(at), reason, older.value())
                .update();
    }

    List<Evidence> current(Collection<FacilityId> facilities, Instant asOf) {
        var ids = facilities.stream().map(FacilityId::value).toArray(UUID[]::new);
        return database.sql(CURRENT)
                .params(ids, Timestamp.from(asOf), Timestamp.from(asOf))
                .query((row, _) -> evidence(row))
                .list();
    }

    Map<FacilityId, Instant> lastRecorded(Collection<FacilityId> facilities) {
        var last = new HashMap<FacilityId, Instant>();
        database.sql("""
                        select facility, max(recorded_at) as at from evidence.evidence
                        where facility = any (?) group by facility""")
                .param(facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query(row -> {
                    last.put(
                            new FacilityId(row.getObject("facility", UUID.class)),
                            row.getTimestamp("at").toInstant());
                });
        return last;
    }

    List<PastEvidence> history(FacilityId facility, IndicatorId indicator) {
        return database.sql(HISTORY)
                .params(facility.value(), indicator.value())
                .query((row, _) -> new PastEvidence(evidence(row), replaced(row)))
                .list();
    }

    Optional<Evidence> byKey(FacilityId facility, String once) {
        return database.sql("select * from evidence.evidence where facility = ? and client_key = ?")
                .params(facility.value(), once)
                .query((row, _) -> evidence(row))
                .optional();
    }

    Optional<Evidence> byId(FacilityId facility, EvidenceId id) {
        return database.sql("select * from evidence.evidence where facility = ? and id = ? and value is not null")
                .params(facility.value(), id.value())
                .query((row, _) -> evidence(row))
                .optional();
    }

    boolean replaced(EvidenceId id) {
        return database.sql("select exists (select from evidence.evidence where supersedes = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single();
    }

    private static Optional<PastEvidence.Replaced> replaced(ResultSet row) throws SQLException {
        var id = row.getObject("later_id", UUID.class);
        if (id == null) {
            return Optional.empty();
        }
        return Optional.of(new PastEvidence.Replaced(
                row.getBoolean("later_is_value") ? Optional.of(new EvidenceId(id)) : Optional.empty(),
                row.getString("later_reason"),
                row.getString("later_by"),
                row.getTimestamp("later_at").toInstant()));
    }

    private static Evidence evidence(ResultSet row) throws SQLException {
        var source = new Source(Source.Kind.of(row.getString("source_kind")), row.getString("source_reference"));
        return new Evidence(
                new EvidenceId(row.getObject("id", UUID.class)),
                new FacilityId(row.getObject("facility", UUID.class)),
                new IndicatorId(row.getString("indicator")),
                value(row),
                Grade.valueOf(row.getString("grade").toUpperCase(Locale.ROOT)),
                new Evidence.Validity(
                        row.getTimestamp("observed_at").toInstant(),
                        row.getTimestamp("valid_until").toInstant()),
                new Evidence.Origin(
                        source,
                        row.getString("recorded_by"),
                        row.getTimestamp("recorded_at").toInstant()),
                Optional.ofNullable(row.getObject("proof", UUID.class)).map(AttachmentId::new),
                Optional.ofNullable(row.getString("note")));
    }

    private static BigDecimal value(ResultSet row) throws SQLException {
        var value = row.getBigDecimal("value");
        return value.signum() == 0 ? BigDecimal.ZERO : value;
    }

    private static String code(Grade grade) {
        return grade.name().toLowerCase(Locale.ROOT);
    }
}
