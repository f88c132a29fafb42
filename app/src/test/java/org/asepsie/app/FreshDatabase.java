package org.asepsie.app;

import java.util.Map;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/// Gives an application context an empty database on the tests' server.
class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var server = TestServer.running();
        context.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "fresh database",
                        Map.of(
                                "ASEPSIE_DATABASE_URL", server.newDatabase(),
                                "ASEPSIE_DATABASE_USER", server.owner(),
                                "ASEPSIE_DATABASE_PASSWORD", server.password(),
                                "ASEPSIE_SECRET_KEY", "ab".repeat(32),
                                "spring.datasource.hikari.minimum-idle", "0",
                                "asepsie.data", "target/test-data")));
    }
}
