package org.asepsie.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NetworkTest {
    private static final String RULES = """
        *filter
        :INPUT DROP [0:0]
        :FORWARD DROP [0:0]
        :OUTPUT ACCEPT [0:0]
        -A FORWARD -m state --state RELATED,ESTABLISHED -j ACCEPT
        -A FORWARD -i care -o imaging -p tcp -m tcp --dport 104 -j ACCEPT
        -A FORWARD -i care -o imaging -p tcp -m tcp --dport 104 -s 10.1.0.0/16 -j DROP
        -A FORWARD -i guests -o imaging -p tcp -m tcp --dport 443 -j ACCEPT
        -A FORWARD -i guests -o care -m limit --limit 1/sec -j ACCEPT
        COMMIT
        """;

    private static final String ZONES = """
        zones:
          - {name: soins, interfaces: [care]}
          - {name: imagerie, interfaces: [imaging], addresses: [10.2.0.0/16]}
          - {name: invités, interfaces: [guests]}
        flows:
          - {from: soins, to: imagerie, services: [tcp/104], required: true}
        """;

    @TempDir
    private Path folder;

    private record Ran(int status, String out, String err) {}

    private static Ran run(String... args) {
        var out = new StringWriter();
        var err = new StringWriter();
        var status = Main.run(new PrintWriter(out), new PrintWriter(err), Clock.systemUTC(), args);
        return new Ran(status, out.toString(), err.toString());
    }

    private String file(String name, String text) throws IOException {
        var file = folder.resolve(name);
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void aForbiddenFlowThatIsPossibleIsAViolationWithItsPacketAndItsLine() throws IOException {
        var ran = run("network", file("fw", RULES), "--zones", file("zones.yaml", ZONES));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out())
                .contains("invités → imagerie : possible mais interdit : tcp/443")
                .contains("fw:8 -A FORWARD -i guests -o imaging")
                .contains("invités → soins : possible mais interdit (non prouvé)")
                .contains("imagerie → invités : rien ne passe")
                .contains("[morte]");
    }

    @Test
    void whatIsOnlyPerhapsPossibleIsNotProved() throws IOException {
        var rules = RULES.replace("-A FORWARD -i guests -o imaging -p tcp -m tcp --dport 443 -j ACCEPT\n", "");

        assertThat(run("network", file("fw", rules), "--zones", file("zones.yaml", ZONES))
                        .status())
                .isEqualTo(2);
    }

    @Test
    void whatConformsLeavesWithZeroAndARequiredFlowThatIsStoppedDoesNot() throws IOException {
        var rules = RULES.replaceAll("(?m)^.*guests.*\n", "");
        var zones = file("zones.yaml", ZONES);

        var conforms = run("network", file("fw", rules), "--zones", zones);
        var broken = run(
                "network",
                file("broken", rules.replace("--dport 104 -j ACCEPT", "--dport 105 -j ACCEPT")),
                "--zones",
                zones);

        assertThat(conforms.status()).as(conforms.out()).isZero();
        assertThat(broken.status()).isEqualTo(1);
        assertThat(broken.out()).contains("requis mais impossible");
    }

    @Test
    void theJsonObeysItsSchema() throws IOException {
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/network.schema.json")));

        var ran = run("network", file("fw", RULES), "--zones", file("zones.yaml", ZONES), "--json");

        assertThat(schema.validate(ran.out(), InputFormat.JSON)).isEmpty();
        assertThat(ran.out()).contains("\"verdict\" : \"not-proved\"").contains("\"reason\" : \"rate\"");
    }

    @Test
    void withoutZonesTheInterfacesAreTheZones() throws IOException {
        var ran = run("network", file("fw", RULES), "--lang", "en");

        assertThat(ran.status()).isZero();
        assertThat(ran.out())
                .contains("guests → imaging : passes in part tcp/443")
                .contains("* → care : nothing passes");
    }

    @Test
    void followsPacketsToTheirLine() throws IOException {
        var packets = file("packets.csv", """
            in,out,source,destination,protocol,sourcePort,destinationPort
            care,imaging,10.9.0.1,10.2.0.1,tcp,40000,104
            guests,care,10.9.0.1,10.2.0.1,udp,40000,53
            lan,,10.9.0.1,10.2.0.1,tcp,40000,22
            """);

        var ran = run("network", "trace", file("fw", RULES), "--packets", packets);

        assertThat(ran.status()).isEqualTo(2);
        assertThat(ran.out().lines())
                .anyMatch(it -> it.startsWith("2 allowed") && it.contains("fw:6 "))
                .anyMatch(it -> it.startsWith("3 not-proved") && it.contains("fw:9 "))
                .anyMatch(it -> it.startsWith("4 denied") && it.contains("fw:2 "));
    }

    @Test
    void cutsTheAddressesWhereTheRulesDo() throws IOException {
        var rules = "*filter\n"
                + ":FORWARD DROP\n"
                + "-A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/16 -p tcp --dport 22 -j ACCEPT\n"
                + "COMMIT\n";

        var ran = run("network", "partition", file("fw", rules), "--service", "tcp/22", "--chain", "FORWARD");

        assertThat(ran.status()).isZero();
        assertThat(ran.out()).contains("10.1.0.0 → 10.2.0.0").doesNotContain("10.2.0.0 → ");
    }

    @Test
    void tellsWhatAnewConfigurationOpens() throws IOException {
        var after = RULES.replace("--dport 443", "--dport 440:449");

        var ran = run("network", "diff", file("old", RULES), file("new", after));
        var same = run("network", "diff", file("old", RULES), file("same", RULES));

        assertThat(ran.status()).isEqualTo(1);
        assertThat(ran.out()).contains("tcp/440-442, tcp/444-449");
        assertThat(same.status()).isZero();
    }

    @Test
    void followsAPacketOverTwoDevices() throws IOException {
        var access = """
            hostname access
            interface Vlan30
             ip address 10.30.0.1 255.255.255.0
             ip access-group GUESTS in
            interface Gi0/1
             ip address 10.255.0.1 255.255.255.252
            ip route 0.0.0.0 0.0.0.0 10.255.0.2
            ip access-list extended GUESTS
             permit tcp any any eq 443
             deny ip any any
            """;
        var core = """
            hostname core
            interface Gi0/1
             ip address 10.255.0.2 255.255.255.252
            interface Vlan20
             ip address 10.20.0.1 255.255.255.0
            ip route 10.30.0.0 255.255.255.0 10.255.0.1
            """;
        var zones = file("zones.yaml", """
            zones:
              - {name: invités, addresses: [10.30.0.0/24]}
              - {name: PACS, addresses: [10.20.0.0/24]}
            """);

        var ran = run(
                "network", file("access", access), file("core", core), "--zones", zones, "--reach", "invités", "PACS");
        var asJson = run(
                "network",
                file("access", access),
                file("core", core),
                "--zones",
                zones,
                "--reach",
                "invités",
                "PACS",
                "--json");
        var unknown = run("network", file("core", core), "--zones", zones, "--reach", "invités", "RIS");

        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("invités → PACS : passe en partie tcp/443")
                .contains("access:9 permit tcp any any eq 443")
                .contains("core : Gi0/1 10.30.0.1 → 10.20.0.2 tcp/443 Vlan20");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/network-reach.schema.json")));
        assertThat(schema.validate(asJson.out(), InputFormat.JSON)).isEmpty();
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err()).contains("RIS").contains("PACS");
    }

    @Test
    void narrowsRulesToWhatIsDeclaredOrSeen() throws IOException {
        var rules = """
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -i care -o imaging -p tcp -m tcp --dport 100:110 -j ACCEPT
            -A FORWARD -i guests -o imaging -j ACCEPT
            COMMIT
            """;
        var zones = ZONES.replace("interfaces: [care]", "interfaces: [care], addresses: [10.1.0.0/16]")
                .replace("interfaces: [guests]", "interfaces: [guests], addresses: [10.3.0.0/16]");
        var log = file("conn.log", """
            {"ts":1750000000.0,"id.orig_h":"10.1.0.1","id.orig_p":4000,"id.resp_h":"10.2.0.7","id.resp_p":105,"proto":"tcp","conn_state":"SF"}
            {"ts":1750200000.0,"id.orig_h":"10.1.0.1","id.orig_p":4000,"id.resp_h":"10.2.0.7","id.resp_p":105,"proto":"tcp","conn_state":"SF"}
            """);
        var arguments =
                new String[] {"network", "tighten", file("fw", rules), "--zones", file("z.yaml", zones), "--seen", log};

        var ran = run(arguments);
        var asJson =
                run(Stream.concat(Stream.of(arguments), Stream.of("--json")).toArray(String[]::new));

        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("2 jours de journaux (moins que les 30 demandés)")
                .contains("soins → imagerie : tcp/100-104, tcp/106-110")
                .contains("fw:3 -A FORWARD -i care")
                .contains("= soins → imagerie : tcp/104-105")
                .contains("ne sert aucun flux nécessaire");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/network-tighten.schema.json")));
        assertThat(schema.validate(asJson.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void anOpeningThatNobodyDeclaredComesFirstAndFailsTheBuild() throws IOException {
        var zones = file("zones.yaml", ZONES);
        var more = RULES.replace(
                "COMMIT",
                "-A FORWARD -i imaging -o care -p tcp -m tcp --dport 22 -j ACCEPT%n-A FORWARD -i care -o imaging -s 10.9.0.0/16 -p tcp -m tcp --dport 104 -j ACCEPT%nCOMMIT"
                        .formatted());
        var without =
                RULES.replace("-A FORWARD -i care -o imaging -p tcp -m tcp --dport 104 -j ACCEPT%n".formatted(), "");

        var opened = run("network", "diff", file("old", RULES), file("new", more), "--zones", zones);
        var asked = run("network", "diff", file("less", without), file("old", RULES), "--zones", zones);
        var asJson = run("network", "diff", file("old", RULES), file("new", more), "--zones", zones, "--json");

        assertThat(opened.status()).as(opened.err()).isEqualTo(1);
        assertThat(opened.out()).startsWith("ouvert, non déclaré imagerie → soins : tcp/22");
        assertThat(asked.status()).isZero();
        assertThat(asked.out()).startsWith("ouvert soins → imagerie : tcp/104");
        var schema = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../docs/schemas/network-diff.schema.json")));
        assertThat(schema.validate(asJson.out(), InputFormat.JSON)).isEmpty();
    }

    @Test
    void takesTheMatrixOfFirewallOrchestratorAndATableOfRules() throws IOException {
        var table = file("rules.csv", """
            action;source;destination;service
            accept;10.1.0.0/16;10.2.0.0/16;tcp/443
            accept;10.2.0.0/16;10.1.0.0/16;tcp/22
            deny;any;any;any
            """);
        var matrix = """
            {"network_zones": [
              {"id_string": "care", "subnets": [{"ip": "10.1.0.0/16"}], "communication_to": ["imaging"]},
              {"id_string": "imaging", "subnets": ["10.2.0.0-10.2.255.255"], "communication_to": []}
            ]}
            """;

        var ran = run("network", table, "--zones", file("matrix.json", matrix), "--lang", "en");
        var wrong = run("network", table, "--zones", file("wrong.json", matrix.replace("[\"imaging\"]", "[\"lab\"]")));

        assertThat(ran.status()).as(ran.err()).isEqualTo(1);
        assertThat(ran.out())
                .contains("imaging → care : possible but forbidden : tcp/22")
                .doesNotContain("care → imaging : possible but forbidden");
        assertThat(wrong.status()).isEqualTo(3);
        assertThat(wrong.err()).contains("lab");
    }

    @Test
    void badInputIsToldWithPlaceAndRemedy() throws IOException {
        var unknown = run("network", file("fw", "hello\n"));
        var zone = run(
                "network",
                file("fw2", RULES),
                "--zones",
                file("zones.yaml", ZONES.replace("to: imagerie", "to: radio")));
        var missing = run("network", folder.resolve("nowhere").toString());
        var chain = run("network", "partition", file("fw3", RULES), "--service", "tcp/22", "--chain", "SIDEWAYS");

        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err()).contains("fw:1").contains("iptables-save");
        assertThat(zone.status()).isEqualTo(3);
        assertThat(zone.err()).contains("zones.yaml").contains("radio");
        assertThat(missing.status()).isEqualTo(3);
        assertThat(chain.status()).isEqualTo(3);
        assertThat(chain.err()).contains("filter/FORWARD");
    }

    @Test
    void writesOnePageThatNeedsNothingElse() throws IOException {
        var ran = run("network", file("fw", RULES), "--zones", file("zones.yaml", ZONES), "--html");

        assertThat(ran.out())
                .startsWith("<!doctype html>")
                .contains("<th scope=\"col\">invités</th>")
                .doesNotContain("http");
    }

    /// The networks of an Aerleon policy are the zones, and what its terms accept is declared.
    @Test
    void filesOfAerleonAreReadAsZonesAndFlows() throws IOException {
        var rules = """
            *filter
            :FORWARD DROP [0:0]
            -A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/24 -p tcp -m tcp --dport 104 -j ACCEPT
            -A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/24 -p tcp -m tcp --dport 22 -j ACCEPT
            COMMIT
            """;
        var naming = file("naming.yaml", """
            networks:
              CARE: {values: [{address: 10.1.0.0/16}]}
              IMAGING: {values: [{address: 10.2.0.0/24}]}
            services:
              DICOM: [{port: 104, protocol: tcp}]
              SSH: [{port: 22, protocol: tcp}]
            """);
        var policy = """
            header {
              target:: speedway FORWARD
            }
            term images {
              source-address:: CARE
              destination-address:: IMAGING
              protocol:: tcp
              destination-port:: DICOM SSH
              action:: accept
            }
            term replies {
              source-address:: IMAGING
              protocol:: tcp
              option:: tcp-established
              action:: accept
            }
            """;
        var all = file("all.pol", policy);
        var imagesOnly = file("images.pol", policy.replace(" SSH", ""));

        var conforms = run("network", file("fw", rules), "--zones", naming, "--zones", all, "--lang", "en");
        var tooOpen = run("network", file("fw", rules), "--zones", naming, "--zones", imagesOnly);
        var undefined = run("network", file("fw", rules), "--zones", imagesOnly, "--lang", "en");

        assertThat(conforms.status()).isZero();
        assertThat(conforms.err()).contains("\"replies\" not declared");
        assertThat(tooOpen.status()).isEqualTo(1);
        assertThat(tooOpen.out()).contains("tcp/22");
        assertThat(undefined.status()).isEqualTo(3);
        assertThat(undefined.err()).contains("CARE").contains("naming");
    }

    @Test
    void refusesAFileInTheLanguageThatWasAskedFor() throws IOException {
        var letter = file("lettre.txt", "Bonjour,\n");

        assertThat(run("network", letter).err()).contains("format non reconnu");
        assertThat(run("network", letter, "--lang", "en").err())
                .contains("lettre.txt:1: ")
                .doesNotContain("reconnu");
    }

    @Test
    void saysInBothLanguagesWhatIsWrongWithTheLine() throws IOException {
        var rules = file("pare-feu.rules", "*filter\n:FORWARD DROP [0:0]\nCOMMIT\n");

        var missing = run("network", "partition", rules);
        var unknown = run("network", rules, "--colour");

        assertThat(missing.status()).isEqualTo(3);
        assertThat(missing.err()).contains("Il manque", "Missing: --service");
        assertThat(unknown.status()).isEqualTo(3);
        assertThat(unknown.err()).contains("Inconnu ou de trop", "Unknown, or too many: --colour");
    }
}
