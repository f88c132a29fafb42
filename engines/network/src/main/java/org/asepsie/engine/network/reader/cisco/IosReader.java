package org.asepsie.engine.network.reader.cisco;

import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;

/// Reads a configuration of Cisco IOS or a close relative (`show running-config`), or a file of access lists
/// alone.
public final class IosReader implements ConfigReader {
    @Override
    public int recognises(ConfigText text) {
        var score = 0;
        for (var line = 1; line <= Math.min(400, text.lines()); line++) {
            var words = text.line(line).strip();
            if (words.startsWith("ASA Version") || words.startsWith("#config-version")) {
                return 0;
            }
            if (words.startsWith("ip access-list ")
                    || words.startsWith("no ip access-list ")
                    || words.startsWith("ipv4 access-list ")
                    || words.startsWith("access-list ")
                    || words.startsWith("ip access-group ")) {
                score = 80;
            } else if (words.startsWith("interface ")
                    || words.startsWith("hostname ")
                    || words.startsWith("ip address ")) {
                score = Math.max(score, 60);
            }
        }
        return score;
    }

    @Override
    public Reading read(ConfigText text) {
        var config = new IosConfig(text);
        config.read();
        if (config.isEmpty()) {
            throw new UnreadableConfig(
                    text.at(0),
                    "ni interface ni liste d’accès ; donnez la sortie complète de « show running-config »",
                    "neither an interface nor an access list; give the whole output of \"show running-config\"");
        }
        return config.finished();
    }
}
