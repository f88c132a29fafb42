package org.asepsie.app.sharing;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.app.plan.PutForward;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What several sites need: the measures that the plans of most of them put forward within a year.
@Service
public class Needs {
    /// Beyond this many sites a plan each would take too long for a page: those sites count with what their plans put
    /// forward last night.
    public static final int PLANS_READ = 60;

    private static final int SHOWN = 12;

    private final Plans plans;
    private final PutForward putForward;
    private final Catalogues catalogues;

    Needs(Plans plans, PutForward putForward, Catalogues catalogues) {
        this.plans = plans;
        this.putForward = putForward;
        this.catalogues = catalogues;
    }

    /// @param sites that have it before them, in the order given
    public record Need(ActionId action, Text title, List<Facility> sites) {
        public Need {
            sites = List.copyOf(sites);
        }
    }

    /// Those that at least two of the sites need, most first.
    @Transactional(readOnly = true)
    public List<Need> of(List<Facility> sites) {
        return of(sites, PLANS_READ);
    }

    /// However many the sites: at most `read` plans are worked out, and of the others the database counts what they
    /// put forward. Only the few actions that are shown are looked up site by site.
    List<Need> of(List<Facility> sites, int read) {
        var needs = new LinkedHashMap<ActionId, List<Facility>>();
        sites.stream()
                .limit(read)
                .forEach(site -> PutForward.inTheYear(plans.of(site.id()))
                        .forEach(it -> needs.computeIfAbsent(it, _ -> new ArrayList<>())
                                .add(site)));
        var rest = sites.stream().skip(read).toList();
        var counts = new HashMap<ActionId, Integer>();
        needs.forEach((action, of) -> counts.put(action, of.size()));
        putForward.wanted(ids(rest)).forEach((action, count) -> counts.merge(action, count, Integer::sum));
        var shown = counts.entrySet().stream()
                .filter(it -> it.getValue() > 1)
                .sorted(Map.Entry.<ActionId, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(Map.Entry::getKey)
                .toList();
        var wanting = putForward.wanting(shown, ids(rest));
        return shown.stream()
                .map(it -> {
                    var all = new ArrayList<>(needs.getOrDefault(it, List.of()));
                    all.addAll(among(rest, wanting.getOrDefault(it, List.of())));
                    return new Need(it, title(it), all);
                })
                .toList();
    }

    /// The sites among these that need it: beyond the plans that are worked out, those that put it forward.
    @Transactional(readOnly = true)
    public List<Facility> sitesThatNeed(ActionId action, List<Facility> sites) {
        return sitesThatNeed(action, sites, PLANS_READ);
    }

    List<Facility> sitesThatNeed(ActionId action, List<Facility> sites, int read) {
        var needing = new ArrayList<>(sites.stream()
                .limit(read)
                .filter(it ->
                        plans.of(it.id()).find(action).filter(Action::open).isPresent())
                .toList());
        var rest = sites.stream().skip(read).toList();
        needing.addAll(
                among(rest, putForward.wanting(List.of(action), ids(rest)).getOrDefault(action, List.of())));
        return List.copyOf(needing);
    }

    private static List<FacilityId> ids(List<Facility> sites) {
        return sites.stream().map(Facility::id).toList();
    }

    private static List<Facility> among(List<Facility> sites, List<FacilityId> ids) {
        var wanted = Set.copyOf(ids);
        return sites.stream().filter(it -> wanted.contains(it.id())).toList();
    }

    /// What the catalogue calls it; its id when the catalogue does not know it.
    public Text title(ActionId action) {
        return catalogues.current().measures().stream()
                .filter(it -> it.id().value().equals(action.subject()))
                .findFirst()
                .map(it -> it.title())
                .orElse(new Text(action.toString(), action.toString()));
    }
}
