package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Trust;
import org.junit.jupiter.api.Test;

class DomainEdgesTest {
    private static final EdgeKind[] KINDS = {
        EdgeKind.DC_FOR,
        EdgeKind.SAME_FOREST_TRUST,
        EdgeKind.CROSS_FOREST_TRUST,
        EdgeKind.SPOOF_SID_HISTORY,
        EdgeKind.ABUSE_TGT_DELEGATION,
        EdgeKind.HAS_TRUST_KEYS
    };

    @Test
    void domainsOfOneForestAreOneArea() {
        var sketch = new Sketch()
                .computers("DC", "READER")
                .is("DC", Attribute.IS_DC)
                .is("READER", Attribute.IS_DC, Attribute.IS_RODC)
                .object(Kind.DOMAIN, "CHILD")
                .trust("CHILD", Trust.Direction.BIDIRECTIONAL, Trust.Type.PARENT_CHILD, Optional.of(false), true);

        assertThat(sketch.edges(KINDS))
                .containsExactly("CHILD SameForestTrust SHORE", "DC DCFor SHORE", "SHORE SameForestTrust CHILD");
    }

    @Test
    void betweenForestsFilteringAndDelegationDecide() {
        var open = new Sketch()
                .object(Kind.DOMAIN, "PARTNER")
                .users("KEY")
                .with("KEY", it -> it.text(Attribute.LOGON_NAME, "PARTNER$"))
                .trust("PARTNER", Trust.Direction.BIDIRECTIONAL, Trust.Type.FOREST, Optional.of(false), true);
        var closed = new Sketch()
                .object(Kind.DOMAIN, "PARTNER")
                .trust("PARTNER", Trust.Direction.OUTBOUND, Trust.Type.FOREST, Optional.of(true), false);
        var unknown = new Sketch()
                .object(Kind.DOMAIN, "PARTNER")
                .trust("PARTNER", Trust.Direction.OUTBOUND, Trust.Type.EXTERNAL, Optional.empty(), false);

        assertThat(open.edges(KINDS))
                .containsExactly(
                        "PARTNER AbuseTGTDelegation SHORE",
                        "PARTNER CrossForestTrust SHORE",
                        "PARTNER HasTrustKeys KEY",
                        "PARTNER SpoofSIDHistory SHORE",
                        "SHORE CrossForestTrust PARTNER");
        assertThat(closed.edges(KINDS)).containsExactly("SHORE CrossForestTrust PARTNER");
        assertThat(unknown.edges(EdgeKind.SPOOF_SID_HISTORY)).isEmpty();
    }
}
