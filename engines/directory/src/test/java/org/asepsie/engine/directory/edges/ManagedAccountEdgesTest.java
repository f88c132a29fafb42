package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

class ManagedAccountEdgesTest {
    @Test
    void readersAndHoldersOfAManagedPassword() {
        var sketch = new Sketch()
                .users("PACS$", "BACKUP$")
                .groups("SERVERS")
                .computers("ARCHIVE")
                .list("PACS$", Attribute.MANAGED_PASSWORD_READERS, "SERVERS")
                .may("SERVERS", Right.READ_GMSA_PASSWORD, "PACS$")
                .list("ARCHIVE", Attribute.MANAGED_PASSWORDS_HELD, "BACKUP$");

        assertThat(sketch.edges(EdgeKind.READ_GMSA_PASSWORD, EdgeKind.DUMP_SMSA_PASSWORD))
                .containsExactly("ARCHIVE DumpSMSAPassword BACKUP$", "SERVERS ReadGMSAPassword PACS$");
        assertThat(sketch.remedies(EdgeKind.READ_GMSA_PASSWORD))
                .containsExactly("SERVERS PACS$: PASSWORD_READER(SERVERS, PACS$)");
    }
}
