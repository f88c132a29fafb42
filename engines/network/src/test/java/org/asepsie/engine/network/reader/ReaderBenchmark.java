package org.asepsie.engine.network.reader;

import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;

/// Megabytes of configuration text a second and core, from bytes to policy, warm: run `main`, after `mvn
/// test-compile`. Real files, read again and again, so that a rule costs what rules cost in practice.
final class ReaderBenchmark {
    private ReaderBenchmark() {}

    public static void main(String[] arguments) {
        measure("Cisco IOS", new IosReader(), "cisco-ios/stanford/sozb_rtr_config.txt");
        measure("Cisco ASA", new AsaReader(), "same-policy/multitarget/sample_multitarget.asa");
        measure("Stormshield list", new StormshieldReader(), "stormshield/clinic-fictitious/script.txt");
        measure("Stormshield XML", new StormshieldReader(), "stormshield/clinic-fictitious/filter.xml");
        measure("FortiOS", new FortiOsReader(), "fortios/calque/basic.conf");
        measure("pfSense", new PfReader(), "pfsense/test-config2.xml");
    }

    private static void measure(String name, ConfigReader reader, String file) {
        var bytes = NetworkData.bytes(file);
        var rounds = Math.max(1, 4_000_000 / bytes.length);
        var best = Long.MAX_VALUE;
        for (var turn = 0; turn < 15; turn++) {
            var begin = System.nanoTime();
            for (var i = 0; i < rounds; i++) {
                reader.read(ConfigText.of(file, bytes));
            }
            best = Math.min(best, System.nanoTime() - begin);
        }
        System.out.printf("%-18s %6.0f MB/s  %s%n", name, bytes.length * rounds * 1e3 / best, file);
    }
}
