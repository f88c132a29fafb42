package org.asepsie.engine.network.reader;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Reading;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.asepsie.engine.network.reader.paloalto.PaloAltoReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.asepsie.engine.network.reader.table.TableReader;
import org.jspecify.annotations.Nullable;

/// Gives a file to the reader that recognises it best.
public final class Readers {
    private static final List<ConfigReader> ALL = List.of(
            new IptablesReader(),
            new NftablesReader(),
            new StormshieldReader(),
            new FortiOsReader(),
            new PfReader(),
            new PaloAltoReader(),
            new AsaReader(),
            new IosReader(),
            new TableReader());

    private Readers() {}

    /// @throws UnreadableConfig if no reader recognises the file, or the one that does cannot use it
    public static Reading read(ConfigText text) {
        @Nullable ConfigReader best = null;
        int surest = 0;
        for (var reader : ALL) {
            int sure = reader.recognises(text);
            if (sure > surest) {
                best = reader;
                surest = sure;
            }
        }
        return Optional.ofNullable(best)
                .orElseThrow(() -> new UnreadableConfig(
                        text.at(1),
                        "format non reconnu ; sont lus : iptables-save, nft list ruleset, Stormshield, FortiOS,"
                                + " pfSense, OPNsense, Palo Alto, Cisco ASA et IOS, ou un tableau CSV ou YAML (action,"
                                + " source, destination, service)",
                        "unknown format; these are read: iptables-save, nft list ruleset, Stormshield, FortiOS,"
                                + " pfSense, OPNsense, Palo Alto, Cisco ASA and IOS, or a table in CSV or YAML (action,"
                                + " source, destination, service)"))
                .read(text);
    }

    /// Reads files that were given together. Those of a Stormshield appliance, which tells its policy and its objects
    /// in separate answers, are read as one; every other file stands for itself.
    ///
    /// @throws UnreadableConfig for the first file that cannot be used
    public static List<Reading> readTogether(List<ConfigText> texts) {
        var appliance = new StormshieldReader();
        var parts = texts.stream().filter(it -> appliance.recognises(it) > 0).toList();
        var readings = new ArrayList<Reading>();
        if (!parts.isEmpty()) {
            readings.add(appliance.read(parts));
        }
        texts.stream().filter(it -> !parts.contains(it)).map(Readers::read).forEach(readings::add);
        return readings;
    }
}
