package org.asepsie.app.plan;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Measure.Range;
import org.asepsie.knowledge.Text;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of tasks.
@Component
class TaskStore {
    private static final String PUT = """
            insert into plan.task (facility, action, title_fr, title_en, why_fr, why_en, how_fr, how_en, address,
                days_low, days_high)
            values (:facility, :action, :titleFr, :titleEn, :whyFr, :whyEn, :howFr, :howEn, :address, :low, :high)
            on conflict (facility, action) do update set title_fr = excluded.title_fr, title_en = excluded.title_en,
                why_fr = excluded.why_fr, why_en = excluded.why_en, how_fr = excluded.how_fr,
                how_en = excluded.how_en, address = excluded.address, days_low = excluded.days_low,
                days_high = excluded.days_high""";

    private final JdbcClient database;

    TaskStore(JdbcClient database) {
        this.database = database;
    }

    void put(FacilityId facility, Task task) {
        database.sql(PUT)
                .param("facility", facility.value())
                .param("action", task.id().toString())
                .param("titleFr", task.title().fr())
                .param("titleEn", task.title().en())
                .param("whyFr", task.why().fr())
                .param("whyEn", task.why().en())
                .param("howFr", task.how().stream().map(Text::fr).toArray(String[]::new))
                .param("howEn", task.how().stream().map(Text::en).toArray(String[]::new))
                .param("address", task.address())
                .param("low", task.days().low())
                .param("high", task.days().high())
                .update();
    }

    Map<ActionId, Task> of(FacilityId facility) {
        var tasks = new LinkedHashMap<ActionId, Task>();
        database.sql("select * from plan.task where facility = ? order by action")
                .param(facility.value())
                .query(TaskStore::task)
                .list()
                .forEach(it -> tasks.put(it.id(), it));
        return tasks;
    }

    private static Task task(ResultSet row, int index) throws SQLException {
        var french = texts(row.getArray("how_fr"));
        var english = texts(row.getArray("how_en"));
        var how = new ArrayList<Text>();
        for (var step = 0; step < Math.min(french.size(), english.size()); step++) {
            how.add(new Text(french.get(step), english.get(step)));
        }
        return new Task(
                ActionId.of(row.getString("action")),
                new Text(row.getString("title_fr"), row.getString("title_en")),
                new Text(row.getString("why_fr"), row.getString("why_en")),
                how,
                row.getString("address"),
                new Range(row.getDouble("days_low"), row.getDouble("days_high")));
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
