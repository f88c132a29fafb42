package org.asepsie.engine.network.flow;

import static org.asepsie.engine.network.flow.Zones.zones;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.asepsie.engine.network.flow.FlowMatrix.Counts;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirewallLogsTest {
    private static final ZoneTable ZONES =
            zones("care 10.20.0.0/22", "biomed 10.20.16.0/23", "internet 0.0.0.0/0 ::/0");

    private static final String FORTIGATE = "<189>date=2026-05-10 time=11:37:47 devname=\"fw\" logid=\"0000000013\""
            + " type=\"traffic\" subtype=\"forward\" eventtime=1778405867369913239 tz=\"+0200\" srcip=10.20.0.11"
            + " srcport=58012 srcintf=\"port12\" dstip=10.20.16.35 dstport=104 policyid=7 proto=6 action=\"%s\""
            + " service=\"a b\" duration=116 sentbyte=1188 rcvdbyte=%s rcvdpkt=16\n";

    @ParameterizedTest
    @CsvSource({
        "close, 10, ANSWERED",
        "timeout, 10, ANSWERED",
        "timeout, 0, ANSWERED",
        "server-rst, 10, ANSWERED",
        "deny, 0, REFUSED",
        "ip-conn, 0, UNANSWERED"
    })
    void tellsByTheActionOfFortiGateHowAConnectionEnded(String action, String received, Outcome outcome) {
        var read = Logs.read(ZONES, FORTIGATE.formatted(action, received));

        assertThat(read.log().format()).isEqualTo(FlowFormat.FORTIGATE);
        assertThat(read.log().broken()).isZero();
        var cell = read.matrix().cells().getFirst();
        assertThat(cell.from() + ">" + cell.to() + " " + cell.service()).isEqualTo("care>biomed tcp/104");
        assertThat(cell.counts().of(outcome)).isEqualTo(1);
        assertThat(cell.seen().last()).isEqualTo(Instant.parse("2026-05-10T09:37:47.369913Z"));
        assertThat(cell.seen().first()).isEqualTo(Instant.parse("2026-05-10T09:35:51.369913Z"));
        assertThat(read.matrix().rules().getFirst().rule()).isEqualTo("7");
    }

    @Test
    void takesDateTimeAndOffsetOfFortiGateWhereTheEventTimeIsMissing() {
        var line = FORTIGATE.formatted("close", "1").replaceAll(" eventtime=\\d+", "");

        var read = Logs.read(ZONES, line);

        assertThat(read.matrix().cells().getFirst().seen().last()).isEqualTo(Instant.parse("2026-05-10T09:37:47Z"));
    }

    @Test
    void countsASessionOfFortiGateOnceAlthoughItsStartIsLoggedToo() {
        var read = Logs.read(ZONES, FORTIGATE.formatted("start", "0") + FORTIGATE.formatted("close", "9"));

        assertThat(read.matrix().cells().getFirst().counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(read.log().passedOver()).isEqualTo(1);
    }

    @Test
    void tiesAConnectionOfStormshieldToItsRule() {
        var log = """
                id=firewall time="2026-05-04 12:30:45" fw="SNS" tz=+0200 startime="2026-05-04 12:30:41" pri=5 slotlevel=2\
                 ruleid=4 rulename="a "stray" quote" srcif="Ethernet0" ipproto=tcp proto=https src=10.20.0.9 srcport=49152\
                 dst=10.20.16.35 dstport=443 dstportname=https action=pass sent=400 rcvd=1000 duration=3.50 logtype="connection"
                id=firewall time="2026-05-04 12:31:00" fw="SNS" tz=+0200 startime="2026-05-04 12:31:00" slotlevel=2 ruleid=9\
                 ipproto=udp src=203.0.113.7 srcport=53 dst=10.20.0.9 dstport=161 action=block logtype="filter"
                id=firewall time="2026-05-04 12:31:00" fw="SNS" tz=+0200 logtype="system" msg="config changed"
                """;

        var read = Logs.read(ZONES, log);

        assertThat(read.log().broken()).isZero();
        assertThat(read.log().passedOver()).isEqualTo(1);
        assertThat(read.matrix().rules())
                .extracting(FlowMatrix.RuleUse::rule, FlowMatrix.RuleUse::passed, FlowMatrix.RuleUse::refused)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("2/4", 1L, 0L),
                        org.assertj.core.groups.Tuple.tuple("2/9", 0L, 1L));
        var answered = read.matrix().cells().getFirst();
        assertThat(answered.counts()).isEqualTo(new Counts(1, 0, 0, 0));
        assertThat(answered.bytes()).isEqualTo(1_400);
        assertThat(answered.seen().first()).isEqualTo(Instant.parse("2026-05-04T10:30:41Z"));
        assertThat(answered.seen().last()).isEqualTo(Instant.parse("2026-05-04T10:30:44.5Z"));
    }

    @Test
    void readsFilterLinesOfPfSenseInBothSyslogForms() {
        var log = """
                Jan  5 12:34:56 gate filterlog[12]: 5,,,1000000103,em0,match,block,in,4,0x0,,64,12345,0,DF,6,tcp,60,\
                203.0.113.5,10.20.16.35,54321,445,0,S,123,,64240,,mss
                <134>1 2026-01-05T13:34:57.000001+01:00 gate filterlog 77 - [meta sequenceId="1"] 75,,,0a1b2c,igb0,match,\
                pass,in,6,0x00,0x00000,64,UDP,17,40,2001:db8::1,2001:db8::2,1024,53,20
                Jan  5 12:34:58 gate filterlog: 75,,,12,igb0,match,pass,in,4,0x0,,64,0,0,none,1,icmp,84,10.20.0.9,10.20.16.9,\
                request,1,2
                Jan  5 12:34:59 gate filterlog: 75,,,12,igb0,match,pass,out,4,0x0,,64,0,0,none,17,udp,84,10.20.0.9,8.8.8.8,9,53,1
                Jan  5 12:35:00 gate filterlog: 5,,,13,em0,match,block,in,4,0x0,,64,1,0,DF,6,tcp,60,10.20.16.35,10.20.0.9,445,\
                50000,0,FA,1,,1,,
                Jan  5 12:35:00 gate dhcpd: DHCPREQUEST for 10.20.0.9
                """;

        var read = Logs.read(ZONES, log);

        assertThat(read.log().firstBroken()).isEmpty();
        assertThat(read.log().passedOver()).isEqualTo(3);
        assertThat(read.matrix().cells())
                .extracting(it -> it.from() + ">" + it.to() + " " + it.service() + " "
                        + (it.counts().refused() > 0 ? "refused" : "let through"))
                .containsExactly(
                        "care>biomed icmp/8.0 let through",
                        "internet>biomed tcp/445 refused",
                        "internet>internet udp/53 let through");
        assertThat(read.matrix().window().orElseThrow().first()).isEqualTo(Instant.parse("2026-01-05T12:34:56Z"));
        assertThat(read.matrix().rules()).hasSize(3);
    }
}
