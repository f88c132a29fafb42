package org.asepsie.engine.directory;

import java.util.List;
import java.util.Optional;

/// What the registry of a certification authority's host says. Each part is empty where it could not be read.
public record CaRegistry(
        int authority,
        Optional<List<Grant>> security,
        Optional<Boolean> userSpecifiesSan,
        Optional<List<AgentRestriction>> agentRestrictions) {

    public record Grant(int trustee, Right right) {}

    /// Who may enrol for others, with all templates or with one, by index (-1 for all).
    public record AgentRestriction(int agent, boolean allowed, boolean allTemplates, int template) {}

    CaRegistry completedBy(CaRegistry other) {
        return new CaRegistry(
                authority,
                security.or(other::security),
                userSpecifiesSan.or(other::userSpecifiesSan),
                agentRestrictions.or(other::agentRestrictions));
    }

    CaRegistry renamed(int[] renamed) {
        return new CaRegistry(
                renamed[authority],
                security.map(all -> all.stream()
                        .map(it -> new Grant(renamed[it.trustee], it.right))
                        .toList()),
                userSpecifiesSan,
                agentRestrictions.map(all -> all.stream()
                        .map(it -> new AgentRestriction(
                                renamed[it.agent],
                                it.allowed,
                                it.allTemplates,
                                it.template < 0 ? -1 : renamed[it.template]))
                        .toList()));
    }
}
