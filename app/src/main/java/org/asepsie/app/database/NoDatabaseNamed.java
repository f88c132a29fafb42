package org.asepsie.app.database;

import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// True when nothing was named: the embedded PostgreSQL serves.
final class NoDatabaseNamed extends DatabaseNamed {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !super.matches(context, metadata);
    }
}
