package org.asepsie.collector.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.asepsie.engine.directory.input.Secrets;
import org.junit.jupiter.api.Test;

class WantedTest {
    private static final Path READERS =
            Path.of("../../engines/directory/src/main/java/org/asepsie/engine/directory/entry");

    private static final Pattern READ =
            Pattern.compile("\\.(?:text|texts|value|values|number|flag|has)\\(\\s*\"([a-z][a-z0-9-]+)");

    @Test
    void everyAttributeThatTheEngineReadsIsAskedForAndNoSecretIs() throws IOException {
        var asked = Wanted.ATTRIBUTES.stream()
                .map(it -> it.toLowerCase(Locale.ROOT))
                .collect(Collectors.toSet());
        var read = new TreeSet<String>();
        try (var files = Files.list(READERS)) {
            for (var file : files.toList()) {
                READ.matcher(Files.readString(file)).results().forEach(it -> read.add(it.group(1)));
            }
        }
        read.remove("currenttime"); // of the RootDSE, which is read whole
        read.removeIf(Secrets::named);

        assertThat(read).hasSizeGreaterThan(40);
        assertThat(asked).containsAll(read).noneMatch(Secrets::named);
    }
}
