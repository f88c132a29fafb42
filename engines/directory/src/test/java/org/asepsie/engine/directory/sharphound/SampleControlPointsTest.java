package org.asepsie.engine.directory.sharphound;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.SharedData;
import org.asepsie.engine.directory.control.Assessment;
import org.asepsie.engine.directory.control.Finding;
import org.asepsie.engine.directory.control.Verdict;
import org.asepsie.engine.directory.reader.Inputs;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The points of the sample forest: what a collection of 2024 can decide, and what it cannot.
class SampleControlPointsTest {
    /// Points that rest on what collectors give since 2025, or on the directory itself.
    private static final List<String> UNDECIDED = List.of(
            "dsheuristics_bad",
            "kerberos_properties_deskey",
            "kerberos_properties_encryption",
            "reversible_password_priv_uac",
            "reversible_password_priv_namingcontext",
            "smartcard_expire_passwords",
            "user_accounts_machineaccountquota",
            "dc_crypto",
            "certificates_vuln",
            "display_specifier",
            "dnszone_bad_prop",
            "permissions_schema",
            "permissions_dpapi",
            "permissions_gmsa_keys",
            "adupdate_bad",
            "rodc_priv_revealed",
            "silo_priv",
            "trusts_accounts");

    private static Assessment assessment;

    @BeforeAll
    static void read() {
        var forest = Inputs.read(List.of(SharedData.directory("sharphound-v6-sample/ad_sampledata.zip")))
                .forest();
        assessment = Assessment.of(forest, forest.collectedAt().orElseThrow());
    }

    @Test
    void leavesOpenWhatACollectorOf2024DoesNotTell() {
        assertThat(UNDECIDED).allSatisfy(it -> assertThat(verdict(it)).as(it).isInstanceOf(Verdict.NotEvaluated.class));
        assertThat(assessment.evaluated()).isGreaterThanOrEqualTo(44);
    }

    @Test
    void standsAtTheLowestLevel() {
        assertThat(assessment.level()).isEqualTo(1);
        assertThat(verdict("delegation_t4d")).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict("adcs_template_auth_enroll_with_name")).isInstanceOf(Verdict.Failed.class);
        assertThat(verdict("permissions_naming_context")).isInstanceOf(Verdict.Failed.class);
    }

    @Test
    void provesEachFinding() {
        assertThat(assessment.points())
                .filteredOn(it -> it.verdict() instanceof Verdict.Failed)
                .allSatisfy(it -> assertThat(((Verdict.Failed) it.verdict()).findings())
                        .isNotEmpty()
                        .extracting(Finding::proof)
                        .noneMatch(String::isBlank));
    }

    private static Verdict verdict(String point) {
        return assessment.points().stream()
                .filter(it -> it.point().id().equals(point))
                .findFirst()
                .orElseThrow()
                .verdict();
    }
}
