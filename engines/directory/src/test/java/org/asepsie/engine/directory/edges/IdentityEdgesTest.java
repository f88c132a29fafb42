package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.junit.jupiter.api.Test;

class IdentityEdgesTest {
    @Test
    void everyAccountIsAmongAuthenticatedUsers() {
        var sketch = new Sketch().groups("SHORE-513", "SHORE-515", "-S-1-5-11", "-S-1-1-0");

        assertThat(sketch.edges(EdgeKind.CLAIM_SPECIAL_IDENTITY))
                .containsExactly(
                        "-S-1-5-11 ClaimSpecialIdentity -S-1-1-0",
                        "SHORE-513 ClaimSpecialIdentity -S-1-1-0",
                        "SHORE-513 ClaimSpecialIdentity -S-1-5-11",
                        "SHORE-515 ClaimSpecialIdentity -S-1-1-0",
                        "SHORE-515 ClaimSpecialIdentity -S-1-5-11");
    }

    @Test
    void anOldIdentityStillOpensWhatItDid() {
        var sketch = new Sketch().users("MIGRATED", "FORMER").list("MIGRATED", Attribute.SID_HISTORY, "FORMER");

        assertThat(sketch.remedies(EdgeKind.HAS_SID_HISTORY))
                .containsExactly("MIGRATED FORMER: SID_HISTORY(MIGRATED, FORMER)");
    }
}
