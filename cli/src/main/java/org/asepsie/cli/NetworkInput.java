package org.asepsie.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Device;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.Traffic;
import org.asepsie.engine.network.proof.Analysis;
import org.asepsie.engine.network.reader.Readers;
import org.asepsie.knowledge.Language;
import org.asepsie.knowledge.Text;
import org.jspecify.annotations.Nullable;

/// Reads the configurations a command was given.
record NetworkInput(List<Reading> readings) {
    static NetworkInput read(List<Path> files, Language language) {
        var readings = new ArrayList<Reading>();
        for (var file : files) {
            readings.add(Readers.read(text(file, language)));
        }
        return new NetworkInput(readings);
    }

    private static ConfigText text(Path file, Language language) {
        try {
            return ConfigText.of(file.toString(), Files.readAllBytes(file));
        } catch (IOException _) {
            throw BadInput.of(
                    new Text(
                            file + " : fichier illisible ; vérifiez le nom et les droits",
                            file + ": cannot be read; check its name and rights"),
                    language);
        }
    }

    List<Device> devices() {
        return readings.stream().flatMap(it -> it.devices().stream()).toList();
    }

    /// The first device, or its `chain` alone: `FORWARD`, `filter/FORWARD`, `inet filter forward`.
    Device device(@Nullable String chain, Traffic traffic, Language language) {
        var device = devices().getFirst();
        if (chain == null) {
            return device;
        }
        return device.lists().keySet().stream()
                .filter(it -> it.equals(chain) || it.equals("filter/" + chain) || it.endsWith(" " + chain))
                .findFirst()
                .map(it -> Analysis.only(device, traffic, it))
                .orElseThrow(() -> BadInput.of(
                        new Text(
                                "chaîne inconnue : %s ; le fichier a : %s"
                                        .formatted(
                                                chain,
                                                String.join(", ", device.lists().keySet())),
                                "unknown chain: %s; the file has: %s"
                                        .formatted(
                                                chain,
                                                String.join(", ", device.lists().keySet()))),
                        language));
    }
}
