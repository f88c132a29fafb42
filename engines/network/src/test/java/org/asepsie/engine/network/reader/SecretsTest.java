package org.asepsie.engine.network.reader;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.asepsie.engine.network.policy.ConfigReader;
import org.asepsie.engine.network.reader.cisco.AsaReader;
import org.asepsie.engine.network.reader.cisco.IosReader;
import org.asepsie.engine.network.reader.fortios.FortiOsReader;
import org.asepsie.engine.network.reader.pf.PfReader;
import org.asepsie.engine.network.reader.stormshield.StormshieldReader;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a configuration holds of passwords, keys and communities, nothing of it is in what a reader
/// returns.
class SecretsTest {
    private static final String SECRET = "Tr0ub4dor";

    static Stream<Arguments> configurations() {
        return Stream.of(
                Arguments.of(new IosReader(), new String[] {
                    "hostname r",
                    "enable secret 5 " + SECRET,
                    "enable password " + SECRET,
                    "username admin privilege 15 password 7 " + SECRET,
                    "snmp-server community " + SECRET + " RO",
                    "tacacs-server key " + SECRET,
                    "unknowncommand key " + SECRET,
                    "crypto isakmp key " + SECRET + " address 192.0.2.1",
                    "ip frobnicate password " + SECRET,
                    "interface Gi0",
                    " ip address 10.0.0.1 255.255.255.0",
                    " standby 1 authentication " + SECRET,
                    " ip ospf message-digest-key 1 md5 " + SECRET,
                    "access-list 100 permit tcp any any eq 80 password " + SECRET
                }),
                Arguments.of(new AsaReader(), new String[] {
                    "ASA Version 9.9",
                    "enable password " + SECRET + " encrypted",
                    "passwd " + SECRET + " encrypted",
                    "tunnel-group x ipsec-attributes",
                    " ikev1 pre-shared-key " + SECRET,
                    "username u password " + SECRET,
                    "strange secret " + SECRET,
                    "interface g0",
                    " nameif inside",
                    " policy-route secret " + SECRET
                }),
                Arguments.of(new FortiOsReader(), new String[] {
                    "config system admin",
                    "edit admin",
                    "set password ENC " + SECRET,
                    "next",
                    "end",
                    "config vpn ipsec phase1-interface",
                    "edit v",
                    "set psksecret " + SECRET,
                    "next",
                    "end",
                    "config firewall policy",
                    "edit 1",
                    "set password " + SECRET,
                    "set action accept",
                    "odd password " + SECRET,
                    "next",
                    "end"
                }),
                Arguments.of(new PfReader(), new String[] {
                    "<pfsense><system><hostname>h</hostname><user><password>" + SECRET + "</password></user></system>",
                    "<snmpd><rocommunity>" + SECRET + "</rocommunity></snmpd>",
                    "<openvpn><tls>" + SECRET + "</tls></openvpn>",
                    "<filter><rule><type>pass</type><interface>lan</interface><secret>" + SECRET + "</secret>",
                    "</rule></filter></pfsense>"
                }),
                Arguments.of(new StormshieldReader(), new String[] {
                    "CONFIG OBJECT HOST NEW name=a ip=10.0.0.1",
                    "CONFIG SNMP COMMUNITY name=" + SECRET,
                    "CONFIG PASSWD SET password=" + SECRET,
                    "password=" + SECRET,
                    "CONFIG FILTER RULE INSERT type=filter action=pass srctarget=a dsttarget=any password=" + SECRET,
                    "CONFIG FILTER RULE FROB password=" + SECRET
                }));
    }

    @ParameterizedTest
    @MethodSource("configurations")
    void noSecretLeavesTheReader(ConfigReader reader, String[] lines) {
        var reading = reader.read(Configs.text(lines));

        assertThat(reading.toString()).doesNotContain(SECRET);
        assertThat(reading.devices()).isNotEmpty();
    }
}
