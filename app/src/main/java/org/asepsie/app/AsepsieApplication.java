package org.asepsie.app;

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
        try {
            SpringApplication.run(AsepsieApplication.class, arguments);
        } catch (RuntimeException reported) {
            System.exit(1);
        }
    }
}
