package org.asepsie.app.followup;

import org.asepsie.app.access.Actors;
import org.asepsie.app.plan.Reopenings;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Each morning, actions whose proof has ended are opened again, and people are reminded. Several nodes may do it at
/// once: each step is recorded, and counts once.
@Component
class MorningRound {
    private static final Logger LOG = LoggerFactory.getLogger(MorningRound.class);

    private final Reopenings reopenings;
    private final Reminders reminders;

    MorningRound(Reopenings reopenings, Reminders reminders) {
        this.reopenings = reopenings;
        this.reminders = reminders;
    }

    @Scheduled(cron = "${asepsie.morning-round:0 0 7 * * *}", zone = "Europe/Paris")
    void go() {
        var waiting = Actors.asInstallation(reopenings::waiting);
        for (var facility : waiting) {
            Actors.asInstallation(() -> {
                reopenings.settle(facility);
                return true;
            });
        }
        var round = reminders.round();
        if (!waiting.isEmpty() || round.sent() + round.failed() > 0) {
            LOG.info(
                    "looked at the proofs of {} facilities; {} reminders left, {} could not",
                    waiting.size(),
                    round.sent(),
                    round.failed());
        }
    }
}
