package org.asepsie.engine.directory.control;

import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Source;

/// What must have been read for a point to pass.
public interface Need {
    /// Whether some source of the forest brings it.
    boolean met(Forest forest);

    record Attributed(Attribute attribute) implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.tells(attribute);
        }
    }

    record Covered(Source.Partition partition) implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.sources().stream().anyMatch(it -> it.partitions().contains(partition));
        }
    }

    /// Objects of a kind; where no source brings any, it did not look.
    record Seen(Kind kind) implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.all(kind).anyMatch(forest::described);
        }
    }

    /// Security descriptors of objects of a kind.
    record Described(Kind kind) implements Need {
        @Override
        public boolean met(Forest forest) {
            return forest.all(kind).anyMatch(forest::hasDescriptor);
        }
    }

    static Need of(Attribute attribute) {
        return new Attributed(attribute);
    }

    static Need of(Source.Partition partition) {
        return new Covered(partition);
    }

    static Need seen(Kind kind) {
        return new Seen(kind);
    }

    static Need descriptorsOf(Kind kind) {
        return new Described(kind);
    }
}
