package org.asepsie.engine.directory;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Everything collected of one forest. Immutable; made by a [ForestBuilder] out of one or several sources.
///
/// Objects are numbered from 0 to `size()`; those that are only referred to (a trustee no file describes) are among
/// them, as `Kind.BASE` with `described` false. An attribute is absent when no source gave it: [Source#tells()] says
/// whether that means "not set" or "not known".
public final class Forest {
    /// A moment that the directory gives as "never" (0, -1, or the largest FILETIME).
    public static final Instant NEVER = Instant.EPOCH;

    final Texts texts;
    final Rows rows;
    final Aces aces;
    final int[] ids;
    final byte[] kinds;
    final IntMap objects;
    final List<Source> sources;
    final List<Trust> trusts;
    final Map<Integer, CaRegistry> registries;

    Forest(ForestBuilder from, int[] renamed) {
        this.texts = from.texts;
        this.rows = from.rows;
        this.aces = from.aces;
        this.ids = from.idsOfObjects(renamed);
        this.kinds = from.kindsOfObjects(renamed);
        this.objects = from.objects;
        this.sources = from.finishedSources();
        this.trusts = from.finishedTrusts(renamed);
        this.registries = from.finishedRegistries(renamed);
    }

    /// As it was kept.
    Forest(
            Texts texts,
            Rows rows,
            Aces aces,
            int[] ids,
            byte[] kinds,
            IntMap objects,
            List<Source> sources,
            List<Trust> trusts,
            Map<Integer, CaRegistry> registries) {
        this.texts = texts;
        this.rows = rows;
        this.aces = aces;
        this.ids = ids;
        this.kinds = kinds;
        this.objects = objects;
        this.sources = List.copyOf(sources);
        this.trusts = List.copyOf(trusts);
        this.registries = Map.copyOf(registries);
    }

    public int size() {
        return ids.length;
    }

    /// The object with this SID, GUID or distinguished name, in any case; -1 if there is none.
    public int find(String key) {
        var number = texts.find(key.toUpperCase(Locale.ROOT));
        return number == 0 ? -1 : objects.get(number, -1);
    }

    public DirectoryObject object(int index) {
        return new DirectoryObject(this, index);
    }

    public String id(int index) {
        return texts.get(ids[index]);
    }

    public Kind kind(int index) {
        return KINDS[kinds[index]];
    }

    private static final Kind[] KINDS = Kind.values();

    /// Whether some source describes it, rather than only referring to it.
    public boolean described(int index) {
        return rows.any(index);
    }

    public String name(int index) {
        return text(index, Attribute.NAME).orElseGet(() -> id(index));
    }

    /// The last part of its SID, -1 where it has none: keys come from files, and may only look like one.
    public int rid(int index) {
        var id = id(index);
        var last = id.lastIndexOf('-') + 1;
        if (!id.contains("S-1-") || last == id.length() || id.length() - last > 10) {
            return -1;
        }
        var rid = 0L;
        for (var it = last; it < id.length(); it++) {
            var digit = id.charAt(it) - '0';
            if (digit < 0 || digit > 9) {
                return -1;
            }
            rid = rid * 10 + digit;
        }
        return rid <= 0xFFFF_FFFFL ? (int) rid : -1;
    }

    /// The index of its domain, -1 if unknown.
    public int domain(int index) {
        return kind(index) == Kind.DOMAIN ? index : ref(index, Attribute.DOMAIN);
    }

    /// The index of what directly contains it, -1 if unknown.
    public int container(int index) {
        return ref(index, Attribute.CONTAINER);
    }

    public boolean has(int index, Attribute attribute) {
        return rows.cell(index, attribute) >= 0;
    }

    public Optional<Source> from(int index, Attribute attribute) {
        var cell = rows.cell(index, attribute);
        return cell < 0 ? Optional.empty() : Optional.of(sources.get(rows.source(cell)));
    }

    public Optional<Boolean> flag(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.FLAG);
        return cell < 0 ? Optional.empty() : Optional.of(rows.value(cell) != 0);
    }

    /// True only where the attribute was read and is set.
    public boolean is(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.FLAG);
        return cell >= 0 && rows.value(cell) != 0;
    }

    public OptionalInt number(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.NUMBER);
        return cell < 0 ? OptionalInt.empty() : OptionalInt.of(rows.value(cell));
    }

    public Optional<Instant> moment(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.MOMENT);
        return cell < 0
                ? Optional.empty()
                : Optional.of(Instant.ofEpochSecond(Integer.toUnsignedLong(rows.value(cell))));
    }

    public Optional<String> text(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.TEXT);
        return cell < 0 ? Optional.empty() : Optional.of(texts.get(rows.value(cell)));
    }

    public List<String> texts(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.TEXTS);
        if (cell < 0) {
            return List.of();
        }
        var list = rows.value(cell);
        return IntStream.range(0, rows.length(list))
                .mapToObj(it -> texts.get(rows.item(list, it)))
                .toList();
    }

    /// How many objects an attribute refers to; 0 also where it was not read.
    public int count(int index, Attribute attribute) {
        var cell = rows.cell(index, attribute);
        return cell < 0 ? 0 : rows.length(rows.value(cell));
    }

    /// The objects an attribute refers to, in the order of the source; none where it was not read.
    public IntStream refs(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.REFS);
        if (cell < 0) {
            return IntStream.empty();
        }
        var list = rows.value(cell);
        return IntStream.range(0, rows.length(list)).map(it -> rows.item(list, it));
    }

    /// The one object an attribute refers to, -1 for none.
    public int ref(int index, Attribute attribute) {
        var cell = cell(index, attribute, Attribute.Value.REFS);
        return cell < 0 || rows.length(rows.value(cell)) == 0 ? -1 : rows.item(rows.value(cell), 0);
    }

    private int cell(int index, Attribute attribute, Attribute.Value value) {
        if (attribute.value() != value) {
            throw new IllegalArgumentException(attribute + " is read as " + attribute.value() + ", not " + value);
        }
        return rows.cell(index, attribute);
    }

    public Aces aces() {
        return aces;
    }

    /// The collector's fingerprint of an inherited entry, "" where there is none; a container that hands it down has
    /// it among `INHERITANCE_HASHES`.
    public String inheritanceHash(int entry) {
        var number = aces.inheritance(entry);
        return number == 0 ? "" : texts.get(number);
    }

    /// The number of that fingerprint, the same for the same one; 0 for none.
    public int inheritanceNumber(int entry) {
        return aces.inheritance(entry);
    }

    /// Whether the descriptor of an object was read: without it nothing is claimed about who controls it.
    public boolean hasDescriptor(int index) {
        return has(index, Attribute.PROTECTED);
    }

    public List<Source> sources() {
        return sources;
    }

    public List<Trust> trusts() {
        return trusts;
    }

    public Optional<CaRegistry> registry(int authority) {
        return Optional.ofNullable(registries.get(authority));
    }

    /// All objects of a kind, in the order in which they were met.
    public IntStream all(Kind kind) {
        return IntStream.range(0, size()).filter(it -> kinds[it] == kind.ordinal());
    }

    /// The newest moment of collection: ages are counted from there unless a date is given.
    public Optional<Instant> collectedAt() {
        return sources.stream().flatMap(it -> it.collectedAt().stream()).max(Comparator.naturalOrder());
    }

    /// Whether some source tells this attribute, so that its absence means "not set".
    public boolean tells(Attribute attribute) {
        return sources.stream().anyMatch(it -> it.tells().contains(attribute));
    }
}
