package org.asepsie.app.followup;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.asepsie.app.access.AccountId;
import org.asepsie.app.facility.FacilityId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The SQL of who wants to be reminded, and of what they were.
@Component
class ReminderStore {
    private final JdbcClient database;

    ReminderStore(JdbcClient database) {
        this.database = database;
    }

    Optional<Rhythm> rhythm(AccountId account) {
        return database.sql("select rhythm from followup.rhythm where account = ?")
                .param(account.value())
                .query((row, _) -> Rhythm.of(row.getString("rhythm")))
                .optional();
    }

    void setRhythm(AccountId account, Rhythm rhythm) {
        database.sql("""
                        insert into followup.rhythm (account, rhythm) values (?, ?)
                        on conflict (account) do update set rhythm = excluded.rhythm""").params(account.value(), rhythm.code()).update();
    }

    Map<AccountId, Rhythm> wanted() {
        var wanted = new LinkedHashMap<AccountId, Rhythm>();
        database.sql("select * from followup.rhythm where rhythm <> 'none' order by account")
                .query(row -> {
                    wanted.put(new AccountId(row.getObject("account", UUID.class)), Rhythm.of(row.getString("rhythm")));
                });
        return wanted;
    }

    /// @return whether it is new: of two nodes that remind at once, one alone goes on
    boolean claim(AccountId account, FacilityId facility, String occasion, Instant at) {
        return database.sql("""
                        insert into followup.reminded (account, facility, occasion, at) values (?, ?, ?, ?)
                        on conflict do nothing""")
                        .params(account.value(), facility.value(), occasion, Timestamp.from(at))
                        .update()
                == 1;
    }

    void release(AccountId account, FacilityId facility, String occasion) {
        database.sql("delete from followup.reminded where account = ? and facility = ? and occasion = ?")
                .params(account.value(), facility.value(), occasion)
                .update();
    }
}
