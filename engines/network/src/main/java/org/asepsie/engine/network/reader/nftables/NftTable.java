package org.asepsie.engine.network.reader.nftables;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.engine.network.policy.Position;
import org.asepsie.engine.network.policy.RuleList.Ending;
import org.jspecify.annotations.Nullable;

/// A table while it is read. Its rules are kept as tokens until every set is known.
final class NftTable {
    final String family;
    final String name;
    final Map<String, NftChain> chains = new LinkedHashMap<>();
    final Map<String, NftSet> sets = new LinkedHashMap<>();

    NftTable(String family, String name) {
        this.family = family;
        this.name = name;
    }

    static final class NftChain {
        final Position where;
        final List<List<Token>> rules = new ArrayList<>();

        @Nullable
        Hook hook;

        Ending policy = Ending.ACCEPT;
        boolean cut;

        NftChain(Position where) {
            this.where = where;
        }
    }

    /// Where a base chain hangs; smaller priorities run first.
    record Hook(String type, String hook, int priority) {}

    /// A named set or map.
    ///
    /// @param changes whether packets or clocks change it while the rules run
    record NftSet(List<List<Token>> elements, boolean changes) {}

    String listName(String chain) {
        return family + " " + name + " " + chain;
    }
}
