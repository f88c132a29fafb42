package org.asepsie.app.access;

import java.util.List;
import java.util.Optional;

/// What the first run needs to know of facilities. The module `facility` answers; without an answer the first run
/// sets up an administrator alone.
public interface FirstFacility {
    /// One choice of a list: its code and its name in the language asked for.
    record Option(String code, String name) {}

    /// @param regions where the facility may lie
    /// @param kinds what it may be: the hospital or nursing home a director recognises, not the whole nomenclature
    record Options(List<Option> regions, List<Option> kinds) {
        public Options {
            regions = List.copyOf(regions);
            kinds = List.copyOf(kinds);
        }
    }

    /// The facility as its director describes it.
    ///
    /// @param places beds or places, 0 when not given
    record Wanted(String name, String region, String kind, Optional<String> finess, int places) {}

    /// What its number looks like. One whose key is wrong may still be right: some old ones of the register are.
    enum NumberForm {
        RIGHT,
        WRONG_KEY,
        NO_NUMBER
    }

    NumberForm formOf(String finess);

    /// @param language `fr` or `en`
    Options options(String language);

    /// Creates the facility, and its region below `nation` if that is missing. Called on behalf of the
    /// installation, in a transaction.
    ///
    /// @return the node of the facility
    NodeId create(NodeId nation, Wanted wanted);
}
