package org.asepsie.app.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.TestClock;
import org.asepsie.app.access.Actors;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityDetails;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.facility.FacilityKind;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.engine.network.document.NetworkDocument.CellPart;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A nursing home whose visitors' Wi-Fi reaches the care workstations, seen through the doors of the module.
@ApplicationTest
class StudiesTest {
    @Autowired
    Studies studies;

    @Autowired
    ZonePlans plans;

    @Autowired
    Configurations configurations;

    @Autowired
    FlowLogs logs;

    @Autowired
    EvidenceHub evidence;

    @Autowired
    Facilities facilities;

    @Autowired
    OpeningsWalk walk;

    @Autowired
    TestClock clock;

    private FacilityId home;

    @BeforeEach
    void aNursingHomeWithZones() {
        home = Actors.asInstallation(() -> {
            var region = facilities.registerRegion("53", "Bretagne");
            return facilities.registerSite(
                    region, FacilityDetails.of("Les Tilleuls", Optional.empty(), "500", FacilityKind.ESMS, 80));
        });
        change(_ -> StartingModel.of(studies.model(), FacilityKind.ESMS));
        place("care", "10.1.0.0/16");
        place("servers", "10.2.0.0/16");
        place("guests", "10.9.0.0/16");
        place("backup", "10.3.0.0/24");
    }

    private void change(java.util.function.UnaryOperator<ZonePlan> change) {
        Actors.asInstallation(() -> plans.change(home, plans.current(home).number(), "test", change));
    }

    private void place(String zone, String... networks) {
        change(it -> it.changing(zone, before -> before.at(List.of(networks))));
    }

    private Study examine(String text) {
        return Actors.asInstallation(() -> {
            configurations.take(home, List.of(given("pare-feu.rules", text)));
            return studies.renew(home).orElseThrow();
        });
    }

    private static Configurations.Given given(String name, String text) {
        return new Configurations.Given(name, text.getBytes(StandardCharsets.UTF_8));
    }

    private CellPart cell(Study study, String from, String to) {
        return study.cell(from, to).orElseThrow();
    }

    private Map<String, String> measured() {
        return Actors.asInstallation(() -> evidence.current(home, clock.instant()).stream()
                .collect(Collectors.toMap(
                        it -> it.indicator().value(), it -> it.shown().value().toPlainString())));
    }

    @Test
    void tellsWhichLineLetsTheVisitorsReachCare() {
        var study = examine(NetworkExamples.IPTABLES);

        var cell = cell(study, "guests", "care");
        assertThat(cell.services()).containsExactly("tcp/445");
        assertThat(cell.decidedBy().orElseThrow().line()).isEqualTo(7);
        assertThat(cell(study, "guests", "servers").verdict()).isEqualTo("denied");
        assertThat(study.document().violations())
                .anySatisfy(it -> assertThat(it.kind() + " " + it.from() + " " + it.to())
                        .isEqualTo("possible-but-forbidden guests care"));
    }

    @Test
    void leavesWhatItMeasuredAsEvidence() {
        examine(NetworkExamples.IPTABLES);

        assertThat(measured())
                .containsEntry("network.guest-reaches-care", "1")
                .containsEntry("network.backup-reachable", "0")
                .containsEntry("network.unproved-pairs", "0")
                .containsKeys(
                        "network.forbidden-flows",
                        "network.zones-in-use",
                        "network.admin-services-reachable",
                        "network.overpermissive-rules",
                        "network.unfiltered-outbound-zones");
    }

    @Test
    void whatIsNotProvedIsNeverShownAsClosed() {
        var study = examine(NetworkExamples.IPTABLES.replace(
                "-A FORWARD -s 10.9.0.0/16 -d 10.1.0.0/16 -p tcp --dport 445 -j ACCEPT",
                "-A FORWARD -s 10.9.0.0/16 -m recent --rcheck --name amis -j ACCEPT"));

        var cell = cell(study, "guests", "care");
        assertThat(cell.verdict()).isEqualTo("not-proved");
        assertThat(cell.firm()).isFalse();
        assertThat(measured()).doesNotContainKeys("network.guest-reaches-care");
        assertThat(Integer.parseInt(measured().getOrDefault("network.unproved-pairs", "0")))
                .isPositive();
        assertThat(study.document().fidelity())
                .anySatisfy(it -> assertThat(it.line()).isEqualTo(7));
    }

    @Test
    void aRequiredWayThatIsShutIsFoundToo() {
        var study = examine(NetworkExamples.IPTABLES);

        assertThat(study.document().violations())
                .anySatisfy(it -> assertThat(it.kind() + " " + it.from() + " " + it.to())
                        .isEqualTo("required-but-impossible guests internet"));
    }

    @Test
    void aTemporaryOpeningEndsWithItsDay() {
        var day = LocalDate.ofInstant(clock.instant(), Studies.FRANCE);
        change(it -> it.allowing(new AllowedFlow(
                "guests", "care", List.of("tcp/445"), false, Optional.of(day.plusDays(2)), "Installateur")));
        assertThat(forbidden(examine(NetworkExamples.IPTABLES))).doesNotContain("guests care");

        clock.advance(Duration.ofDays(3));
        walk.walk();
        var later = Actors.asInstallation(() -> studies.latest(home)).orElseThrow();

        assertThat(forbidden(later)).contains("guests care");
        assertThat(measured()).containsEntry("network.expired-openings", "1");
    }

