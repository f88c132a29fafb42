package org.asepsie.app.database;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.aot.AbstractAotProcessor;

/// Starts the database on another core while the application is put together: about half a second of each start.
/// Whoever
/// needs it first waits for it, and gets its failure if it has one.
public final class DatabaseAhead implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final String NAME = "databaseAhead";

    private final CompletableFuture<ChosenDatabase> chosen = new CompletableFuture<>();
    private final AtomicBoolean taken = new AtomicBoolean();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        if (Boolean.getBoolean(AbstractAotProcessor.AOT_PROCESSING)
                || !(context.getBeanFactory() instanceof DefaultListableBeanFactory beans)) {
            return;
        }
        beans.registerSingleton(NAME, this);
        beans.registerDisposableBean(NAME, this::closeUnlessTaken);
        Thread.ofPlatform().name("database").start(() -> start(context));
    }

    private void start(ConfigurableApplicationContext context) {
        try {
            chosen.complete(ChosenDatabase.of(context.getEnvironment()));
        } catch (RuntimeException failed) {
            chosen.completeExceptionally(failed);
        }
    }

    /// From now on, whoever asked closes it.
    ChosenDatabase take() {
        try {
            var ready = chosen.join();
            taken.set(true);
            return ready;
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }

    /// The application failed before it needed the database.
    private void closeUnlessTaken() {
        if (!taken.get()) {
            chosen.handle((ready, _) -> ready)
                    .thenAccept(ready -> {
                        if (ready != null) {
                            ready.close();
                        }
                    })
                    .join();
        }
    }
}
