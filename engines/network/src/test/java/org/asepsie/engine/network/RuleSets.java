package org.asepsie.engine.network;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.asepsie.engine.network.policy.ConfigText;

/// Real configurations and published answers, kept beside the checkout for reasons of licence:
/// `../shared/data/network`,
/// or the folder that the property `asepsie.network-data` names. Tests that need them are skipped where
/// they are absent.
public final class RuleSets {
    private RuleSets() {}

    public static Path folder() {
        var found = find();
        assumeTrue(
                found.isPresent(),
                "skipped: no network test data (../shared/data/network, or -Dasepsie.network-data=FOLDER)");
        return found.get();
    }

    public static Optional<Path> find() {
        var named = System.getProperty("asepsie.network-data");
        if (named != null) {
            return Optional.of(Path.of(named)).filter(Files::isDirectory);
        }
        return Stream.iterate(Path.of("").toAbsolutePath(), RuleSets::above)
                .limit(32)
                .map(it -> it.resolve("shared/data/network"))
                .filter(Files::isDirectory)
                .findFirst();
    }

    /// The root is above itself: so many steps reach it from anywhere.
    private static Path above(Path folder) {
        var parent = folder.getParent();
        return parent == null ? folder : parent;
    }

    /// The sub-folders of `name` in order of their names; none where the data is absent.
    public static List<Path> folders(String name) {
        var parent = find().map(it -> it.resolve(name));
        if (parent.isEmpty()) {
            return List.of();
        }
        try (var children = Files.list(parent.get())) {
            return children.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static ConfigText text(Path file) {
        try {
            return ConfigText.of(file.getFileName().toString(), Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static List<String> unzipped(Path file) {
        try (var lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return lines.lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The folder of a rule set, from one of the files in its `expected`.
    public static Path ruleSet(Path answer) {
        return answer.resolve("../..").normalize();
    }
}
