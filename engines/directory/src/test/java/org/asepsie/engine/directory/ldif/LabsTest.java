package org.asepsie.engine.directory.ldif;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.SharedData;
import org.asepsie.engine.directory.Source.Partition;
import org.asepsie.engine.directory.entry.SecurityDescriptor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Four labs whose descriptors and facts were counted by a reader written apart from this one.
class LabsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "windomain,283,283,7845,6195,3,31",
        "ez,224,224,6543,5053,0,22",
        "marvel,113,107,4290,2317,1,17",
        "redania,260,260,7664,6038,3,26"
    })
    void keepsEveryEntryOfEveryDescriptor(
            String lab, int entries, int descriptors, int aces, int inherited, int deny, int isProtected) {
        var forest = read(lab);

        var found = entries(forest);
        assertThat(described(forest).count()).isEqualTo(entries);
        assertThat(described(forest).filter(forest::hasDescriptor).count()).isEqualTo(descriptors);
        assertThat(found).hasSize(aces);
        assertThat(found).filteredOn(Ace::inherited).hasSize(inherited);
        assertThat(found).filteredOn(it -> !it.allow()).hasSize(deny);
        assertThat(described(forest)
                        .filter(it -> forest.is(it, Attribute.PROTECTED))
                        .count())
                .isEqualTo(isProtected);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"windomain,5822", "ez,5012", "marvel,3481", "redania,5856"})
    void parsesEveryDescriptorAsItWasCountedApart(String lab, int typed) throws IOException {
        var parsed = new HashMap<String, SecurityDescriptor>();
        try (var in = Files.newInputStream(SharedData.directory("ldif/" + lab + ".ldif"))) {
            var records = new LdifRecords(in, lab);
            for (var entry = records.next(); entry.isPresent(); entry = records.next()) {
                var dn = entry.get().dn();
                entry.get().value("ntsecuritydescriptor").ifPresent(it -> parsed.put(dn, SecurityDescriptor.parse(it)));
            }
        }

        for (var row : rows(lab + "-descriptors.csv")) {
            if (!row.get(3).isEmpty()) {
                assertThat(counts(requireNonNull(parsed.get(row.getFirst()))))
                        .as(row.getFirst())
                        .isEqualTo(row.subList(3, 10));
            }
        }
        assertThat(parsed.values().stream()
                        .flatMap(it -> it.acl().orElseThrow().stream())
                        .filter(it -> it.type() >= 5))
                .hasSize(typed);
    }

    private static List<String> counts(SecurityDescriptor descriptor) {
        var acl = descriptor.acl().orElseThrow();
        return List.of(
                "0x%04X".formatted(descriptor.control()),
                descriptor.owner().orElse(""),
                descriptor.group().orElse(""),
                String.valueOf(acl.size()),
                String.valueOf(acl.stream()
                        .filter(it -> (it.flags() & Ace.INHERITED) != 0)
                        .count()),
                String.valueOf(acl.stream().filter(it -> it.type() >= 5).count()),
                String.valueOf(acl.stream().filter(it -> !it.allows()).count()));
    }

    @ParameterizedTest
    @CsvSource({"windomain", "ez", "marvel", "redania"})
    void agreesWithEachEntryThatWasCountedApart(String lab) throws IOException {
        var forest = read(lab);
        var expected = new HashMap<String, List<String>>();
        for (var row : rows(lab + "-aces.csv")) {
            expected.computeIfAbsent(row.getFirst(), _ -> new ArrayList<>()).add(String.join(",", row.subList(2, 8)));
        }

        assertThat(expected).isNotEmpty();
        expected.forEach((dn, entries) ->
                assertThat(entriesOf(forest, forest.find(dn))).as(dn).isEqualTo(entries));
    }

    @ParameterizedTest
    @CsvSource({"windomain", "ez", "marvel", "redania"})
    void agreesWithTheFactsThatWereCountedApart(String lab) throws IOException {
        var forest = read(lab);
        var expected = new HashMap<String, List<String>>();
        rows(lab + "-facts.csv")
                .forEach(row -> expected.computeIfAbsent(row.get(0), _ -> new ArrayList<>())
                        .add((row.get(1) + "|" + (row.size() > 2 ? row.get(2) : "")).toUpperCase(Locale.ROOT)));

        assertThat(facts(forest))
                .containsAllEntriesOf(Map.of(
                        "member",
                                expected.getOrDefault("member", List.of()).stream()
                                        .sorted()
                                        .toList(),
                        "admincount-1",
                                expected.getOrDefault("admincount-1", List.of()).stream()
                                        .sorted()
                                        .toList(),
                        "enabled-never-expires",
                                expected.getOrDefault("enabled-never-expires", List.of()).stream()
                                        .sorted()
                                        .toList(),
                        "password-not-required",
                                expected.getOrDefault("password-not-required", List.of()).stream()
                                        .sorted()
                                        .toList(),
                        "replication:GetChanges",
                                expected.getOrDefault("replication:GetChanges", List.of()).stream()
                                        .sorted()
                                        .toList(),
                        "replication:GetChangesAll",
                                expected.getOrDefault("replication:GetChangesAll", List.of()).stream()
                                        .sorted()
                                        .toList()));
    }

    @Test
    void dropsThePasswordOfLocalAdministratorsAndKeepsThatItWasReadable() {
        var forest = read("windomain");

        var readable = described(forest)
                .filter(it -> forest.texts(it, Attribute.SECRET_READABLE).contains("ms-mcs-admpwd"))
                .mapToObj(forest::name)
                .toList();
        assertThat(readable).hasSize(1).first().asString().startsWith("WIN10");
        var texts = described(forest)
                .boxed()
                .flatMap(object -> Arrays.stream(Attribute.values())
                        .filter(it -> it.value() == Attribute.Value.TEXT || it.value() == Attribute.Value.TEXTS)
                        .flatMap(it -> it.value() == Attribute.Value.TEXT
                                ? forest.text(object, it).stream()
                                : forest.texts(object, it).stream()))
                .toList();
        assertThat(texts).noneMatch(it -> it.contains(secret()));
        assertThat(forest.sources().toString()).doesNotContain(secret());
    }

    @Test
    void knowsThatOtherPartitionsAreMissing() {
        var source = read("windomain").sources().getFirst();

        assertThat(source.partitions()).containsExactly(Partition.DOMAIN);
        assertThat(source.tells()).contains(Attribute.PASSWORD_SET, Attribute.MACHINE_ACCOUNT_QUOTA);
    }

    private static String secret() {
        try (var lines = Files.lines(SharedData.directory("ldif/windomain.ldif"))) {
            return lines.filter(it -> it.startsWith("ms-Mcs-AdmPwd: "))
                    .map(it -> it.substring("ms-Mcs-AdmPwd: ".length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    private static Map<String, List<String>> facts(Forest forest) {
        var domain = forest.all(Kind.DOMAIN)
                .filter(it -> forest.hasDescriptor(it))
                .findFirst()
                .orElseThrow();
        var facts = new HashMap<String, List<String>>();
        facts.put(
                "member",
                forest.all(Kind.GROUP)
                        .boxed()
                        .flatMap(group -> forest.refs(group, Attribute.MEMBERS)
                                .mapToObj(it -> dn(forest, group) + "|" + dn(forest, it)))
                        .sorted()
                        .toList());
        facts.put(
                "admincount-1",
                flagged(forest, Attribute.ADMIN_COUNT).stream()
                        .filter(it -> forest.kind(forest.find(it.substring(0, it.length() - 1))) == Kind.USER)
                        .toList());
        facts.put(
                "enabled-never-expires",
                flagged(forest, Attribute.PASSWORD_NEVER_EXPIRES).stream()
                        .filter(it -> forest.is(forest.find(it.substring(0, it.length() - 1)), Attribute.ENABLED))
                        .toList());
        facts.put("password-not-required", flagged(forest, Attribute.PASSWORD_NOT_REQUIRED));
        facts.put("replication:GetChanges", holders(forest, domain, Right.GET_CHANGES));
        facts.put("replication:GetChangesAll", holders(forest, domain, Right.GET_CHANGES_ALL));
        return facts;
    }

    private static List<String> flagged(Forest forest, Attribute attribute) {
        return described(forest)
                .filter(it -> forest.is(it, attribute))
                .mapToObj(it -> dn(forest, it) + "|")
                .sorted()
                .toList();
    }

    private static List<String> holders(Forest forest, int object, Right right) {
        var aces = forest.aces();
        return IntStream.range(aces.first(object), aces.end(object))
                .filter(it -> aces.ace(it).gives(right))
                .mapToObj(it -> dn(forest, object) + "|" + sid(forest, aces.trustee(it)))
                .sorted()
                .toList();
    }

    private static String dn(Forest forest, int object) {
        return forest.text(object, Attribute.DN).orElse(forest.id(object)).toUpperCase(Locale.ROOT);
    }

    private static String sid(Forest forest, int object) {
        return forest.id(object).substring(forest.id(object).indexOf("S-1-"));
    }

    private static List<Ace> entries(Forest forest) {
        var aces = forest.aces();
        return described(forest)
                .boxed()
                .flatMap(it -> IntStream.range(aces.first(it), aces.end(it)).mapToObj(aces::ace))
                .toList();
    }

    private static List<String> entriesOf(Forest forest, int object) {
        var aces = forest.aces();
        return IntStream.range(aces.first(object), aces.end(object))
                .mapToObj(it -> {
                    var ace = aces.ace(it);
                    var typed =
                            !ace.objectType().isEmpty() || !ace.inheritedType().isEmpty();
                    return "%d,0x%02X,0x%08X,%s,%s,%s"
                            .formatted(
                                    (typed ? 5 : 0) + (ace.allow() ? 0 : 1),
                                    ace.flags(),
                                    ace.mask(),
                                    ace.objectType().toLowerCase(Locale.ROOT),
                                    ace.inheritedType().toLowerCase(Locale.ROOT),
                                    sid(forest, aces.trustee(it)));
                })
                .toList();
    }

    private static IntStream described(Forest forest) {
        return IntStream.range(0, forest.size()).filter(it -> forest.has(it, Attribute.DN));
    }

    private static Forest read(String lab) {
        var builder = new ForestBuilder();
        new Ldif(builder).read(SharedData.directory("ldif/" + lab + ".ldif"));
        return builder.build();
    }

    /// Rows without their heading; cells may stand between quotes.
    private static List<List<String>> rows(String name) throws IOException {
        return Files.readAllLines(SharedData.directory("ldif/" + name)).stream()
                .skip(1)
                .map(LabsTest::cells)
                .toList();
    }

    private static List<String> cells(String row) {
        var cells = new ArrayList<String>();
        var cell = new StringBuilder();
        var quoted = false;
        for (var it = 0; it < row.length(); it++) {
            var character = row.charAt(it);
            if (character == '"') {
                quoted = !quoted;
            } else if (character == ',' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(character);
            }
        }
        cells.add(cell.toString());
        return cells;
    }
}
