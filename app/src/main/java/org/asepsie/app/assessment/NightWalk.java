package org.asepsie.app.assessment;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

/// Each night, evidence that lapsed during the day stops counting in the standings that portfolios show.
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class NightWalk {
    private static final Logger LOG = LoggerFactory.getLogger(NightWalk.class);

    private final Recomputation recomputation;

    NightWalk(Recomputation recomputation) {
        this.recomputation = recomputation;
    }

    @Scheduled(cron = "${asepsie.night-walk:0 10 3 * * *}", zone = "Europe/Paris")
    void walk() {
        var walked = recomputation.everywhere();
        LOG.info("computed {} results of {} facilities", walked.results(), walked.facilities());
    }
}
