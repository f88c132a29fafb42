package org.asepsie.engine.directory.edges;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Forest;

/// From which container an inherited entry comes.
///
/// The nearest container above, not cut off by a protected one in between, that hands down an entry of the same
/// trustee:
/// with the same mask and types in a raw descriptor, with the same fingerprint in a collection of 2025, else with the
/// same
/// right. Older collections do not show entries that act only below their container; then the highest container whose
/// chain is unbroken as far as the entry can be followed stands for the origin, or else the parent. Answers are kept
/// for
/// each parent, trustee and entry, so siblings cost one look-up.
final class InheritedFrom {
    private record Key(int parent, int trustee, int kind, int hash) {}

    private final Forest forest;
    private final Map<Key, Integer> known = new HashMap<>();
    private final Map<Integer, List<String>> hashes = new HashMap<>();

    InheritedFrom(Forest forest) {
        this.forest = forest;
    }

    /// The index of the container; the object itself where nothing contains it.
    int source(int object, int entry) {
        var parent = forest.container(object);
        if (parent < 0) {
            return object;
        }
        var aces = forest.aces();
        var key = new Key(parent, aces.trustee(entry), aces.kind(entry), forest.inheritanceNumber(entry));
        return known.computeIfAbsent(key, it -> find(it, forest.inheritanceHash(entry)));
    }

    private int find(Key key, String hash) {
        var last = key.parent;
        var unbroken = true;
        for (var at : above(key.parent)) {
            if (hands(at, key, hash)) {
                return at;
            }
            unbroken = unbroken && carries(at, key);
            last = unbroken ? at : last;
        }
        return last;
    }

    /// The containers from which something can come down to the children of `parent`, nearest first.
    private List<Integer> above(int parent) {
        var result = new ArrayList<Integer>();
        var at = parent;
        while (at >= 0 && !result.contains(at)) {
            result.add(at);
            at = forest.is(at, Attribute.PROTECTED) ? -1 : forest.container(at);
        }
        return result;
    }

    private boolean hands(int container, Key key, String hash) {
        if (!hash.isEmpty() && forest.has(container, Attribute.INHERITANCE_HASHES)) {
            return hashes.computeIfAbsent(container, it -> forest.texts(it, Attribute.INHERITANCE_HASHES))
                    .contains(hash);
        }
        var below = forest.aces().ofKind(key.kind);
        var aces = forest.aces();
        for (var entry = aces.first(container); entry < aces.end(container); entry++) {
            var ace = aces.ace(entry);
            if (aces.trustee(entry) == key.trustee
                    && !ace.inherited()
                    && ace.mayCause(below).orElse(sameRight(ace, below))) {
                return true;
            }
        }
        return false;
    }

    private static boolean sameRight(Ace ace, Ace below) {
        return ace.allow() == below.allow() && (ace.rights() & below.rights()) == below.rights();
    }

    /// Whether the container shows the same entry, inherited in its turn.
    private boolean carries(int container, Key key) {
        var below = forest.aces().ofKind(key.kind);
        var aces = forest.aces();
        for (var entry = aces.first(container); entry < aces.end(container); entry++) {
            if (aces.trustee(entry) == key.trustee
                    && aces.ace(entry).inherited()
                    && sameRight(aces.ace(entry), below)) {
                return true;
            }
        }
        return false;
    }
}
