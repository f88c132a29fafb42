package org.asepsie.app.directory;

import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/// Looks every few minutes which directories are to be read now. Without one that somebody set, nothing calls out.
@Component
class LiveRound {
    private final LiveCollections live;

    LiveRound(LiveCollections live) {
        this.live = live;
    }

    @Scheduled(cron = "${asepsie.directory-round:30 */5 * * * *}", zone = "Europe/Paris")
    void go() {
        live.round();
    }
}
