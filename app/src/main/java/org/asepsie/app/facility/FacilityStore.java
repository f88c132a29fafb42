package org.asepsie.app.facility;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of regions, groups, legal entities and sites. Row-level security narrows sites to those the actor
/// may see.
@Component
class FacilityStore {
    /// Above a site stand its region and, when it has them, its group and its entity: their ids are in its path.
    private static final String SITES = """
            select site.*, node.path,
                   region.id as region_id, region.code as region_code, region.name as region_name,
                   care_group.id as group_id, care_group.name as group_name, care_group.kind as group_kind,
                   coalesce(legal_entity.name, '') as entity_name
            from facility.site
            join access.node on node.id = site.id
            cross join lateral (select string_to_array(trim(both '/' from node.path), '/')::uuid[] as ids) above
            join facility.region on region.id = any (above.ids)
            left join facility.care_group on care_group.id = any (above.ids)
            left join facility.legal_entity on legal_entity.id = any (above.ids)
            """;

    private static final String SOUGHT =
            "where (position(lower(:words) in lower(site.name)) > 0 or site.finess ^@ upper(:words))";

    private final JdbcClient database;

    FacilityStore(JdbcClient database) {
        this.database = database;
    }

    /// Two registrations of the same number at once would both find nothing: the second waits for the first.
    void oneRegistrationAtATime() {
        database.sql("select pg_advisory_xact_lock(hashtext('facility.register'))")
                .query((row, _) -> true)
                .single();
    }

    Optional<Facility> byId(FacilityId id) {
        return database.sql(SITES + "where site.id = ?")
                .param(id.value())
                .query(FacilityStore::facility)
                .optional();
    }

    Optional<Facility> byFiness(Finess finess) {
        return database.sql(SITES + "where site.finess = ?")
                .param(finess.value())
                .query(FacilityStore::facility)
                .optional();
    }

    List<Facility> open() {
        return database.sql(SITES + "where site.closed_on is null order by site.name, site.id")
                .query(FacilityStore::facility)
                .list();
    }

    List<Facility> openBelow(NodePath path) {
        return database.sql(SITES + "where site.closed_on is null and node.path ^@ ? order by site.name, site.id")
                .param(path.value())
                .query(FacilityStore::facility)
                .list();
    }

    List<Region> regions() {
        return database.sql("select * from facility.region order by code")
                .query((row, _) -> new Region(node(row, "id"), row.getString("code"), row.getString("name")))
                .list();
    }

    Optional<NodeId> region(String code) {
        return database.sql("select id from facility.region where code = ?")
                .param(code)
                .query((row, _) -> node(row, "id"))
                .optional();
    }

    NodeId regionAbove(NodeId place) {
        return database.sql("""
                        select region.id from access.node
                        join facility.region on node.path like '%/' || region.id || '/%'
                        where node.id = ?""")
                .param(place.value())
                .query((row, _) -> node(row, "id"))
                .optional()
                .orElseThrow(() -> new IllegalArgumentException(
                        "the place %s lies in no region: register it below one".formatted(place.value())));
    }

    Optional<NodeId> group(NodeId region, String name) {
        return database.sql("""
                        select care_group.id from facility.care_group join access.node on node.id = care_group.id
                        where node.parent = ? and lower(care_group.name) = lower(?)""")
                .params(region.value(), name)
                .query((row, _) -> node(row, "id"))
                .optional();
    }

    Optional<NodeId> entity(NodeId region, Finess finess) {
        return database.sql("select id from facility.legal_entity where region = ? and finess = ?")
                .params(region.value(), finess.value())
                .query((row, _) -> node(row, "id"))
                .optional();
    }

    Optional<NodeId> entityWithoutNumber(NodeId parent, String name) {
        return database.sql("""
                        select legal_entity.id from facility.legal_entity join access.node on node.id = legal_entity.id
                        where node.parent = ? and legal_entity.finess is null and lower(legal_entity.name) = lower(?)
                        order by legal_entity.id limit 1""")
                .params(parent.value(), name)
                .query((row, _) -> node(row, "id"))
                .optional();
    }

    List<Facility> search(String words, int skipped, int limit) {
        return database.sql(SITES + SOUGHT + " order by site.name, site.id limit :limit offset :skipped")
                .param("words", words)
                .param("skipped", skipped)
                .param("limit", limit)
                .query(FacilityStore::facility)
                .list();
    }

    long count(String words) {
        return database.sql("select count(*) from facility.site " + SOUGHT)
                .param("words", words)
                .query(Long.class)
                .single();
    }

    void addRegion(Region region) {
        database.sql("insert into facility.region (id, code, name) values (?, ?, ?)")
                .params(region.id().value(), region.code(), region.name())
                .update();
    }

    void addGroup(CareGroup group) {
        database.sql("insert into facility.care_group (id, name, kind) values (?, ?, ?)")
                .params(group.id().value(), group.name(), group.kind())
                .update();
    }

    void addEntity(NodeId id, NodeId region, LegalEntity entity) {
        database.sql("""
                        insert into facility.legal_entity (id, region, finess, siren, name, status)
                        values (?, ?, ?, ?, ?, ?)""")
                .param(id.value())
                .param(region.value())
                .param(entity.finess().map(Finess::value).orElse(null))
                .param(entity.siren().orElse(null))
                .param(entity.name())
                .param(entity.status().orElse(null))
                .update();
    }

    void add(FacilityId id, FacilityDetails details) {
        write("""
                insert into facility.site (name, finess, siret, category, kind, places, department, commune, id)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""", id, details);
    }

    boolean update(FacilityId id, FacilityDetails details) {
        return write("""
                update facility.site
                set name = ?, finess = ?, siret = ?, category = ?, kind = ?, places = ?, department = ?, commune = ?
                where id = ?""", id, details) == 1;
    }

    private int write(String statement, FacilityId id, FacilityDetails details) {
        return database.sql(statement)
                .param(details.name().strip())
                .param(details.finess().map(Finess::value).orElse(null))
                .param(details.siret().orElse(null))
                .param(details.category())
                .param(details.kind().code())
                .param(details.places())
                .param(details.department().orElse(null))
                .param(details.commune().orElse(null))
                .param(id.value())
                .update();
    }

    private static Facility facility(ResultSet row, int index) throws SQLException {
        return new Facility(
                new FacilityId(row.getObject("id", UUID.class)),
                new FacilityDetails(
                        row.getString("name"),
                        Optional.ofNullable(row.getString("finess")).map(Finess::new),
                        Optional.ofNullable(row.getString("siret")),
                        row.getString("category"),
                        FacilityKind.of(row.getString("kind")),
                        row.getInt("places"),
                        Optional.ofNullable(row.getString("department")),
                        Optional.ofNullable(row.getString("commune"))),
                new Facility.Belonging(
                        new NodePath(row.getString("path")),
                        row.getString("entity_name"),
                        new Region(node(row, "region_id"), row.getString("region_code"), row.getString("region_name")),
                        group(row)),
                Optional.ofNullable(row.getObject("closed_on", LocalDate.class)));
    }

    private static Optional<CareGroup> group(ResultSet row) throws SQLException {
        return row.getObject("group_id") == null
                ? Optional.empty()
                : Optional.of(
                        new CareGroup(node(row, "group_id"), row.getString("group_name"), row.getString("group_kind")));
    }

    private static NodeId node(ResultSet row, String column) throws SQLException {
        return new NodeId(row.getObject(column, UUID.class));
    }
}
