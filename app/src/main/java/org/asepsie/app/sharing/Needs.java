package org.asepsie.app.sharing;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.app.plan.Action;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.plan.Plans;
import org.asepsie.knowledge.Text;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What several sites need: the measures that the plans of most of them put forward within a year.
@Service
public class Needs {
    /// Beyond this many sites a plan each would take too long for a page: what those sites retained counts then.
    public static final int PLANS_READ = 60;

    private static final int QUARTERS = 4;
    private static final int SHOWN = 12;

    private final Plans plans;
    private final Catalogues catalogues;

    Needs(Plans plans, Catalogues catalogues) {
        this.plans = plans;
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
        var needs = new LinkedHashMap<ActionId, List<Facility>>();
        sites.stream()
                .limit(PLANS_READ)
                .forEach(site -> inTheYear(site)
                        .forEach(it -> needs.computeIfAbsent(it, _ -> new ArrayList<>())
                                .add(site)));
        var rest = sites.stream().skip(PLANS_READ).toList();
        var decided = plans.decisions(rest.stream().map(Facility::id).toList());
        for (var site : rest) {
            decided.getOrDefault(site.id(), List.of()).stream()
                    .filter(it -> it.wish().status().retained() && it.action().kind() == ActionId.Kind.DO)
                    .forEach(it -> needs.computeIfAbsent(it.action(), _ -> new ArrayList<>())
                            .add(site));
        }
        return needs.entrySet().stream()
                .filter(it -> it.getValue().size() > 1)
                .sorted(Comparator.comparing((Map.Entry<ActionId, List<Facility>> it) ->
                                it.getValue().size())
                        .reversed()
                        .thenComparing(Map.Entry::getKey))
                .limit(SHOWN)
                .map(it -> new Need(it.getKey(), title(it.getKey()), it.getValue()))
                .toList();
    }

    /// The sites among these whose plan has the action before it.
    @Transactional(readOnly = true)
    public List<Facility> sitesThatNeed(ActionId action, List<Facility> sites) {
        return sites.stream()
                .limit(PLANS_READ)
                .filter(it ->
                        plans.of(it.id()).find(action).filter(Action::open).isPresent())
                .toList();
    }

    /// What the catalogue calls it; its id when the catalogue does not know it.
    public Text title(ActionId action) {
        return catalogues.current().measures().stream()
                .filter(it -> it.id().value().equals(action.subject()))
                .findFirst()
                .map(it -> it.title())
                .orElse(new Text(action.toString(), action.toString()));
    }

    private List<ActionId> inTheYear(Facility site) {
        var plan = plans.of(site.id());
        var end = plan.quarter().plus(QUARTERS);
        return plan.open().stream()
                .filter(it -> it.id().kind() == ActionId.Kind.DO)
                .filter(it ->
                        it.quarter().filter(turn -> turn.compareTo(end) < 0).isPresent())
                .map(Action::id)
                .toList();
    }
}
