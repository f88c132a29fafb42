package org.asepsie.engine.directory.edges;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Right;
import org.junit.jupiter.api.Test;

/// The cases of the public drawing `acl-inheritance`, and what collections of each age show.
class InheritedFromTest {
    private static Sketch nested() {
        return new Sketch()
                .units("OUTER", "INNER")
                .groups("HELPDESK")
                .computers("WARD-PC")
                .inside("SHORE", "OUTER")
                .inside("OUTER", "INNER")
                .inside("INNER", "WARD-PC");
    }

    private static List<String> source(Sketch sketch) {
        return sketch.remedies(EdgeKind.GENERIC_ALL).stream()
                .filter(it -> it.startsWith("HELPDESK WARD-PC"))
                .toList();
    }

    private static Ace raw(int mask, String inheritedType, int flags) {
        return new Ace(Right.GENERIC_ALL.bit(), true, mask, "", inheritedType, flags);
    }

    @Test
    void theFingerprintNamesTheContainer() {
        var sketch = nested().entry("HELPDESK", Ace.translated(Right.GENERIC_ALL, true), "HASH", "WARD-PC")
                .with("SHORE", it -> it.texts(Attribute.INHERITANCE_HASHES, List.of("HASH", "OTHER")))
                .with("INNER", it -> it.texts(Attribute.INHERITANCE_HASHES, List.of("OTHER")));

        assertThat(source(sketch)).containsExactly("HELPDESK WARD-PC: ENTRY(HELPDESK, SHORE)");
    }

    @Test
    void aProtectedContainerInBetweenBreaksTheChainButMayBeTheSource() {
        var sketch = nested().entry("HELPDESK", Ace.translated(Right.GENERIC_ALL, true), "HASH", "WARD-PC")
                .isProtected("OUTER")
                .with("SHORE", it -> it.texts(Attribute.INHERITANCE_HASHES, List.of("HASH")))
                .with("OUTER", it -> it.texts(Attribute.INHERITANCE_HASHES, List.of("HASH")));

        assertThat(source(sketch)).containsExactly("HELPDESK WARD-PC: ENTRY(HELPDESK, OUTER)");
    }

    @Test
    void aRawDescriptorIsMatchedByMaskAndTypes() {
        var sketch = nested().entry("HELPDESK", raw(0xF01FF, "COMPUTER", Ace.INHERITED), "", "WARD-PC")
                .entry("HELPDESK", raw(0xF01FF, "USER", Ace.CONTAINER_INHERIT | Ace.INHERIT_ONLY), "", "INNER")
                .entry("HELPDESK", raw(0xF01FF, "COMPUTER", Ace.CONTAINER_INHERIT | Ace.INHERIT_ONLY), "", "OUTER");

        assertThat(source(sketch)).containsExactly("HELPDESK WARD-PC: ENTRY(HELPDESK, OUTER)");
    }

    @Test
    void withoutASourceInSightTheHighestContainerThatShowsItStandsForIt() {
        var sketch = nested().inherits("HELPDESK", Right.GENERIC_ALL, "WARD-PC")
                .inherits("HELPDESK", Right.GENERIC_ALL, "INNER");

        assertThat(source(sketch)).containsExactly("HELPDESK WARD-PC: ENTRY(HELPDESK, INNER)");
    }
}
