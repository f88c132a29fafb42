package org.asepsie.engine.directory;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;

/// What one source says of one object; nothing counts before [#done()].
public final class Description {
    private final ForestBuilder forest;
    private final int object;
    private final int source;
    private final Rows.Draft draft;
    private boolean takesEntries;

    Description(ForestBuilder forest, int object) {
        this.forest = forest;
        this.object = object;
        this.source = forest.sourceNumber();
        this.draft = forest.rows.draft(object);
    }

    public int object() {
        return object;
    }

    public Description flag(Attribute attribute, boolean value) {
        return put(attribute, Attribute.Value.FLAG, value ? 1 : 0);
    }

    public Description number(Attribute attribute, int value) {
        return put(attribute, Attribute.Value.NUMBER, value);
    }

    /// Whole seconds from 1970 to 2106; [Forest#NEVER] for "never".
    public Description moment(Attribute attribute, Instant value) {
        var seconds = Math.clamp(value.getEpochSecond(), 0, 0xFFFF_FFFFL);
        return put(attribute, Attribute.Value.MOMENT, (int) seconds);
    }

    public Description text(Attribute attribute, String value) {
        return put(attribute, Attribute.Value.TEXT, forest.texts.number(value));
    }

    public Description texts(Attribute attribute, List<String> values) {
        var numbers = values.stream().mapToInt(forest.texts::number).toArray();
        return list(attribute, Attribute.Value.TEXTS, numbers);
    }

    public Description refs(Attribute attribute, int... objects) {
        return list(attribute, Attribute.Value.REFS, objects);
    }

    /// Says that the descriptor was read. Its entries follow, in order.
    ///
    /// @param isProtected whether entries from above stop here
    public Description descriptor(boolean isProtected) {
        var before = Rows.source(draft, Attribute.PROTECTED);
        takesEntries = before < 0 || before == source || replaces(before);
        if (takesEntries) {
            if (before != source) {
                forest.aces.begin(object);
            } else {
                forest.aces.reopen(object);
            }
            Rows.put(draft, Attribute.PROTECTED.ordinal(), source, isProtected ? 1 : 0);
            forest.givesDescriptors();
        }
        return this;
    }

    private boolean replaces(int before) {
        var raw = forest.givesRawDescriptors(source);
        return raw == forest.givesRawDescriptors(before) ? forest.mayReplace(before) : raw;
    }

    /// @param hash the collector's fingerprint of an inherited entry, "" for none
    public Description ace(int trustee, Ace ace, String hash) {
        return takesEntries ? ace(trustee, forest.numbered(ace, hash)) : this;
    }

    /// The same for an entry that has its numbers already.
    public Description ace(int trustee, NumberedAce ace) {
        if (takesEntries) {
            forest.aces.add(object, trustee, ace.kind(), ace.fingerprint());
        }
        return this;
    }

    public void done() {
        forest.rows.write(object, draft);
    }

    private Description put(Attribute attribute, Attribute.Value kind, int value) {
        if (attribute.value() != kind) {
            throw new IllegalArgumentException(attribute + " holds " + attribute.value() + ", not " + kind);
        }
        var before = Rows.source(draft, attribute);
        if (before < 0 || before == source || forest.mayReplace(before)) {
            Rows.put(draft, attribute.ordinal(), source, value);
        }
        return this;
    }

    private Description list(Attribute attribute, Attribute.Value kind, int[] values) {
        var joined = Rows.source(draft, attribute) == source
                ? distinct(
                        IntStream.concat(forest.rows.items(Rows.value(draft, attribute)), Arrays.stream(values)), kind)
                : values;
        return put(attribute, kind, forest.rows.list(joined, joined.length));
    }

    /// In order of appearance. Objects are counted from 0, so a bit for each will do: a group may have a million
    /// members.
    private static int[] distinct(IntStream values, Attribute.Value kind) {
        if (kind != Attribute.Value.REFS) {
            return values.distinct().toArray();
        }
        var seen = new BitSet();
        return values.filter(it -> {
                    var first = !seen.get(it);
                    seen.set(it);
                    return first;
                })
                .toArray();
    }
}
