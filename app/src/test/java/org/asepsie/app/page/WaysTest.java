package org.asepsie.app.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WaysTest {
    private static Ways of(Role role, String path) {
        return SamplePage.in(Language.FR, Theme.AUTO, role, path).ways();
    }

    private static List<String> addresses(List<Way> ways) {
        return ways.stream().map(Way::address).toList();
    }

    @Test
    void aDirectorWalksThroughTheWholeFacilityAndNowhereElse() {
        var ways = of(Role.DIRECTOR, "/f/home");

        assertThat(addresses(ways.here()))
                .containsExactly(
                        "/f/home",
                        "/f/home/diagnosis",
                        "/f/home/result",
                        "/f/home/plan",
                        "/f/home/evidence",
                        "/f/home/directory",
                        "/f/home/network",
                        "/f/home/report");
        assertThat(ways.beyond()).isEmpty();
    }

    @Test
    void aContributorSeesOnlyWhatIsLeftAndTheDiagnosis() {
        assertThat(addresses(of(Role.CONTRIBUTOR, "/f/home/diagnosis").here()))
                .containsExactly("/f/home", "/f/home/diagnosis");
    }

    @Test
    void anAdviserKeepsTheWayBackToThePortfolio() {
        assertThat(addresses(of(Role.REGIONAL_ADVISER, "/f/home").beyond()))
                .containsExactly("/portfolio", "/administration/frameworks");
    }

    @ParameterizedTest
    @CsvSource({
        "/f/home, page.way.home",
        "/f/home/plan, page.way.plan",
        "/f/home/plan/restore?tab=proof, page.way.plan",
        "/f/home/diagnosis/esms/backup, page.way.diagnosis",
        "/f/home/questions/backup-restore, page.way.diagnosis"
    })
    void marksWhereWeAre(String path, String key) {
        assertThat(of(Role.DIRECTOR, path).here())
                .filteredOn(Way::current)
                .extracting(Way::key)
                .containsExactly(key);
    }
}
