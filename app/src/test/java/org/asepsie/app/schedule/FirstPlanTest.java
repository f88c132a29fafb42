package org.asepsie.app.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.asepsie.engine.plan.Proof;
import org.asepsie.knowledge.CatalogueReader;
import org.junit.jupiter.api.Test;

class FirstPlanTest {
    @Test
    void thePlanForNobodyIsAsLargeAsThatOfAnEstablishmentAndAsksForAProof() {
        var plan = FirstPlan.of(CatalogueReader.bundled(), Instant.parse("2026-11-22T10:00:00Z"));

        assertThat(plan.lines()).hasSizeGreaterThan(30);
        assertThat(plan.proof().method()).isNotEqualTo(Proof.Method.EXHAUSTIVE);
        assertThat(plan.avoided().weighed()).isPositive();
    }
}
