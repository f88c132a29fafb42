package org.asepsie.app.home;

import org.asepsie.app.assessment.Recomputation;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Each night everything is computed again: what expired yesterday counts no more today, and the observatory follows.
@Component
class NightWalk {
    private final Recomputation recomputation;

    NightWalk(Recomputation recomputation) {
        this.recomputation = recomputation;
    }

    @Scheduled(cron = "${asepsie.night:0 20 2 * * *}", zone = "Europe/Paris")
    void walk() {
        recomputation.everywhere();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableScheduling
    @EnableConfigurationProperties(ObservatoryRule.class)
    static class EachNight {}
}
