package org.asepsie.app.access;

/// What a handler of the application may ask of the person behind a request. Roles are sets of these.
public enum Permission {
    /// Read the results, the plan and the evidence of a facility.
    READ,
    /// Answer questions and attach proofs.
    ANSWER,
    /// Change the plan: owners, dates, status; hand questions to others.
    STEER,
    /// Take results away: report, workbook, JSON.
    EXPORT,
    /// Record evidence as a third party who has seen it.
    OBSERVE,
    /// Comment on a plan.
    COMMENT,
    /// See the facilities in one's care side by side.
    PORTFOLIO,
    /// See figures of a region or of the nation in which nobody can be recognised.
    OBSERVATORY,
    /// Add questionnaires of one's own and upgrade frameworks.
    CURATE,
    /// Accounts, imports and the audit trail.
    ADMINISTER
}
