package org.asepsie.app;

import org.asepsie.app.database.DatabaseAhead;
import org.asepsie.knowledge.CatalogueReader;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.modulith.Modulithic;

/// The web application: one process, one JVM, its own PostgreSQL.
// People sign in with accounts of the module `access`: Boot's own user, made when it finds none, has no place here.
@SpringBootApplication(exclude = UserDetailsServiceAutoConfiguration.class)
@Modulithic(systemName = "Asepsie")
public class AsepsieApplication {
    /// A start that fails has already said why; the status tells scripts, and no thread keeps the process alive.
    static void main(String[] arguments) {
        readKnowledgeAhead();
        try {
            var application = new SpringApplication(AsepsieApplication.class);
            application.addInitializers(new DatabaseAhead());
            application.run(arguments);
        } catch (SpringApplication.AbandonedRunException prepared) {
            // the build, which prepares the start and stops here
            throw prepared;
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }

    /// The knowledge is read on another core while the application is put together. A mistake in it is told by whoever
    /// needs it first, not here.
    private static void readKnowledgeAhead() {
        Thread.ofPlatform()
                .daemon()
                .name("knowledge")
                .uncaughtExceptionHandler((_, _) -> {})
                .start(CatalogueReader::bundled);
    }
}
