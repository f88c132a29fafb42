package org.asepsie.app.facility.register;

import org.asepsie.app.access.Actors;

/// An import that has begun and goes no further.
public final class ImportUnderWay {
    private ImportUnderWay() {}

    public static ImportId of(ImportLog log, String fileName) {
        return Actors.asInstallation(() -> log.begin(fileName, 1_000, "Camille"));
    }
}