    private static List<String> forbidden(Study study) {
        return study.document().violations().stream()
                .filter(it -> it.kind().equals("possible-but-forbidden"))
                .map(it -> it.from() + " " + it.to())
                .toList();
    }

    @Test
    void saysWhatChangedSinceLastTime() {
        examine(NetworkExamples.IPTABLES);
        clock.advance(Duration.ofDays(1));
        var study = examine(NetworkExamples.IPTABLES.replace("--dports 443,445", "--dports 443,445,3389"));

        assertThat(study.content().changes()).singleElement().satisfies(it -> {
            assertThat(it.from() + " " + it.to()).isEqualTo("care servers");
            assertThat(it.opened()).containsExactly("tcp/3389");
            assertThat(it.declared()).isFalse();
        });
    }

    @Test
    void keepsNothingOfAFileItCannotRead() {
        assertThatThrownBy(() -> Actors.asInstallation(() -> configurations.take(
                        home,
                        List.of(given("bon.rules", NetworkExamples.IPTABLES), given("photo.jpg", "\u0000\u0001")))))
                .isInstanceOfSatisfying(
                        NetworkRefused.class, it -> assertThat(it.key()).isEqualTo("network.refused.unreadable"));

        assertThat(Actors.asInstallation(() -> configurations.inUse(home))).isEmpty();
    }

    @Test
    void keepsNoPasswordOfAConfiguration() {
        Actors.asInstallation(() -> configurations.take(
                home,
                List.of(given(
                        "routeur.cfg",
                        NetworkExamples.of("ios")
                                + "enable secret 5 $1$motdepasse\nsnmp-server community hopital-secret RO\n"
                                + "username admin password 7 0822455D0A16\n"))));

        var kept = Actors.asInstallation(
                () -> NetworkJson.write(configurations.devices(home)) + NetworkJson.write(configurations.inUse(home)));
        assertThat(kept).doesNotContain("motdepasse", "hopital-secret", "0822455D0A16");
    }

    @Test
    void putsWhatTheLogsShowBesideWhatIsPossible() {
        examine(NetworkExamples.IPTABLES);
        var log = Actors.asInstallation(() ->
                logs.take(home, "conn.log", new java.io.ByteArrayInputStream(ZEEK.getBytes(StandardCharsets.UTF_8))));
        Actors.asInstallation(() -> studies.renew(home));

        var seen = log.content().seen();
        assertThat(seen.between("guests", "care"))
                .singleElement()
                .satisfies(it -> assertThat(it.service() + " " + it.answered()).isEqualTo("tcp/445 1"));
        assertThat(measured()).containsEntry("network.seen-forbidden-flows", "1");
    }

    static final String ZEEK = """
            #separator \\x09
            #fields\tts\tuid\tid.orig_h\tid.orig_p\tid.resp_h\tid.resp_p\tproto\tservice\tduration\torig_bytes\tresp_bytes\tconn_state
            #types\ttime\tstring\taddr\tport\taddr\tport\tenum\tstring\tinterval\tcount\tcount\tstring
            1795000000.0\tC1\t10.9.0.7\t50000\t10.1.0.8\t445\ttcp\t-\t1.5\t100\t200\tSF
            1795080000.0\tC2\t10.1.0.8\t50001\t10.2.0.5\t443\ttcp\tssl\t2.5\t300\t900\tSF
            """;

    @Test
    void refusesTheSameLogTwice() {
        var stream = (java.util.function.Supplier<java.io.InputStream>)
                () -> new java.io.ByteArrayInputStream(ZEEK.getBytes(StandardCharsets.UTF_8));
        Actors.asInstallation(() -> logs.take(home, "conn.log", stream.get()));

        assertThatThrownBy(() -> Actors.asInstallation(() -> logs.take(home, "autre.log", stream.get())))
                .isInstanceOfSatisfying(
                        NetworkRefused.class, it -> assertThat(it.key()).isEqualTo("network.refused.log-known"));
    }

    @Test
    void anAddressOfTwoZonesIsRefused() {
        assertThatThrownBy(() -> place("building", "10.1.0.0/16"))
                .isInstanceOfSatisfying(
                        NetworkRefused.class, it -> assertThat(it.key()).isEqualTo("network.refused.two-zones"));
    }

    @Test
    void aNetworkInsideAnotherBelongsToTheInnerZone() {
        place("video", "10.1.5.0/24");
        var study = examine(NetworkExamples.IPTABLES.replace("-d 10.1.0.0/16 -p tcp --dport 445", "-d 10.1.5.0/24"));

        assertThat(cell(study, "guests", "video").services()).contains("any");
        assertThat(cell(study, "guests", "care").verdict()).isEqualTo("denied");
    }
}
