package org.asepsie.app;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/// The web application: one process, one JVM, its own PostgreSQL.
@SpringBootApplication
@Modulithic(systemName = "Asepsie")
public class AsepsieApplication {
    static void main(String[] arguments) {
        SpringApplication.run(AsepsieApplication.class, arguments);
    }
}
