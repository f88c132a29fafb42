package org.asepsie.app.access;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/// The SQL of single-use links.
@Component
class LinkStore {
    private static final String AS_FOUND = """
            select link.*, node.path from access.link left join access.node on node.id = link.place
            where token_hash = ?""";

    private final JdbcClient database;
    private final JsonMapper json;

    LinkStore(JdbcClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    void add(Issued issued, byte[] hash) {
        database.sql("""
                        insert into access.link
                            (id, token_hash, purpose, place, payload, issued_by, issued_at, expires_at)
                        values (?, ?, ?, ?, ?::jsonb, ?, ?, ?)""")
                .param(UUID.randomUUID())
                .param(hash)
                .param(issued.purpose().code())
                .param(issued.place().map(NodeId::value).orElse(null))
                .param(json.writeValueAsString(issued.payload()))
                .param(issued.by().map(AccountId::value).orElse(null))
                .param(issued.at().atOffset(ZoneOffset.UTC))
                .param(issued.expiresAt().atOffset(ZoneOffset.UTC))
                .update();
    }

    Optional<Found> byHash(byte[] hash) {
        return database.sql(AS_FOUND).param(hash).query(this::found).optional();
    }

    Optional<Link> use(byte[] hash, Instant now) {
        var used = database.sql("""
                        update access.link set used_at = :now
                        where token_hash = :hash and used_at is null and expires_at > :now""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("hash", hash)
                .update();
        return used == 1 ? byHash(hash).map(Found::link) : Optional.empty();
    }

    void expire(LinkPurpose purpose, String key, String value, Instant now) {
        database.sql("""
                        update access.link set expires_at = :now
                        where purpose = :purpose and payload ->> :key = :value and used_at is null and expires_at > :now""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("purpose", purpose.code())
                .param("key", key)
                .param("value", value)
                .update();
    }

    private Found found(ResultSet row, int index) throws SQLException {
        var node = row.getObject("place", UUID.class);
        var place = node == null
                ? Optional.<Link.Place>empty()
                : Optional.of(new Link.Place(new NodeId(node), new NodePath(row.getString("path"))));
        var payload = json.readValue(row.getString("payload"), new TypeReference<Map<String, String>>() {});
        var link = new Link(
                LinkPurpose.of(row.getString("purpose")),
                place,
                payload,
                row.getObject("expires_at", OffsetDateTime.class).toInstant());
        return new Found(
                link,
                Optional.ofNullable(row.getObject("used_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant));
    }

    record Issued(
            LinkPurpose purpose,
            Optional<NodeId> place,
            Map<String, String> payload,
            Optional<AccountId> by,
            Instant at,
            Instant expiresAt) {}

    record Found(Link link, Optional<Instant> usedAt) {}
}
