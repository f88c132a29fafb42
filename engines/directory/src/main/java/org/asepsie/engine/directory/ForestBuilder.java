package org.asepsie.engine.directory;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/// Gathers a forest from one or several sources, read one after the other.
///
/// **Who wins.** An attribute that two sources give is kept from the one collected later (the one read later, where a
/// date is missing); an attribute that only one gives stays. Lists are whole: a later list of members replaces an
/// older one, so that a departure shows. Within one source, lists of an object met twice are joined. A raw descriptor
/// replaces a translated one whatever their dates: it says more. Not safe for several threads.
public final class ForestBuilder {
    private static final int MOST_SOURCES = 255;
    private static final int MOST_NOTES = 200;
    private static final int MOST_FINGERPRINTS = 1 << 16;

    final Texts texts = new Texts();
    final Rows rows = new Rows();
    final Aces aces = new Aces();
    final IntMap objects = new IntMap();

    private final IntColumn ids = new IntColumn(0);
    private final IntColumn kinds = new IntColumn(0);
    private final IntColumn aliases = new IntColumn(-1);
    /// From an object, plus one, to what contains it.
    private final IntMap containers = new IntMap();
    private final IntColumn containerSources = new IntColumn(0);
    private final List<Draft> sources = new ArrayList<>();
    private final Map<String, Integer> fingerprints = new HashMap<>();
    private final Map<List<Integer>, Trust> trusts = new LinkedHashMap<>();
    private final Map<Integer, CaRegistry> registries = new LinkedHashMap<>();

    private static final class Draft {
        private final Source.Format format;
        private final String name;
        private Optional<Instant> collectedAt = Optional.empty();
        private final Set<Attribute> tells = EnumSet.noneOf(Attribute.class);
        private final Set<Source.Partition> partitions = EnumSet.noneOf(Source.Partition.class);
        private boolean descriptors;
        private final List<Source.Note> notes = new ArrayList<>();

        Draft(Source.Format format, String name) {
            this.format = format;
            this.name = name;
        }
    }

    /// Starts a source: all that follows, up to the next call, comes from it.
    public void source(Source.Format format, String name, Optional<Instant> collectedAt) {
        if (sources.size() == MOST_SOURCES) {
            throw new TooLarge("more than 255 sources for one forest");
        }
        sources.add(new Draft(format, name));
        current().collectedAt = collectedAt;
    }

    private Draft current() {
        return sources.getLast();
    }

    int sourceNumber() {
        return sources.size() - 1;
    }

    public void collectedAt(Instant at) {
        current().collectedAt = Optional.of(at);
    }

    public void tells(Set<Attribute> attributes) {
        current().tells.addAll(attributes);
    }

    public void covers(Source.Partition partition) {
        current().partitions.add(partition);
    }

    /// Adds a note, up to 200 of a source: a broken file must not fill the memory with complaints.
    public void note(Source.Oddity oddity, String where, String detail) {
        if (current().notes.size() < MOST_NOTES) {
            current().notes.add(new Source.Note(oddity, where, detail));
        }
    }

    /// The index of the object known under a key; one that nobody described yet is made as `Kind.BASE`.
    public int object(String key) {
        var number = texts.number(key.toUpperCase(Locale.ROOT));
        var index = objects.get(number, -1);
        if (index < 0) {
            index = ids.add(number);
            objects.put(number, index);
        }
        return root(index);
    }

    /// Says that an object has a further key, and returns its index. Should both have been met apart, they become
    /// one. The better key names it: a SID before a GUID before a distinguished name.
    public int alsoKnownAs(int object, String key) {
        var number = texts.number(key.toUpperCase(Locale.ROOT));
        var other = objects.get(number, -1);
        if (other < 0) {
            objects.put(number, object);
            if (rank(number) < rank(ids.get(object))) {
                ids.set(object, number);
            }
            return object;
        }
        return unite(root(object), root(other));
    }

    private int unite(int first, int second) {
        if (first == second) {
            return first;
        }
        var kept = rank(ids.get(first)) <= rank(ids.get(second)) ? first : second;
        var other = kept == first ? second : first;
        aliases.set(other, kept);
        if (kinds.get(kept) == 0) {
            kinds.set(kept, kinds.get(other));
        }
        if (rows.any(other)) {
            rows.move(other, kept);
        }
        if (aces.end(other) > aces.first(other)) {
            aces.move(other, kept);
        }
        return kept;
    }

    private int root(int index) {
        var root = index;
        while (aliases.get(root) >= 0) {
            root = aliases.get(root);
        }
        return root;
    }

    private int rank(int number) {
        var key = texts.get(number);
        if (key.startsWith("S-1-") || key.contains("-S-1-")) {
            return 0;
        }
        return key.contains("=") ? 2 : 1;
    }

    /// Says what an object is; what was said first stays.
    public void kind(int object, Kind kind) {
        if (kinds.get(root(object)) == Kind.BASE.ordinal()) {
            kinds.set(root(object), kind.ordinal());
        }
    }

