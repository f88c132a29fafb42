package org.asepsie.app.plan;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of what plans put forward, together with what was decided since.
@Component
class PutForwardStore {
    private static final String WANTED = """
            with wanted as (
                select facility, action from plan.action
                where facility = any (:facilities) and action like 'do.%' and status in ('planned', 'under-way')
                union
                select facility, action from plan.put_forward put
                where facility = any (:facilities) and not exists (
                    select from plan.action decided
                    where decided.facility = put.facility and decided.action = put.action
                        and decided.status in ('done', 'dismissed')))
            """;

    private static final String COUNT = WANTED + "select action, count(*) as facilities from wanted group by action";

    private static final String WHERE =
            WANTED + "select action, facility from wanted where action = any (:actions) order by action, facility";

    private static final String PUT = """
            insert into plan.put_forward (facility, action, as_of)
            select :facility, unnest(:actions), :at""";

    private final JdbcClient database;

    PutForwardStore(JdbcClient database) {
        this.database = database;
    }

    void replace(FacilityId facility, List<ActionId> actions, Instant at) {
        database.sql("delete from plan.put_forward where facility = ?")
                .param(facility.value())
                .update();
        database.sql(PUT)
                .param("facility", facility.value())
                .param("actions", written(actions))
                .param("at", Timestamp.from(at))
                .update();
    }

    /// A row an action, however many facilities there are.
    Map<ActionId, Integer> wanted(Collection<FacilityId> facilities) {
        var wanted = new LinkedHashMap<ActionId, Integer>();
        database.sql(COUNT).param("facilities", ids(facilities)).query(row -> {
            wanted.put(ActionId.of(row.getString("action")), row.getInt("facilities"));
        });
        return wanted;
    }

    Map<ActionId, List<FacilityId>> wanting(Collection<ActionId> actions, Collection<FacilityId> facilities) {
        var wanting = new LinkedHashMap<ActionId, List<FacilityId>>();
        database.sql(WHERE)
                .param("facilities", ids(facilities))
                .param("actions", written(actions))
                .query(row -> {
                    wanting.computeIfAbsent(ActionId.of(row.getString("action")), _ -> new ArrayList<>())
                            .add(new FacilityId(row.getObject("facility", UUID.class)));
                });
        return wanting;
    }

    private static UUID[] ids(Collection<FacilityId> facilities) {
        return facilities.stream().map(FacilityId::value).toArray(UUID[]::new);
    }

    private static String[] written(Collection<ActionId> actions) {
        return actions.stream().map(ActionId::toString).toArray(String[]::new);
    }
}
