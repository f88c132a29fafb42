package org.asepsie.app.facility;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.NodeId;
import org.asepsie.app.access.NodePath;
import org.asepsie.app.access.PlaceNames;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/// Calls every level of the tree by its name, for the pages about accounts and roles.
@Component
class NamesOfPlaces implements PlaceNames {
    private static final String NAMED = """
            with named as (
                select id, 'France' as name, '' as number from access.node where kind = 'nation'
                union all select id, name, '' from facility.region
                union all select id, name, '' from facility.care_group
                union all select id, name, coalesce(finess, '') from facility.legal_entity
                union all select id, name, coalesce(finess, '') from facility.site)
            """;

    private final JdbcClient database;
    private final TransactionTemplate apart;

    NamesOfPlaces(JdbcClient database, PlatformTransactionManager transactions) {
        this.database = database;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
        this.apart.setReadOnly(true);
    }

    /// Names are asked of the installation: who holds a role somewhere may read what that place is called.
    @Override
    public Map<NodeId, String> of(Collection<NodeId> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        var ids = places.stream().map(it -> it.value().toString()).toArray(String[]::new);
        var names = new HashMap<NodeId, String>();
        Actors.asInstallation(() -> {
            apart.executeWithoutResult(_ -> named(ids).forEach(it -> names.put(it.id(), it.name())));
            return names;
        });
        return Map.copyOf(names);
    }

    @Override
    @Transactional(readOnly = true)
    public List<NamedPlace> find(String words, List<NodePath> within, int limit) {
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

    private List<NamedPlace> named(String[] ids) {
        return database.sql(NAMED + "select id, name from named where id = any (cast(? as uuid[]))")
                .param(ids)
                .query((row, _) -> new NamedPlace(new NodeId(row.getObject("id", UUID.class)), row.getString("name")))
                .list();
    }
}
