package org.asepsie.engine.directory.sharphound;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.SharedData;
import org.asepsie.engine.directory.Source.Note;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.Trust;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// A real collection of three domains, with the traps that real collections hold.
class SampleForestTest {
    private static final String PHANTOM = "S-1-5-21-2697957641-2271029196-387917394";
    private static Forest forest;

    @BeforeAll
    static void read() {
        var builder = new ForestBuilder();
        new SharpHound(builder).read(SharedData.directory("sharphound-v6-sample/ad_sampledata.zip"));
        forest = builder.build();
    }

    @Test
    void describesEveryDistinctObjectOfItsKind() {
        assertThat(count(Kind.DOMAIN)).isEqualTo(5);
        assertThat(IntStream.range(0, forest.size())
                        .filter(it -> forest.has(it, Attribute.NAME) && forest.kind(it) != Kind.LOCAL_GROUP)
                        .count())
                .isEqualTo(1_469);
        assertThat(forest.object(forest.find(PHANTOM)).name()).isEqualTo("PHANTOM.CORP");
    }

    @Test
    void tellsWhereCountsAreWrongAndWhichHostsWereNotRead() {
        var notes = forest.sources().getFirst().notes();

        assertThat(notes).filteredOn(it -> it.oddity() == Oddity.WRONG_COUNT).hasSize(6);
        assertThat(notes).filteredOn(it -> it.oddity() == Oddity.HOST_NOT_READ).isNotEmpty();
        assertThat(notes).extracting(Note::oddity).doesNotContain(Oddity.UNKNOWN_RIGHT);
    }

    @Test
    void keepsTheDateOfTheNewestCollection() {
        assertThat(forest.collectedAt()).contains(Instant.parse("2024-03-05T11:14:14Z"));
    }

    @Test
    void readsMembersOfDistinctGroups() {
        var members = forest.all(Kind.GROUP)
                .map(it -> forest.count(it, Attribute.MEMBERS))
                .sum();
        var primary = IntStream.range(0, forest.size())
                .map(it -> forest.count(it, Attribute.PRIMARY_GROUP))
                .sum();

        assertThat(members + primary).isEqualTo(292);
    }

    @Test
    void readsTemplatesPublishedAndRegistriesOfTheirAuthorities() {
        assertThat(forest.all(Kind.ENTERPRISE_CA)
                        .map(it -> forest.count(it, Attribute.TEMPLATES))
                        .sum())
                .isEqualTo(86);
        var authority = forest.find("CDCA8CA4-69D6-4488-87AE-F8F507D53DB9");
        assertThat(forest.registry(authority)).isPresent();
    }

    @Test
    void givesRightsOnceHoweverOftenAnObjectComes() {
        assertThat(entriesWith(Right.GET_CHANGES)).isEqualTo(11);
        assertThat(entriesWith(Right.GET_CHANGES_ALL)).isEqualTo(8);
        assertThat(entriesWith(Right.READ_GMSA_PASSWORD)).isEqualTo(7);
        assertThat(entriesWith(Right.ADD_ALLOWED_TO_ACT)).isEqualTo(1);
    }

    @Test
    void knowsTrustsOfEachSide() {
        var phantom = forest.find(PHANTOM);

        assertThat(forest.trusts()).filteredOn(it -> it.domain() == phantom).isNotEmpty();
        assertThat(forest.trusts()).extracting(Trust::type).doesNotContain(Trust.Type.UNKNOWN);
    }

    @Test
    void anEmptyListThatWasNotCollectedIsAbsent() {
        var read = forest.all(Kind.COMPUTER)
                .filter(it -> forest.has(it, Attribute.LOCAL_GROUPS))
                .count();
        var sessions = forest.all(Kind.COMPUTER)
                .filter(it -> forest.has(it, Attribute.REGISTRY_SESSIONS))
                .count();

        assertThat(read).isEqualTo(5);
        assertThat(sessions).isEqualTo(11);
    }

    @Test
    void knowsWhichAttributesTheCollectorDoesNotGive() {
        assertThat(forest.tells(Attribute.PASSWORD_SET)).isTrue();
        assertThat(forest.tells(Attribute.HEURISTICS)).isFalse();
        assertThat(forest.tells(Attribute.MACHINE_ACCOUNT_QUOTA)).isFalse();
        assertThat(forest.tells(Attribute.ACCOUNT_CONTROL)).isFalse();
    }

    private static long count(Kind kind) {
        return forest.all(kind).count();
    }

    private static long entriesWith(Right right) {
        var aces = forest.aces();
        return IntStream.range(0, forest.size())
                .flatMap(it -> IntStream.range(aces.first(it), aces.end(it)))
                .mapToObj(aces::ace)
                .filter((Ace it) -> it.gives(right))
                .count();
    }
}
