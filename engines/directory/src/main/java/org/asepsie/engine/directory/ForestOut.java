package org.asepsie.engine.directory;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Writes a forest for [ForestIn]. Numbers take seven bits a byte; texts and entries are written where they are first
/// met, and by their number from then on.
final class ForestOut {
    private static final Set<Attribute> LEFT_OUT = EnumSet.of(Attribute.DESCRIPTION);

    private final Forest forest;
    private final DataOutputStream out;
    private final IntMap texts = new IntMap();
    private int textCount;
    private final Map<Ace, Integer> aces = new HashMap<>();

    ForestOut(Forest forest, DataOutputStream out) {
        this.forest = forest;
        this.out = out;
    }

    void write() throws IOException {
        names(Kind.values());
        names(Right.values());
        names(Attribute.values());
        for (var attribute : Attribute.values()) {
            out.writeByte(attribute.value().ordinal());
        }
        number(forest.sources.size());
        for (var source : forest.sources) {
            source(source);
        }
        number(forest.size());
        for (var object = 0; object < forest.size(); object++) {
            object(object);
        }
        number(forest.objects.size());
        forest.objects.forEach((key, object) -> {
            text(key);
            number(object);
        });
        number(forest.trusts.size());
        for (var trust : forest.trusts) {
            trust(trust);
        }
        number(forest.registries.size());
        for (var registry : forest.registries.values()) {
            registry(registry);
        }
    }

    private void names(Enum<?>[] values) throws IOException {
        number(values.length);
        for (var it : values) {
            out.writeUTF(it.name());
        }
    }

    private void source(Source source) throws IOException {
        out.writeUTF(source.format().name());
        string(source.name());
        out.writeLong(source.collectedAt().map(it -> it.toEpochMilli()).orElse(Long.MIN_VALUE));
        number(source.tells().size());
        for (var it : Attribute.values()) {
            if (source.tells().contains(it)) {
                number(it.ordinal());
            }
        }
        number(source.partitions().size());
        for (var it : Source.Partition.values()) {
            if (source.partitions().contains(it)) {
                out.writeUTF(it.name());
            }
        }
        out.writeBoolean(source.descriptors());
    }

    private void object(int object) {
        text(forest.ids[object]);
        number(forest.kinds[object]);
        var count = new int[1];
        forest.rows.cells(object, (attribute, _, _) -> count[0] += LEFT_OUT.contains(attribute) ? 0 : 1);
        number(forest.described(object) ? count[0] + 1 : 0);
        forest.rows.cells(object, (attribute, source, value) -> {
            if (!LEFT_OUT.contains(attribute)) {
                number(attribute.ordinal());
                number(source);
                value(attribute, value);
            }
        });
        number(forest.aces.end(object) - forest.aces.first(object));
        for (var entry = forest.aces.first(object); entry < forest.aces.end(object); entry++) {
            number(forest.aces.trustee(entry));
            ace(forest.aces.ace(entry));
            var hash = forest.aces.inheritance(entry);
            number(hash == 0 ? 0 : 1);
            if (hash != 0) {
                text(hash);
            }
        }
    }

    private void value(Attribute attribute, int value) {
        switch (attribute.value()) {
            case FLAG, NUMBER, MOMENT -> number(value);
            case TEXT -> text(value);
            case TEXTS -> {
                number(forest.rows.length(value));
                forest.rows.items(value).forEach(this::text);
            }
            case REFS -> {
                number(forest.rows.length(value));
                forest.rows.items(value).forEach(this::number);
            }
        }
    }

    private void ace(Ace ace) {
        var known = aces.get(ace);
        number(known == null ? aces.size() : known);
        if (known == null) {
            aces.put(ace, aces.size());
            try {
                out.writeLong(ace.rights());
                out.writeBoolean(ace.allow());
                out.writeInt(ace.mask());
                out.writeUTF(ace.objectType());
                out.writeUTF(ace.inheritedType());
                out.writeInt(ace.flags());
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible);
            }
        }
    }

    private void trust(Trust trust) throws IOException {
        number(trust.domain());
        number(trust.partner());
        string(trust.partnerName());
        out.writeUTF(trust.direction().name());
        out.writeUTF(trust.type().name());
        out.writeBoolean(trust.transitive());
        maybe(trust.sidFiltering());
        maybe(trust.tgtDelegation());
        out.writeBoolean(trust.attributes().isPresent());
        number(trust.attributes().orElse(0));
        number(trust.source());
    }

    private void registry(CaRegistry registry) throws IOException {
        number(registry.authority());
        out.writeBoolean(registry.security().isPresent());
        if (registry.security().isPresent()) {
            number(registry.security().get().size());
            for (var grant : registry.security().get()) {
                number(grant.trustee());
                number(grant.right().ordinal());
            }
        }
        maybe(registry.userSpecifiesSan());
        out.writeBoolean(registry.agentRestrictions().isPresent());
        if (registry.agentRestrictions().isPresent()) {
            number(registry.agentRestrictions().get().size());
            for (var restriction : registry.agentRestrictions().get()) {
                number(restriction.agent());
                out.writeBoolean(restriction.allowed());
                out.writeBoolean(restriction.allTemplates());
                number(restriction.template());
            }
        }
    }

    private void maybe(Optional<Boolean> flag) throws IOException {
        out.writeByte(flag.map(it -> it ? 1 : 0).orElse(-1));
    }

    private void text(int number) {
        var known = texts.get(number, -1);
        number(known < 0 ? textCount : known);
        if (known < 0) {
            texts.put(number, textCount++);
            string(forest.texts.get(number));
        }
    }

    private void string(String text) {
        var bytes = text.getBytes(StandardCharsets.UTF_8);
        number(bytes.length);
        try {
            out.write(bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private void number(int number) {
        try {
            var left = number;
            while ((left & ~0x7F) != 0) {
                out.writeByte(left & 0x7F | 0x80);
                left >>>= 7;
            }
            out.writeByte(left);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
