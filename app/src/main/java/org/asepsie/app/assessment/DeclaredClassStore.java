package org.asepsie.app.assessment;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.facility.FacilityId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of the classes facilities say they belong to.
@Component
class DeclaredClassStore {
    private final JdbcClient database;

    DeclaredClassStore(JdbcClient database) {
        this.database = database;
    }

    record Declared(Map<Key, String> classes) {
        Optional<String> of(FacilityId facility, String framework) {
            return Optional.ofNullable(classes.get(new Key(facility, framework)));
        }
    }

    record Key(FacilityId facility, String framework) {}

    private record Row(Key key, @Nullable String entityClass) {}

    Declared of(Collection<FacilityId> facilities) {
        var classes = new HashMap<Key, String>();
        database.sql("""
                        select distinct on (facility, framework) facility, framework, class
                        from assessment.declared_class where facility = any (?)
                        order by facility, framework, seq desc""")
                .params((Object) facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .query((row, _) -> new Row(
                        new Key(new FacilityId(row.getObject("facility", UUID.class)), row.getString("framework")),
                        row.getString("class")))
                .list()
                .forEach(it -> {
                    if (it.entityClass() != null) {
                        classes.put(it.key(), it.entityClass());
                    }
                });
        return new Declared(classes);
    }

    void add(FacilityId facility, String framework, Optional<String> entityClass, String by, Instant at) {
        database.sql("""
                        insert into assessment.declared_class (facility, framework, class, declared_by, declared_at)
                        values (?, ?, ?, ?, ?)""")
                .param(facility.value())
                .param(framework)
                .param(entityClass.orElse(null))
                .param(by)
                .param(Timestamp.from(at))
                .update();
    }
}
