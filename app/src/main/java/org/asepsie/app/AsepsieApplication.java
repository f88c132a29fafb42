package org.asepsie.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The web application: one process, one JVM, its own PostgreSQL.
@SpringBootApplication
@Modulithic(systemName = "Asepsie")
public class AsepsieApplication {
    /// A start that fails has already said why; the status tells scripts, and no thread keeps the process alive.
    static void main(String[] arguments) {
        try {
            SpringApplication.run(AsepsieApplication.class, arguments);
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
