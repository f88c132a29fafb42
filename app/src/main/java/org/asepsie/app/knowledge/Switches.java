package org.asepsie.app.knowledge;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.access.Actors;
import org.asepsie.app.access.Audit;
import org.asepsie.knowledge.RuleSwitch;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The dated rules, and whether they hold here. What depends on a rule stays hidden while it is off.
@Service
public class Switches {
    private final KnowledgeStore store;
    private final Catalogues catalogues;
    private final Audit audit;
    private final Clock clock;

    Switches(KnowledgeStore store, Catalogues catalogues, Audit audit, Clock clock) {
        this.audit = audit;
        this.store = store;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /// As they hold today.
    @Transactional(readOnly = true)
    public List<RuleSwitch> all() {
        return catalogues.current().surroundings().switches();
    }

    /// Oldest first.
    @Transactional(readOnly = true)
    public List<SwitchDecision> decisions() {
        return store.decisions();
    }

    /// @param since from when the rule holds or no longer does; a day to come takes effect on that day
    /// @throws IllegalArgumentException if there is no such switch, or no reason
    @Transactional
    public void decide(String ruleSwitch, boolean on, LocalDate since, String reason) {
        if (catalogues.bundled().surroundings().switches().stream()
                .noneMatch(it -> it.id().equals(ruleSwitch))) {
            throw new IllegalArgumentException("there is no dated rule %s".formatted(ruleSwitch));
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("a decision on %s needs its reason".formatted(ruleSwitch));
        }
        store.decide(new SwitchDecision(
                ruleSwitch, on, since, reason.strip(), Actors.current().name(), clock.instant()));
        audit.record(
                on ? "knowledge.action.rule-on" : "knowledge.action.rule-off",
                Optional.empty(),
                ruleSwitch,
                since + " · " + reason.strip());
    }
}
