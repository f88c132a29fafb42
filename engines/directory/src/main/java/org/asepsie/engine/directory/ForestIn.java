package org.asepsie.engine.directory;

import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads a forest as [ForestOut] wrote it. What this version has no name for is left out.
final class ForestIn {
    private final DataInputStream in;
    private final Texts texts = new Texts();
    private final Rows rows = new Rows();
    private final Aces aces = new Aces();
    private final IntMap objects = new IntMap();
    private final IntColumn textNumbers = new IntColumn(0);
    private final List<Integer> aceNumbers = new ArrayList<>();
    private @Nullable Kind[] kinds = new Kind[0];
    private @Nullable Right[] rights = new Right[0];
    private @Nullable Attribute[] attributes = new Attribute[0];
    private Attribute.Value[] values = new Attribute.Value[0];

    ForestIn(DataInputStream in) {
        this.in = in;
    }

    Forest read() throws IOException {
        kinds = named(Kind.values(), new Kind[number()]);
        rights = named(Right.values(), new Right[number()]);
        attributes = named(Attribute.values(), new Attribute[number()]);
        values = new Attribute.Value[attributes.length];
        for (var it = 0; it < values.length; it++) {
            values[it] = Attribute.Value.values()[in.readUnsignedByte()];
        }
        var sources = new ArrayList<Source>();
        for (var left = number(); left > 0; left--) {
            sources.add(source(sources.size()));
        }
        var ids = new int[number()];
        var kindsOf = new byte[ids.length];
        for (var object = 0; object < ids.length; object++) {
            ids[object] = text();
            var kind = kinds[number()];
            kindsOf[object] = (byte) (kind == null ? Kind.BASE : kind).ordinal();
            row(object);
            entries(object);
        }
        for (var left = number(); left > 0; left--) {
            objects.put(text(), number());
        }
        return new Forest(texts, rows, aces, ids, kindsOf, objects, sources, trusts(), registries());
    }

    private <E extends Enum<E>> @Nullable E[] named(E[] all, @Nullable E[] found) throws IOException {
        for (var it = 0; it < found.length; it++) {
            var name = in.readUTF();
            for (var value : all) {
                if (value.name().equals(name)) {
                    found[it] = value;
                }
            }
        }
        return found;
    }

    private Source source(int number) throws IOException {
        var format = Source.Format.valueOf(in.readUTF());
        var name = string();
        var at = in.readLong();
        var tells = EnumSet.noneOf(Attribute.class);
        for (var left = number(); left > 0; left--) {
            var attribute = attributes[number()];
            if (attribute != null) {
                tells.add(attribute);
            }
        }
        var partitions = EnumSet.noneOf(Source.Partition.class);
        for (var left = number(); left > 0; left--) {
            partitions.add(Source.Partition.valueOf(in.readUTF()));
        }
        var collectedAt = at == Long.MIN_VALUE ? Optional.<Instant>empty() : Optional.of(Instant.ofEpochMilli(at));
        return new Source(number, format, name, collectedAt, tells, partitions, in.readBoolean(), List.of());
    }

    private void row(int object) throws IOException {
        var count = number() - 1;
        if (count < 0) {
            return;
        }
        var draft = rows.draft(object);
        for (var it = 0; it < count; it++) {
            var written = number();
            var source = number();
            var value = value(values[written]);
            var attribute = attributes[written];
            if (attribute != null) {
                Rows.put(draft, attribute.ordinal(), source, value);
            }
        }
        rows.write(object, draft);
    }

    private int value(Attribute.Value kind) throws IOException {
        return switch (kind) {
            case FLAG, NUMBER, MOMENT -> number();
            case TEXT -> text();
            case TEXTS -> list(true);
            case REFS -> list(false);
        };
    }

    private int list(boolean ofTexts) throws IOException {
        var items = new int[number()];
        for (var it = 0; it < items.length; it++) {
            items[it] = ofTexts ? text() : number();
        }
        return rows.list(items, items.length);
    }

    private void entries(int object) throws IOException {
        var count = number();
        if (count > 0) {
            aces.begin(object);
        }
        for (var it = 0; it < count; it++) {
            var trustee = number();
            var ace = ace();
            aces.add(object, trustee, ace, number() == 0 ? 0 : text());
        }
    }

    private int ace() throws IOException {
        var number = number();
        if (number == aceNumbers.size()) {
            aceNumbers.add(aces.number(new Ace(
                    bits(in.readLong()), in.readBoolean(), in.readInt(), in.readUTF(), in.readUTF(), in.readInt())));
        }
        return aceNumbers.get(number);
    }

    private long bits(long written) {
        var bits = 0L;
        for (var it = 0; it < rights.length; it++) {
            var right = rights[it];
            bits |= (written >>> it & 1) == 1 && right != null ? right.bit() : 0;
        }
        return bits;
    }

    private List<Trust> trusts() throws IOException {
        var trusts = new ArrayList<Trust>();
        for (var left = number(); left > 0; left--) {
            trusts.add(new Trust(
                    number(),
                    number(),
                    string(),
                    Trust.Direction.valueOf(in.readUTF()),
                    Trust.Type.valueOf(in.readUTF()),
                    in.readBoolean(),
                    maybe(),
                    maybe(),
                    bitsOfTrust(),
                    number()));
        }
        return trusts;
    }

    private OptionalInt bitsOfTrust() throws IOException {
        var known = in.readBoolean();
        var bits = number();
        return known ? OptionalInt.of(bits) : OptionalInt.empty();
    }

    private Map<Integer, CaRegistry> registries() throws IOException {
        var registries = new HashMap<Integer, CaRegistry>();
        for (var left = number(); left > 0; left--) {
            var authority = number();
            var security = in.readBoolean() ? Optional.of(grants()) : Optional.<List<CaRegistry.Grant>>empty();
            var takesNames = maybe();
            var agents = in.readBoolean() ? Optional.of(agents()) : Optional.<List<CaRegistry.AgentRestriction>>empty();
            registries.put(authority, new CaRegistry(authority, security, takesNames, agents));
        }
        return registries;
    }

    private List<CaRegistry.Grant> grants() throws IOException {
        var grants = new ArrayList<CaRegistry.Grant>();
        for (var left = number(); left > 0; left--) {
            var trustee = number();
            var right = rights[number()];
            if (right != null) {
                grants.add(new CaRegistry.Grant(trustee, right));
            }
        }
        return grants;
    }

    private List<CaRegistry.AgentRestriction> agents() throws IOException {
        var agents = new ArrayList<CaRegistry.AgentRestriction>();
        for (var left = number(); left > 0; left--) {
            agents.add(new CaRegistry.AgentRestriction(number(), in.readBoolean(), in.readBoolean(), number()));
        }
        return agents;
    }

    private Optional<Boolean> maybe() throws IOException {
        var flag = in.readByte();
        return flag < 0 ? Optional.empty() : Optional.of(flag == 1);
    }

    private int text() throws IOException {
        var number = number();
        if (number == textNumbers.size()) {
            textNumbers.set(number, texts.number(string()));
        }
        return textNumbers.get(number);
    }

    private String string() throws IOException {
        var length = number();
        var bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException("a kept forest ends in the middle");
        }
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private int number() throws IOException {
        var number = 0;
        var shift = 0;
        var part = in.readByte();
        while (part < 0) {
            number |= (part & 0x7F) << shift;
            shift += 7;
            part = in.readByte();
        }
        return number | part << shift;
    }
}
