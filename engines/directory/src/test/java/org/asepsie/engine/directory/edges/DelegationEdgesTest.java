package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.junit.jupiter.api.Test;

class DelegationEdgesTest {
    @Test
    void threeKindsOfDelegation() {
        var sketch = new Sketch()
                .computers("WEB", "FILES", "OLD", "DC")
                .list("WEB", Attribute.DELEGATES_TO, "FILES")
                .list("FILES", Attribute.ALLOWED_TO_ACT, "WEB")
                .is("OLD", Attribute.UNCONSTRAINED_DELEGATION)
                .is("DC", Attribute.UNCONSTRAINED_DELEGATION, Attribute.IS_DC);

        assertThat(sketch.edges(EdgeKind.ALLOWED_TO_DELEGATE, EdgeKind.ALLOWED_TO_ACT, EdgeKind.COERCE_TO_TGT))
                .containsExactly("OLD CoerceToTGT SHORE", "WEB AllowedToAct FILES", "WEB AllowedToDelegate FILES");
    }
}
