package org.asepsie.app.access;

/// What a verification of the audit trail found.
public sealed interface AuditChain {
    /// Every row is as it was written. Noting `count` and `fingerprint` elsewhere also reveals rows cut off the
    /// end.
    record Intact(long count, String fingerprint) implements AuditChain {}

    /// Row `number` is not as it was written, or a row before it is missing.
    record Broken(long number) implements AuditChain {}
}
