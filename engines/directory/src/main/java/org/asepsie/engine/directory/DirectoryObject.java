package org.asepsie.engine.directory;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// One object of a forest, looked at through its index: cheap to make, nothing is copied before it is asked for.
public record DirectoryObject(Forest forest, int index) {
    /// Its SID, else its GUID, else its distinguished name; upper case, well-known SIDs with their domain in front.
    public String id() {
        return forest.id(index);
    }

    public Kind kind() {
        return forest.kind(index);
    }

    /// What people call it; its identifier where no name was read.
    public String name() {
        return forest.name(index);
    }

    /// The last number of its SID, -1 where it has none.
    public int rid() {
        return forest.rid(index);
    }

    public Optional<Boolean> flag(Attribute attribute) {
        return forest.flag(index, attribute);
    }

    /// True only where the attribute was read and is set.
    public boolean is(Attribute attribute) {
        return forest.flag(index, attribute).orElse(false);
    }

    public OptionalInt number(Attribute attribute) {
        return forest.number(index, attribute);
    }

    /// [Forest#NEVER] where the directory says "never".
    public Optional<Instant> moment(Attribute attribute) {
        return forest.moment(index, attribute);
    }

    public Optional<String> text(Attribute attribute) {
        return forest.text(index, attribute);
    }

    public List<String> texts(Attribute attribute) {
        return forest.texts(index, attribute);
    }

    public Stream<DirectoryObject> objects(Attribute attribute) {
        return forest.refs(index, attribute).mapToObj(forest::object);
    }

    public boolean has(Attribute attribute) {
        return forest.has(index, attribute);
    }

    public Optional<Source> from(Attribute attribute) {
        return forest.from(index, attribute);
    }
}
