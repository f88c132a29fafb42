package org.asepsie.app.plan;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Each night, what plans put forward is noted for those who look at many of them.
@Component
class PutForwardWalk {
    private static final Logger LOG = LoggerFactory.getLogger(PutForwardWalk.class);

    private final PutForward putForward;

    PutForwardWalk(PutForward putForward) {
        this.putForward = putForward;
    }

    @Scheduled(cron = "${asepsie.plans-walk:0 10 4 * * *}", zone = "Europe/Paris")
    void walk() {
        LOG.info("noted what the plans of {} facilities put forward", putForward.everywhere());
    }
}
