package org.asepsie.app.facility.register;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.facility.Finess;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of an import: a batch of sites a statement, lists passed as arrays.
@Component
class RegisterStore {
    private final JdbcClient database;

    RegisterStore(JdbcClient database) {
        this.database = database;
    }

    /// False when another import is under way, on this machine or on another.
    boolean alone() {
        return database.sql("select pg_try_advisory_xact_lock(hashtext('facility.finess_import'))")
                .query(Boolean.class)
                .single();
    }

    /// Remembers the numbers of this file in the database, so that memory does not grow with it.
    void rememberNumbers() {
        database.sql("create temporary table finess_seen (finess text primary key) on commit drop")
                .update();
    }

    /// Those that the file had not named yet.
    Set<String> firstSeen(Collection<String> numbers) {
        return new HashSet<>(database.sql("""
                        insert into finess_seen select distinct told from unnest(?) as told
                        on conflict do nothing returning finess""")
                .param(numbers.toArray(String[]::new))
                .query(String.class)
                .list());
    }

    long openAndNotSeen() {
        return database.sql("""
                        select count(*) from facility.site
                        where finess is not null and closed_on is null
                          and not exists (select from finess_seen where finess_seen.finess = site.finess)""").query(Long.class).single();
    }

    Map<String, KnownSite> known(Collection<String> numbers) {
        var found = new HashMap<String, KnownSite>();
        database.sql("""
                        select site.*, region.code as region_code, legal_entity.finess as entity_finess,
                               node.parent = region.id as directly_in_region
                        from facility.site
                        join access.node on node.id = site.id
                        join facility.region
                          on region.id = any (string_to_array(trim(both '/' from node.path), '/')::uuid[])
                        left join facility.legal_entity on legal_entity.id = node.parent
                        where site.finess = any (?)""")
                .param(numbers.toArray(String[]::new))
                .query(RegisterStore::site)
                .list()
                .forEach(it -> found.put(it.number().value(), it));
        return found;
    }

    /// The node of each of these entities in one region; a number that the region does not know is missing.
    Map<String, NodeId> entities(NodeId region, Collection<String> numbers) {
        var found = new HashMap<String, NodeId>();
        database.sql("select id, finess from facility.legal_entity where region = ? and finess = any (?)")
                .param(region.value())
                .param(numbers.toArray(String[]::new))
                .query((row, _) -> Map.entry(row.getString("finess"), new NodeId(row.getObject("id", UUID.class))))
                .list()
                .forEach(it -> found.put(it.getKey(), it.getValue()));
        return found;
    }

    void addEntities(NodeId region, List<Entity> entities) {
        database.sql("""
                        insert into facility.legal_entity (region, id, finess, name, siren)
                        select cast(? as uuid), cast(id as uuid), finess, name, siren
                        from unnest(?, ?, ?, ?) as told (id, finess, name, siren)""")
                .param(region.value())
                .param(column(entities, it -> it.id().value().toString()))
                .param(column(entities, Entity::number))
                .param(column(entities, it -> it.name().orElse(it.number())))
                .param(column(entities, it -> it.siren().orElse(null)))
                .update();
    }

    /// Takes over the names that the file tells.
    void nameEntities(List<Entity> entities) {
        database.sql("""
                        update facility.legal_entity
                        set name = coalesce(told.name, legal_entity.name), siren = coalesce(told.siren, legal_entity.siren)
                        from (select distinct on (finess) * from unnest(?, ?, ?) as told (finess, name, siren)) told
                        where legal_entity.finess = told.finess
                          and (legal_entity.name <> told.name or legal_entity.siren is distinct from told.siren)""")
                .param(column(entities, Entity::number))
                .param(column(entities, it -> it.name().orElse(null)))
                .param(column(entities, it -> it.siren().orElse(null)))
                .update();
    }

    void add(List<Row> sites) {
        database.sql("""
                        insert into facility.site (id, finess, name, category, kind, siret, department, commune, closed_on)
                        select cast(id as uuid), finess, name, category, kind, siret, department, commune, cast(closed as date)
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as told (id, finess, name, category, kind, siret, department, commune, closed)""").params(columns(sites)).update();
    }

    void update(List<Row> sites) {
        database.sql("""
                        update facility.site
                        set name = told.name, category = told.category, siret = told.siret, department = told.department,
                            commune = told.commune, closed_on = cast(told.closed as date),
                            kind = case when site.category = told.category then site.kind else told.kind end
                        from unnest(?, ?, ?, ?, ?, ?, ?, ?, ?)
                            as told (id, finess, name, category, kind, siret, department, commune, closed)
                        where site.id = cast(told.id as uuid)""").params(columns(sites)).update();
    }

    private static List<Object> columns(List<Row> rows) {
        return List.of(
                column(rows, it -> it.site().id().toString()),
                column(rows, it -> it.site().number().value()),
                column(rows, it -> it.site().name()),
                column(rows, it -> it.site().category()),
                column(rows, it -> it.kind().code()),
                column(rows, it -> it.site().siret().orElse(null)),
                column(rows, it -> it.site().department().orElse(null)),
                column(rows, it -> it.site().commune().orElse(null)),
                column(rows, it -> it.site().closedOn().map(LocalDate::toString).orElse(null)));
    }

    private static <T> Object column(List<T> rows, Function<T, @org.jspecify.annotations.Nullable String> value) {
        return rows.stream().map(value).toArray(String[]::new);
    }

    private static KnownSite site(ResultSet row, int index) throws SQLException {
        return new KnownSite(
                new FacilityId(row.getObject("id", UUID.class)),
                new Finess(row.getString("finess")),
                row.getString("name"),
                row.getString("category"),
                Optional.ofNullable(row.getString("siret")),
                Optional.ofNullable(row.getString("department")),
                Optional.ofNullable(row.getString("commune")),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)),
                new KnownSite.Seat(
                        row.getString("region_code"),
                        Optional.ofNullable(row.getString("entity_finess")).map(Finess::new),
                        row.getBoolean("directly_in_region")));
    }

    /// A legal entity to add or to name.
    record Entity(NodeId id, String number, Optional<String> name, Optional<String> siren) {}

    /// A site to write, with the kind that its category gives.
    record Row(KnownSite site, FacilityKind kind) {}
}
