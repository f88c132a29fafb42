package org.asepsie.app.facility.web;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.ServletContext;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.asepsie.app.ApplicationTest;
import org.asepsie.app.Surfer;
import org.asepsie.app.access.People;
import org.asepsie.app.access.Role;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;

/// Two real gigabytes on a real connection: refused with a page while the first bytes come in, read to their end so
/// that a browser shows that page, and never written to the disk.
@Tag("heavy")
@Timeout(240)
@ApplicationTest
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
class LargeUploadTest {
    private static final int MEGABYTE = 1 << 20;
    private static final long TWO_GIGABYTES = 2L << 30;

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    ServletContext server;

    @Test
    void anAdministratorIsToldTheLimitOfTheRegister() throws Exception {
        var administrator = people.with(Role.ADMINISTRATOR, people.nation());
        try (var surfer = new Surfer("http://127.0.0.1:" + port)) {
            surfer.submit("/sign-in", "/sign-in", "email", administrator.email(), "password", People.PASSWORD);
            assertThat(surfer.open("/administration/finess").statusCode()).isEqualTo(200);

            var sent = send("/administration/finess", surfer.cookies());

            assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("ou un journal de réseau");
            assertRefusedEarlyAndKeptNowhere(sent);
        }
    }

    @Test
    void aStrangerIsToldThatTheFileIsTooLarge() throws Exception {
        people.with(Role.ADMINISTRATOR, people.nation());

        var sent = send("/f/00000000-0000-0000-0000-000000000000/report/answers", "");

        assertThat(sent.answer()).startsWith("HTTP/1.1 413").contains("Ce fichier est trop lourd");
        assertRefusedEarlyAndKeptNowhere(sent);
    }

    private static void assertRefusedEarlyAndKeptNowhere(Sent sent) {
        assertThat(sent.untilAnswered()).as("bytes sent before the answer came").isLessThan(64L * MEGABYTE);
        assertThat(sent.inAll()).isEqualTo(TWO_GIGABYTES);
        assertThat(sent.onDisk()).as("bytes on the disk, half of it sent").isLessThan(MEGABYTE);
    }

    /// @param untilAnswered how much was sent when the answer began to come
    /// @param onDisk what lay in the server's folder for uploads after half of it
    private record Sent(String answer, long untilAnswered, long inAll, long onDisk) {}

    private Sent send(String path, String cookies) throws Exception {
        var head = """
                POST %s HTTP/1.1\r
                Host: 127.0.0.1:%d\r
                Accept: text/html\r
                Accept-Language: fr\r
                Cookie: %s\r
                Connection: close\r
                Content-Type: multipart/form-data; boundary=edge\r
                Content-Length: %d\r
                \r
                """.formatted(path, port, cookies, TWO_GIGABYTES);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor();
                var connection = new Socket(InetAddress.getLoopbackAddress(), port)) {
            var written = new AtomicLong();
            var answered = new CompletableFuture<Long>();
            var answer = threads.submit(() -> read(connection.getInputStream(), written, answered));
            connection.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            var onDisk = upload(connection.getOutputStream(), written);
            return new Sent(answer.get(), answered.get(10, TimeUnit.SECONDS), written.get(), onDisk);
        }
    }

    private long upload(OutputStream out, AtomicLong written) throws IOException {
        var block = new byte[MEGABYTE];
        var start = "--edge\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                .getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, block, 0, start.length);
        var onDisk = 0L;
        while (written.get() < TWO_GIGABYTES) {
            out.write(block);
            if (written.addAndGet(MEGABYTE) == TWO_GIGABYTES / 2) {
                onDisk = uploads();
            }
        }
        return onDisk;
    }

    private static String read(InputStream in, AtomicLong written, CompletableFuture<Long> answered)
            throws IOException {
        var first = in.read();
        answered.complete(written.get());
        return (char) first + new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    private long uploads() throws IOException {
        var folder = (File) Objects.requireNonNull(server.getAttribute(ServletContext.TEMPDIR));
        try (var files = Files.walk(folder.toPath())) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(LargeUploadTest::size)
                    .sum();
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }
}
