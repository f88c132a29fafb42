package org.asepsie.engine.network.declared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.NetworkData;
import org.asepsie.engine.network.declared.DeclaredPolicy.LeftOut;
import org.asepsie.engine.network.declared.DeclaredPolicy.Why;
import org.asepsie.engine.network.proof.Zone;
import org.junit.jupiter.api.Test;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/// Networks that a policy names are zones; what its terms surely accept between them is declared.
class PolicyFilesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String NAMING = """
        networks:
          CARE: {values: [{address: 10.1.0.0/16, comment: wards}]}
          IMAGING: {values: [{address: 10.2.0.0/24}, {name: ARCHIVE}]}
          ARCHIVE: {values: [{address: 10.2.9.0/24}]}
          GUESTS: {values: [{address: 10.9.0.0/16}]}
          ANYWHERE: {values: [{address: 0.0.0.0/0}]}
        services:
          DICOM: [{port: 104, protocol: tcp}, {port: 11112, protocol: tcp}]
          WEB: [{port: 443, protocol: tcp}, {port: 443, protocol: udp}]
          LOW: [{port: 0-1023, protocol: tcp}]
        """;

    private static DeclaredPolicy read(String... documents) {
        return PolicyFiles.read(
                List.of(documents).stream().map(PolicyFilesTest::document).toList(), TODAY);
    }

    private static Map<?, ?> document(String text) {
        return PolicyText.recognises(text)
                ? PolicyText.read(text)
                : (Map<?, ?>) new Load(LoadSettings.builder().build()).loadFromString(text);
    }

    private static List<String> flows(DeclaredPolicy policy) {
        return policy.flows().flows().stream()
                .map(it -> "%s > %s %s".formatted(it.from(), it.to(), it.services()))
                .toList();
    }

    private static final String POLICY =
            """
        header {
          target:: ciscoasa inside   # a comment
        }
        term images {
          source-address:: CARE
          destination-address:: IMAGING
          protocol:: tcp
          destination-port:: DICOM
          action:: accept
        }
        term default { action:: deny }
        """.replace("term default { action:: deny }", "term default {\n  action:: deny\n}");

    @Test
    void aTermThatAcceptsDeclaresItsServicesBetweenTheZonesItNames() {
        var policy = read(NAMING, POLICY);

        assertThat(policy.zones()).extracting(Zone::name).containsExactly("CARE", "IMAGING");
        assertThat(flows(policy)).containsExactly("CARE > IMAGING [tcp/104, tcp/11112]");
        assertThat(policy.leftOut()).isEmpty();
    }

    @Test
    void theYamlFormSaysTheSame() {
        var yaml = """
            filters:
              - header: {targets: {ciscoasa: inside}}
                terms:
                  - {name: images, source-address: CARE, destination-address: IMAGING, protocol: tcp, destination-port: DICOM, action: accept}
                  - {name: default, action: deny}
            """;

        assertThat(flows(read(yaml, NAMING))).isEqualTo(flows(read(NAMING, POLICY)));
    }

    /// Order counts: what an earlier term refuses, a later one does not declare; a later refusal takes nothing back.
    @Test
    void anEarlierRefusalIsTakenOffAnAcceptance() {
        var policy = read(NAMING, """
            filters:
              - terms:
                  - {name: no-low, source-address: GUESTS, protocol: tcp, destination-port: LOW, action: deny}
                  - {name: guests, source-address: GUESTS, destination-address: CARE, protocol: [tcp, udp], action: accept}
                  - {name: late, source-address: GUESTS, action: reject}
            """);

        assertThat(flows(policy)).containsExactly("GUESTS > CARE [tcp/1024-65535, udp]");
    }

    @Test
    void aRefusalOfAPartOfAZoneCountsAndAnAcceptanceOfAPartDoesNot() {
        var policy = read(NAMING, """
            filters:
              - terms:
                  - {name: part, source-address: CARE, destination-address: ARCHIVE, protocol: tcp, destination-port: DICOM, action: accept}
                  - {name: closed, source-address: GUESTS, destination-address: ARCHIVE, action: deny}
                  - {name: open, source-address: GUESTS, destination-address: IMAGING, action: accept}
            """);

        assertThat(flows(policy)).containsExactly("CARE > ARCHIVE [tcp/104, tcp/11112]");
        assertThat(policy.leftOut()).containsExactly(new LeftOut("open", Why.NO_WHOLE_ZONE, ""));
    }

    @Test
    void whatAMatrixCannotHoldIsLeftOutAndTold() {
        var policy = read(NAMING, """
            filters:
              - terms:
                  - {name: old, source-address: CARE, expiration: 2026-11-22, action: accept}
                  - {name: replies, source-address: IMAGING, protocol: tcp, option: tcp-established, action: accept}
                  - {name: high, source-address: CARE, destination-address: IMAGING, protocol: udp, source-port: LOW, action: accept}
                  - {name: rest, source-address: CARE, destination-address: ANYWHERE, action: accept}
            """);

        assertThat(policy.leftOut())
                .containsExactly(
                        new LeftOut("old", Why.EXPIRED, "2026-11-22"),
                        new LeftOut("replies", Why.REPLIES, ""),
                        new LeftOut("high", Why.CONDITION, "source-port"));
        assertThat(flows(policy)).containsExactly("CARE > CARE [any]", "CARE > IMAGING [any]");
    }

    @Test
    void unknownNamesCirclesAndMissingIncludesAreRefusedByName() {
        assertThatThrownBy(() -> read(POLICY))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("CARE")
                .hasMessageContaining("naming");
        assertThatThrownBy(() -> read("networks: {A: {values: [{name: B}]}, B: {values: [{name: A}]}}"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("A → B");
        assertThatThrownBy(() -> read(NAMING, "header {\n}\n#include 'more.inc'\n"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("more.inc");
        assertThatThrownBy(() -> read(NAMING, "header {\n}\nterm x {\n action:: accept\n"))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("line 4");
        assertThatThrownBy(() -> read(NAMING.replace("10.1.0.0/16", "10.1.0.0/33")))
                .isInstanceOf(UnusablePolicy.class)
                .hasMessageContaining("CARE");
    }

    @Test
    void withoutAPolicyTheNetworksAreTheZones() {
        assertThat(read(NAMING).zones()).extracting(Zone::name).containsExactly("CARE", "IMAGING", "ARCHIVE", "GUESTS");
    }

    /// A published policy with its definitions: the servers are open on their services, and nowhere else.
    @Test
    void aPublishedPolicyIsReadWithItsDefinitions() {
        var naming = text("same-policy/definitions/naming.yaml");
        var whole = text("same-policy/multitarget/sample_multitarget.pol");
        var policy = read(naming, whole.replaceAll("(?m)^#include.*$", ""));

        assertThat(policy.zones()).extracting(Zone::name).contains("MAIL_SERVERS", "WEB_SERVERS");
        assertThat(flows(policy))
                .anyMatch(it -> it.matches("\\S+ > WEB_SERVERS .*tcp/443.*"))
                .anyMatch(it -> it.matches("\\S+ > MAIL_SERVERS .*tcp/25.*"));
        assertThat(policy.leftOut())
                .contains(new LeftOut("permit-tcp-established", Why.REPLIES, ""))
                .contains(new LeftOut("permit-udp-established", Why.CONDITION, "source-port"));
    }

    private static String text(String file) {
        return new String(NetworkData.bytes(file), java.nio.charset.StandardCharsets.UTF_8);
    }
}
