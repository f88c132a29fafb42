package org.asepsie.app.network;

import org.asepsie.app.access.Actors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Each night, networks whose temporary opening ended the day before are examined again: what it allowed is forbidden
/// from then on.
@Component
class OpeningsWalk {
    private static final Logger LOG = LoggerFactory.getLogger(OpeningsWalk.class);

    private final ZonePlans plans;
    private final Studies studies;

    OpeningsWalk(ZonePlans plans, Studies studies) {
        this.plans = plans;
        this.studies = studies;
    }

    @Scheduled(cron = "${asepsie.openings-walk:0 40 3 * * *}", zone = "Europe/Paris")
    void walk() {
        var count = Actors.asInstallation(() -> {
            var facilities = plans.withEndedOpenings();
            for (var facility : facilities) {
                try {
                    studies.renew(facility);
                } catch (NetworkRefused refused) {
                    LOG.warn("the network of facility {} could not be examined again: {}", facility, refused.key());
                }
            }
            return facilities.size();
        });
        LOG.info("looked at {} networks with a temporary opening that has ended", count);
    }
}
