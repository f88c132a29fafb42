package org.asepsie.app.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/// Changes somebody considers, and what they would do.
///
/// The level counts a chosen point as mended, whole; paths are worked out anew without the chosen units. What mending a
/// point would close besides is not counted: the next collection tells.
///
/// @param chosen those ticked, in the order offered
/// @param exposedAfter without the chosen units; never too few
/// @param exact whether it is not too many either: older collections kept only the map of paths
public record Basket(
        List<Change> offered,
        Set<String> chosen,
        int exposedBefore,
        int exposedAfter,
        boolean exact,
        int levelBefore,
        int levelAfter,
        boolean cutClosesAll) {
    public Basket {
        offered = List.copyOf(offered);
        chosen = Set.copyOf(chosen);
    }

    /// Why a change is offered.
    public enum Sort {
        /// Part of the cheapest set that stops every path.
        CUT,
        /// Takes many accounts away from the top by itself.
        STRONG,
        /// A point that keeps the directory at its level, or at one of the next.
        POINT
    }

    /// @param key names it in a form: `unit-12`, `point-krbtgt`
    /// @param accounts that it alone takes away from the top; 0 where that is not known
    /// @param level the lowest level at which the point fails; 0 for a unit
    /// @param remark on the people behind, such as « Compte d'un prestataire »; empty for none
    public record Change(String key, Sort sort, String what, int accounts, int level, String remark) {}

    public List<Change> offered(Sort sort) {
        return offered.stream().filter(it -> it.sort() == sort).toList();
    }

    public boolean has(Change change) {
        return chosen.contains(change.key());
    }

    /// The chosen ones.
    public List<Change> taken() {
        var taken = new ArrayList<Change>();
        offered.stream().filter(this::has).forEach(taken::add);
        return taken;
    }
}
