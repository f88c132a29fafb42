package org.asepsie.engine.directory.sharphound;

import java.util.Optional;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.NumberedAce;
import org.jspecify.annotations.Nullable;

/// An entry that may be met again, with what was found out about it the first time it was used.
final class KnownEntry {
    private static final int NOT_YET = -1;

    private final Entry entry;
    private final boolean owns;
    private final boolean nobodys;
    private final boolean local;
    private int trustee = NOT_YET;
    private @Nullable Optional<NumberedAce> says;

    KnownEntry(Entry entry) {
        this.entry = entry;
        this.owns = entry.owns();
        this.nobodys = entry.trustee().isBlank();
        this.local = ObjectReader.local(entry.trustee());
    }

    boolean owns() {
        return owns;
    }

    boolean nobodys() {
        return nobodys;
    }

    /// Whether its trustee is another one in each domain.
    boolean isLocal() {
        return local;
    }

    String trustee() {
        return entry.trustee();
    }

    String right() {
        return entry.name();
    }

    int trustee(ForestBuilder forest) {
        if (trustee == NOT_YET) {
            trustee = forest.object(entry.trustee());
        }
        return trustee;
    }

    /// Empty for a right this version does not know.
    Optional<NumberedAce> says(ForestBuilder forest) {
        var known = says;
        if (known == null) {
            known = entry.right().map(it -> forest.numbered(Ace.translated(it, entry.inherited()), entry.hash()));
            says = known;
        }
        return known;
    }
}
