package org.asepsie.app.database;

import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/// True when an administrator named a PostgreSQL with `ASEPSIE_DATABASE_URL`.
class DatabaseNamed implements Condition {
    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return !context.getEnvironment().getProperty("ASEPSIE_DATABASE_URL", "").isBlank();
    }
}
