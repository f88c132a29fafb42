package org.asepsie.engine.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ForestTest {
    private static final Instant MONDAY = Instant.parse("2026-01-05T08:00:00Z");
    private static final Instant TUESDAY = Instant.parse("2026-01-06T08:00:00Z");

    private final ForestBuilder builder = new ForestBuilder();

    @Test
    void findsAnObjectByAnyOfItsKeysInAnyCase() {
        source("one", MONDAY);
        var byName = builder.object("cn=nurse,dc=example");
        var same = builder.alsoKnownAs(byName, "S-1-5-21-1-2-3-1104");
        builder.describe(same).text(Attribute.NAME, "NURSE").done();

        var forest = builder.build();

        assertThat(forest.find("CN=Nurse,DC=Example")).isEqualTo(forest.find("s-1-5-21-1-2-3-1104"));
        assertThat(forest.object(forest.find("CN=NURSE,DC=EXAMPLE")).id()).isEqualTo("S-1-5-21-1-2-3-1104");
        assertThat(forest.rid(0)).isEqualTo(1104);
        assertThat(forest.find("nobody")).isEqualTo(-1);
    }

    @Test
    void makesOneObjectOfTwoThatTurnOutToBeTheSame() {
        source("one", MONDAY);
        var group = builder.object("S-1-5-21-1-2-3-512");
        var byName = builder.object("CN=NURSE,DC=EXAMPLE");
        var bySid = builder.object("S-1-5-21-1-2-3-1104");
        builder.describe(group)
                .refs(Attribute.MEMBERS, byName, bySid)
                .descriptor(false)
                .ace(byName, full(), "")
                .done();
        builder.describe(byName).text(Attribute.NAME, "NURSE").done();
        builder.alsoKnownAs(bySid, "CN=NURSE,DC=EXAMPLE");

        var forest = builder.build();

        var nurse = forest.find("S-1-5-21-1-2-3-1104");
        assertThat(forest.size()).isEqualTo(2);
        assertThat(forest.name(nurse)).isEqualTo("NURSE");
        assertThat(forest.refs(forest.find("S-1-5-21-1-2-3-512"), Attribute.MEMBERS))
                .containsOnly(nurse);
        assertThat(forest.aces().trustee(0)).isEqualTo(nurse);
    }

    @Test
    void keepsTheAttributeOfTheLaterCollectionAndSaysWhereItCameFrom() {
        source("tuesday", TUESDAY);
        builder.describe(builder.object("S-1-1"))
                .refs(Attribute.MEMBERS)
                .flag(Attribute.ENABLED, true)
                .done();
        source("monday", MONDAY);
        builder.describe(builder.object("S-1-1"))
                .refs(Attribute.MEMBERS, builder.object("S-1-2"))
                .text(Attribute.HEURISTICS, "0000002")
                .done();

        var object = builder.build().object(0);

        assertThat(object.objects(Attribute.MEMBERS)).isEmpty();
        assertThat(object.has(Attribute.MEMBERS)).isTrue();
        assertThat(object.text(Attribute.HEURISTICS)).contains("0000002");
        assertThat(object.from(Attribute.HEURISTICS)).map(Source::name).contains("monday");
        assertThat(object.from(Attribute.MEMBERS)).map(Source::name).contains("tuesday");
        assertThat(object.flag(Attribute.SENSITIVE)).isEmpty();
    }

    @Test
    void joinsTheListsOfAnObjectThatOneSourceGivesTwice() {
        source("one", MONDAY);
        var group = builder.object("S-1-1");
        builder.describe(group).refs(Attribute.MEMBERS, builder.object("S-1-2")).done();
        builder.describe(group)
                .refs(Attribute.MEMBERS, builder.object("S-1-2"), builder.object("S-1-3"))
                .done();

        var forest = builder.build();

        assertThat(forest.refs(0, Attribute.MEMBERS)).containsExactly(1, 2);
    }

    @Test
    void keepsEntriesApartAlthoughTheirObjectsAreMetInTurns() {
        source("one", MONDAY);
        var first = builder.object("S-1-1");
        var second = builder.object("S-1-2");
        builder.describe(first).descriptor(false).ace(second, full(), "").done();
        builder.describe(second).descriptor(true).ace(first, full(), "").done();
        var write = Ace.translated(Right.WRITE_DACL, true);
        builder.describe(first)
                .descriptor(false)
                .ace(second, full(), "")
                .ace(second, write, "AB12")
                .done();

        var forest = builder.build();

        var aces = forest.aces();
        assertThat(entries(forest, 0)).containsExactly(full(), write);
        assertThat(entries(forest, 1)).containsExactly(full());
        assertThat(forest.inheritanceHash(aces.end(0) - 1)).isEqualTo("AB12");
        assertThat(forest.is(1, Attribute.PROTECTED)).isTrue();
    }

    @Test
    void aRawDescriptorReplacesATranslatedOneOfALaterDate() {
        builder.source(Source.Format.SHARPHOUND, "week", Optional.of(TUESDAY));
        builder.describe(builder.object("S-1-1"))
                .descriptor(false)
                .ace(builder.object("S-1-2"), full(), "")
                .done();
        builder.source(Source.Format.LDIF, "year", Optional.of(MONDAY));
        builder.describe(builder.object("S-1-1")).descriptor(true).done();

        var forest = builder.build();

        assertThat(entries(forest, 0)).isEmpty();
        assertThat(forest.is(0, Attribute.PROTECTED)).isTrue();
    }

    @Test
    void holdsManyTextsAndObjects() {
        source("one", MONDAY);
        IntStream.range(0, 200_000)
                .forEach(it -> builder.describe(builder.object("S-1-5-21-7-7-7-" + it))
                        .text(Attribute.NAME, "É" + it)
                        .done());

        var forest = builder.build();

        assertThat(forest.size()).isEqualTo(200_000);
        assertThat(forest.name(forest.find("S-1-5-21-7-7-7-123456"))).isEqualTo("É123456");
    }

    private static List<Ace> entries(Forest forest, int object) {
        var aces = forest.aces();
        return IntStream.range(aces.first(object), aces.end(object))
                .mapToObj(aces::ace)
                .toList();
    }

    private static Ace full() {
        return Ace.translated(Right.GENERIC_ALL, false);
    }

    private void source(String name, Instant at) {
        builder.source(Source.Format.SHARPHOUND, name, Optional.of(at));
    }
}
