package org.asepsie.engine.network.reader.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.asepsie.engine.network.policy.Action;
import org.asepsie.engine.network.policy.Address;
import org.asepsie.engine.network.policy.ConfigText;
import org.asepsie.engine.network.policy.Rule;
import org.asepsie.engine.network.policy.UnreadableConfig;
import org.asepsie.engine.network.reader.Configs;
import org.asepsie.engine.network.reader.Follow;
import org.asepsie.engine.network.reader.Readers;
import org.junit.jupiter.api.Test;

class TableReaderTest {
    private static final String[] TABLE = {
        "N°;Actif;Source;Destination;Service;Action;Commentaire",
        "1;oui;10.20.16.0/23;10.20.32.10;tcp/104 tcp/11112;Autoriser;\"images ; \"\"DICOM\"\"\"",
        "2;non;*;*;*;Autoriser;ancienne",
        "3;oui;10.20.0.0-10.20.3.255;tous;udp/53;Autorisé;",
        "4;oui;serveur;tous;tcp/80;Autoriser;",
        "5;oui;tous;tous;tous;Interdire;"
    };

    @Test
    void readsAFrenchTable() {
        assertThat(verdict("10.20.16.7", "10.20.32.10", 6, 11_112, TABLE)).isEqualTo("accept");
        assertThat(verdict("10.20.16.7", "10.20.32.10", 6, 22, TABLE)).isEqualTo("drop");
        assertThat(verdict("10.20.1.7", "192.0.2.1", 17, 53, TABLE)).isEqualTo("accept");
        assertThat(verdict("10.20.1.7", "192.0.2.1", 6, 80, TABLE)).isEqualTo("open");
        assertThat(Configs.gaps(new TableReader().read(Configs.text(TABLE)))).containsExactly("5 UNDEFINED serveur");
    }

    @Test
    void whatNoLineNamesIsOpenUnlessTheLastLineRefusesEverything() {
        assertThat(verdict("10.0.0.1", "10.0.0.2", 6, 22, "action,source,destination,service", "allow,any,any,tcp/443"))
                .isEqualTo("open");
    }

    @Test
    void aLineThatIsCutLeavesEverythingBehindItOpen() {
        assertThat(verdict(
                        "10.0.0.1",
                        "10.0.0.2",
                        6,
                        22,
                        "action,source,destination,service",
                        "allow,any",
                        "deny,any,any,any"))
                .isEqualTo("open");
    }

    @Test
    void aTableWithoutTheColumnsIsRefusedWithTheirNames() {
        assertThatThrownBy(() -> new TableReader().read(Configs.text("a;b;c", "1;2;3")))
                .isInstanceOf(UnreadableConfig.class)
                .hasMessageContaining("action, source, destination and service");
    }

    private static String verdict(String source, String target, int protocol, int port, String... lines) {
        var device = new TableReader().read(Configs.text(lines)).devices().getFirst();
        var packet = new Follow.Packet("", "", Address.of(source), Address.of(target), protocol, 40_000, port);
        return Follow.list(device, "table", packet).verdict();
    }

    @Test
    void theSameTableAsYamlIsTheSamePolicy() {
        var yaml = new TableReader().read(ConfigText.of("rules.yaml", """
            # from the provider
            rules:
              - action: accept
                source: 10.1.0.0/16
                destination: [10.2.0.5, "10.2.0.6"]   # PACS
                service: [tcp/104, tcp/443]
              - {note: not read}
              - action: autoriser
                active: non
                source: any
            default: deny
            """));
        var csv = new TableReader().read(ConfigText.of("rules.csv", """
            action;source;destination;service
            accept;10.1.0.0/16;10.2.0.5 10.2.0.6;tcp/104 tcp/443
            deny;any;any;any
            """));

        var rules = yaml.devices().getFirst().list("table").orElseThrow().rules();
        var expected = csv.devices().getFirst().list("table").orElseThrow().rules();
        assertThat(rules.getFirst().match()).isEqualTo(expected.getFirst().match());
        assertThat(rules.getFirst().where().line()).isEqualTo(3);
        assertThat(rules.getLast().action()).isEqualTo(expected.getLast().action());
        assertThat(yaml.gaps()).as("an entry that is no rule stands open").isNotEmpty();
        assertThat(rules.get(1).action()).isInstanceOf(Action.Undecided.class);
        assertThat(rules).hasSize(3);
    }

    @Test
    void aTableIsRecognisedAmongAllFormats() {
        var reading = Readers.read(ConfigText.of("t.csv", "action,source,destination,service\ndeny,any,any,any\n"));

        assertThat(reading.devices().getFirst().kind()).isEqualTo("table");
    }

    @Test
    void cellsInQuotesMeanWhatTheyMeanWithout() {
        var plain = rules("action;source;destination;service", "deny;10.0.0.1 ;10.1.0.0/16;tcp/80", "deny;any;any;any");
        var quoted = rules(
                "action;source;destination;service",
                "\"deny\";\" 10.0.0.1\";\"10.1.0.0/16\";\"tcp/80\"",
                "\"de\"ny;any;any;any");

        assertThat(quoted).hasSize(2);
        for (int i = 0; i < 2; i++) {
            assertThat(quoted.get(i).match()).isEqualTo(plain.get(i).match());
            assertThat(quoted.get(i).action()).isEqualTo(plain.get(i).action());
        }
    }

    @Test
    void aWordThatNamesNothingIsToldOnEachOfItsLines() {
        var reading = new TableReader()
                .read(Configs.text(
                        "action;source;destination;service", "deny;server;any;any", "perhaps;server;any;any"));

        assertThat(Configs.gaps(reading))
                .startsWith("2 UNDEFINED server", "3 UNDEFINED server", "3 UNKNOWN_ACTION perhaps");
    }

    @Test
    void aSecondValueOfAnItemIsToldAndTheFirstOneStays() {
        var reading = new TableReader()
                .read(Configs.text(
                        "rules:", "  - action: deny", "    source: 10.0.0.1", "    action: accept", "default: accept"));

        var rules = Configs.list(reading, "table").rules();
        assertThat(Configs.gaps(reading)).containsExactly("4 MALFORMED action: accept");
        assertThat(rules.get(1).action()).isEqualTo(Action.DROP);
        assertThat(rules.get(1).text()).isEqualTo("action: deny, source: 10.0.0.1");
    }

    @Test
    void anItemMayHaveMoreWordsThanAnyPersonWrites() {
        var lines = new StringBuilder("rules:\n  - action: deny\n");
        for (int i = 0; i < 2_000; i++) {
            lines.append("    word").append(i % 1_000).append(": x\n");
        }
        var reading = new TableReader().read(ConfigText.of("rules.yaml", lines.toString()));

        var told = Configs.gaps(reading);
        assertThat(told).filteredOn(it -> it.contains("UNKNOWN_WORD word")).hasSize(1_000);
        assertThat(told).filteredOn(it -> it.contains("MALFORMED word")).hasSize(1_000);
    }

    private static List<Rule> rules(String... lines) {
        return Configs.list(new TableReader().read(Configs.text(lines)), "table")
                .rules();
    }
}
