package org.asepsie.engine.network.reader;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.Renderings;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.iptables.IptablesReader;
import org.asepsie.engine.network.reader.nftables.NftablesReader;
import org.asepsie.engine.network.reader.paloalto.PaloAltoReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.asepsie.engine.network.reader.table.TableReader;

/// Megabytes of configuration text a second and core, from bytes to policy, warm, in processor time of the thread: run
/// `main`, after `mvn test-compile`. One policy of 2,000 rules as each vendor writes it, and real files, which are
/// small:
/// there the start of a reading counts as well. An argument names the vendors to be timed.
final class ReaderBenchmark {
    private static final int RULES = 2_000;
    private static final int ROUNDS = 15;

    /// Processor time before anything counts: the compiler goes on for as long (seen by rounds of 4 MB).
    private static final long WARMING_NANOS = 6_000_000_000L;

    private static final ThreadMXBean PROCESSOR = ManagementFactory.getThreadMXBean();

    private static final Map<String, ConfigReader> READERS = Map.ofEntries(
            Map.entry("iptables", new IptablesReader()),
            Map.entry("nftables", new NftablesReader()),
            Map.entry("ios", new IosReader()),
            Map.entry("asa", new AsaReader()),
            Map.entry("fortios", new FortiOsReader()),
            Map.entry("stormshield", new StormshieldReader()),
            Map.entry("pfsense", new PfReader()),
            Map.entry("opnsense", new PfReader()),
            Map.entry("paloalto", new PaloAltoReader()),
            Map.entry("csv", new TableReader()),
            Map.entry("yaml", new TableReader()));

    private ReaderBenchmark() {}

    public static void main(String[] arguments) {
        var asked = arguments.length == 0 ? "" : arguments[0];
        for (var it : Renderings.of(Renderings.policy(1, RULES))) {
            measure(it.vendor(), asked, it.text().getBytes(StandardCharsets.UTF_8), RULES + " rules");
        }
        real("iptables", asked, "iptables/university-2013-10/rules.v4");
        real("ios", asked, "cisco-ios/stanford/sozb_rtr_config.txt");
        real("asa", asked, "same-policy/multitarget/sample_multitarget.asa");
        real("stormshield", asked, "stormshield/clinic-fictitious/script.txt");
        real("stormshield", asked, "stormshield/clinic-fictitious/filter.xml");
        real("fortios", asked, "fortios/calque/basic.conf");
        real("pfsense", asked, "pfsense/test-config2.xml");
    }

    private static void real(String vendor, String asked, String file) {
        measure(vendor, asked, NetworkData.bytes(file), file);
    }

    private static void measure(String vendor, String asked, byte[] bytes, String what) {
        if (!vendor.startsWith(asked)) {
            return;
        }
        var reader = READERS.get(vendor.split(",| ", 2)[0]);
        if (reader == null) {
            throw new IllegalStateException("no reader for " + vendor);
        }
        var repeat = Math.max(1, 4_000_000 / bytes.length);
        for (var begun = PROCESSOR.getCurrentThreadCpuTime();
                PROCESSOR.getCurrentThreadCpuTime() - begun < WARMING_NANOS; ) {
            reader.read(ConfigText.of(vendor, bytes));
        }
        var took = new long[ROUNDS];
        for (var turn = 0; turn < ROUNDS; turn++) {
            var begin = PROCESSOR.getCurrentThreadCpuTime();
            for (var i = 0; i < repeat; i++) {
                reader.read(ConfigText.of(vendor, bytes));
            }
            took[turn] = PROCESSOR.getCurrentThreadCpuTime() - begin;
        }
        Arrays.sort(took);
        System.out.printf(
                Locale.ROOT,
                "%-22s %6.1f MB/s, best %6.1f  %s (%d KB)%n",
                vendor,
                bytes.length * repeat * 1e3 / took[ROUNDS / 2],
                bytes.length * repeat * 1e3 / took[0],
                what,
                bytes.length / 1000);
    }
}
