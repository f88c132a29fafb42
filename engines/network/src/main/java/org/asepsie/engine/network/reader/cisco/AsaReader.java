package org.asepsie.engine.network.reader.cisco;

import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;

/// Reads a Cisco ASA configuration (`show running-config`).
public final class AsaReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        for (var line = 1; line <= Math.min(400, text.lines()); line++) {
            var words = text.line(line).strip();
            if (words.startsWith("ASA Version") || words.startsWith("PIX Version")) {
                return 98;
            }
            if (words.startsWith("nameif ")
                    || words.startsWith("clear configure access-list")
                    || words.startsWith("security-level ")) {
                return 90;
            }
        }
        return 0;
    }

    @Override
    public Reading read(ConfigText text) {
        var config = new AsaConfig(text, true);
        config.read();
        if (config.hasNumbersAsNames()) {
            config = new AsaConfig(text, false);
            config.read();
        }
        if (config.isEmpty()) {
            throw new UnreadableConfig(
                    text.at(0),
                    "ni interface, ni objet, ni liste d’accès ; donnez la sortie complète de « show running-config »",
                    "no interface, object or access list; give the whole output of \"show running-config\"");
        }
        return config.finished();
    }
}
