package org.asepsie.app.assessment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.asepsie.app.AsepsieApplication;
import org.asepsie.app.access.Actors;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.finess.FinessFiles;
import org.asepsie.app.facility.register.FinessImport;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.knowledge.Question;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/// How long the whole product, with its own durable PostgreSQL, takes to compute a country again: 38,000 sites, each
/// with an answer to all of the essential diagnosis; and one site in all its questionnaires, from the database and
/// in memory. No test: its name keeps it out of the build. Figures go to `app/target/country-benchmark.txt`.
///
///     mvn -pl app -am test -Dtest=CountryBenchmark -Dsurefire.failIfNoSpecifiedTests=false
class CountryBenchmark {
    private static final int SITES = 38_000;
    private static final int ROUNDS = 1_000;

    @Test
    void computesACountryAgain(@TempDir Path folder) throws Exception {
        FinessFiles.register(folder.resolve("register.csv"), SITES);
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx2g",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        CountryBenchmark.class.getName(),
                        folder.toString())
                .inheritIO()
                .start();

        assertThat(process.waitFor()).isZero();
    }

    static void main(String[] arguments) throws Exception {
        var folder = Path.of(arguments[0]);
        try (var application = SpringApplication.run(
                AsepsieApplication.class, "--asepsie.data=" + folder.resolve("data"), "--server.port=0")) {
            application.getBean(FinessImport.class).run(folder.resolve("register.csv"), "register.csv");
            answerEverything(application);
            for (var walk : new String[] {"first walk", "second walk"}) {
                var before = Instant.now();
                var walked = application.getBean(Recomputation.class).everywhere();
                tell("%s: %d facilities, %d results in %.1f s"
                        .formatted(
                                walk,
                                walked.facilities(),
                                walked.results(),
                                Duration.between(before, Instant.now()).toMillis() / 1_000.0));
            }
            oneFacility(application);
        }
    }

    private static void answerEverything(ConfigurableApplicationContext application) {
        var framework = application
                .getBean(Catalogues.class)
                .bundled()
                .framework("essentiel-esms")
                .orElseThrow();
        var questions = framework.questions();
        Actors.asInstallation(() -> new TransactionTemplate(application.getBean(PlatformTransactionManager.class))
                .execute(_ -> application
                        .getBean(JdbcClient.class)
                        .sql("""
                                insert into assessment.answer (facility, topic, question, framework, version, kind,
                                    attainment, given_by, given_at, client_key)
                                select site.id, asked.topic, asked.question, ?, ?, 'said',
                                    (hashtext(site.id::text || asked.topic) & 3)::smallint, 'benchmark', ?, gen_random_uuid()
                                from facility.site, unnest(?, ?) as asked (topic, question)""")
                        .params(
                                framework.id(),
                                framework.version().number(),
                                Timestamp.from(Instant.now()),
                                questions.stream().map(it -> it.topic().value()).toArray(String[]::new),
                                questions.stream()
                                        .map(Question::id)
                                        .map(Object::toString)
                                        .toArray(String[]::new))
                        .update()));
    }

    private static void oneFacility(ConfigurableApplicationContext application) {
        var results = application.getBean(Results.class);
        var facility = Actors.asInstallation(
                        () -> application.getBean(Facilities.class).visible())
                .getFirst();
        var dossiers = application.getBean(Dossiers.class);
        var questionnaires = application.getBean(Questionnaires.class);
        tell("one facility in all questionnaires, with the database: " + median(() -> results.ofAll(facility.id())));
        var dossier = Actors.asInstallation(() -> dossiers.of(facility.id(), Instant.now()));
        var asked = Actors.asInstallation(() -> questionnaires.proposedTo(facility));
        tell("one facility in %d questionnaires, in memory: ".formatted(asked.size())
                + median(() -> asked.stream()
                        .map(it -> it.assessor().assess(dossier, Instant.now()))
                        .toList()));
    }

    private static String median(java.util.function.Supplier<?> work) {
        var nanos = new long[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            var before = System.nanoTime();
            Actors.<Object, RuntimeException>asInstallation(work::get);
            nanos[i] = System.nanoTime() - before;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT, "median %.2f ms, p95 %.2f ms", nanos[ROUNDS / 2] / 1e6, nanos[ROUNDS * 95 / 100] / 1e6);
    }

    private static void tell(String line) {
        try {
            Files.writeString(
                    Path.of("target/country-benchmark.txt"),
                    line + System.lineSeparator(),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.APPEND);
        } catch (java.io.IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