    public Kind kind(int object) {
        return Kind.values()[kinds.get(root(object))];
    }

    /// Says that one object directly contains another, as a container tells; what the object itself tells counts
    /// more.
    public void contains(int container, int object) {
        containers.put(root(object) + 1, root(container));
        containerSources.set(root(object), sourceNumber());
    }

    /// Opens an object to add what the current source says of it. One object at a time.
    public Description describe(int object) {
        return new Description(this, root(object));
    }

    /// Whether the current source may replace what another one said.
    boolean mayReplace(int earlier) {
        var before = sources.get(earlier).collectedAt;
        var now = current().collectedAt;
        return before.isEmpty() || now.isEmpty() || !now.get().isBefore(before.get());
    }

    /// Whether the current source gives descriptors as the directory holds them.
    boolean givesRawDescriptors(int source) {
        return switch (sources.get(source).format) {
            case LDIF, LDAP, ORADAD -> true;
            case SHARPHOUND, PINGCASTLE -> false;
        };
    }

    void givesDescriptors() {
        current().descriptors = true;
    }

    /// The number of a collector's fingerprint: few are different, and they come again and again.
    int fingerprint(String hash) {
        if (fingerprints.size() > MOST_FINGERPRINTS) {
            fingerprints.clear();
        }
        return fingerprints.computeIfAbsent(hash, it -> texts.number(it.toUpperCase(Locale.ROOT)));
    }

    /// Numbers an entry, to be added any number of times.
    ///
    /// @param hash the collector's fingerprint of an inherited entry, "" for none
    public NumberedAce numbered(Ace ace, String hash) {
        return new NumberedAce(aces.number(ace), hash.isEmpty() ? 0 : fingerprint(hash));
    }

    /// Corrects what entries say, once something is known that was not when they were read.
    public void refine(UnaryOperator<Ace> correction) {
        aces.refine(correction);
    }

    public void trust(Trust trust) {
        var key = List.of(trust.domain(), trust.partner());
        var numbered = trust.from(sourceNumber());
        trusts.merge(
                key, numbered, (old, now) -> mayReplace(old.source()) ? now.completedBy(old) : old.completedBy(now));
    }

    public void registry(CaRegistry registry) {
        registries.merge(registry.authority(), registry, (old, now) -> now.completedBy(old));
    }

    /// The forest as gathered so far. The builder is used up.
    public Forest build() {
        putIntoContainers();
        var renamed = renamed();
        rows.rename(renamed, ids.size());
        aces.rename(renamed);
        objects.rename(renamed);
        return new Forest(this, renamed);
    }

    private void putIntoContainers() {
        for (var object = 0; object < ids.size(); object++) {
            var container = containers.get(object + 1, -1);
            if (container >= 0 && aliases.get(object) < 0 && rows.cell(object, Attribute.CONTAINER) < 0) {
                var draft = rows.draft(object);
                var list = rows.list(new int[] {container}, 1);
                Rows.put(draft, Attribute.CONTAINER.ordinal(), containerSources.get(object), list);
                rows.write(object, draft);
            }
        }
    }

    /// The final number of every object, the same for two that turned out to be one.
    private int[] renamed() {
        var renamed = new int[ids.size()];
        var next = 0;
        for (var it = 0; it < renamed.length; it++) {
            renamed[it] = aliases.get(it) < 0 ? next++ : -1;
        }
        for (var it = 0; it < renamed.length; it++) {
            renamed[it] = renamed[it] < 0 ? renamed[root(it)] : renamed[it];
        }
        return renamed;
    }

    int[] idsOfObjects(int[] renamed) {
        return kept(renamed, ids);
    }

    byte[] kindsOfObjects(int[] renamed) {
        var found = kept(renamed, kinds);
        var bytes = new byte[found.length];
        for (var it = 0; it < bytes.length; it++) {
            bytes[it] = (byte) found[it];
        }
        return bytes;
    }

    private int[] kept(int[] renamed, IntColumn column) {
        var size = Arrays.stream(renamed).max().orElse(-1) + 1;
        var kept = new int[size];
        for (var it = 0; it < renamed.length; it++) {
            if (aliases.get(it) < 0) {
                kept[renamed[it]] = column.get(it);
            }
        }
        return kept;
    }

    List<Source> finishedSources() {
        var finished = new ArrayList<Source>();
        for (var it : sources) {
            finished.add(new Source(
                    finished.size(),
                    it.format,
                    it.name,
                    it.collectedAt,
                    it.tells,
                    it.partitions,
                    it.descriptors,
                    it.notes));
        }
        return List.copyOf(finished);
    }

    List<Trust> finishedTrusts(int[] renamed) {
        return trusts.values().stream().map(it -> it.renamed(renamed)).toList();
    }

    Map<Integer, CaRegistry> finishedRegistries(int[] renamed) {
        var finished = new HashMap<Integer, CaRegistry>();
        registries.values().forEach(it -> finished.put(renamed[it.authority()], it.renamed(renamed)));
        return Map.copyOf(finished);
    }
}
