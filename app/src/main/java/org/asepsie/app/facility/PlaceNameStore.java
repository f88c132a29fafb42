package org.asepsie.app.facility;

import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.PlaceNames.NamedPlace;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what every level of the tree is called.
@Component
class PlaceNameStore {
    private static final String NAMED = """
            with named as (
                select id, 'France' as name, '' as number from access.node where kind = 'nation'
                union all select id, name, '' from facility.region
                union all select id, name, '' from facility.care_group
                union all select id, name, coalesce(finess, '') from facility.legal_entity
                union all select id, name, coalesce(finess, '') from facility.site)
            """;

    private final JdbcClient database;

    PlaceNameStore(JdbcClient database) {
        this.database = database;
    }

    List<NamedPlace> find(String words, List<NodePath> within, int limit) {
        return database.sql(NAMED + """
                        select named.id, named.name from named join access.node on node.id = named.id
                        where (position(lower(:words) in lower(named.name)) > 0 or named.number ^@ upper(:words))
                          and node.path ^@ any (string_to_array(:within, ','))
                        order by array_position(array['nation', 'region', 'group', 'entity', 'site'], node.kind),
                                 named.name, named.id
                        limit :limit""")
                .param("words", words.strip())
                .param("within", within.stream().map(NodePath::value).collect(Collectors.joining(",")))
                .param("limit", limit)
                .query((row, _) -> new NamedPlace(new NodeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }

    List<NamedPlace> named(String[] ids) {
        return database.sql(NAMED + "select id, name from named where id = any (cast(? as uuid[]))")
                .param(ids)
                .query((row, _) -> new NamedPlace(new NodeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
