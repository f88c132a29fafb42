package org.asepsie.engine.directory.control;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The control points in force on a day, in the order of the published list. Data with dates: see
/// `control-points.tsv` for source, day of checking and confidence.
public record Catalogue(Map<String, ControlPoint> points) {
    private static final int COLUMNS = 8;

    public Catalogue {
        points = Collections.unmodifiableMap(new LinkedHashMap<>(points));
    }

    /// The catalogue that comes with this version, as it stood on `day`.
    public static Catalogue on(LocalDate day) {
        try (var in = Catalogue.class.getResourceAsStream("control-points.tsv")) {
            if (in == null) {
                throw new IllegalStateException("control-points.tsv is missing from the engine");
            }
            return parse(
                    new String(in.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .toList(),
                    day);
        } catch (IOException unread) {
            throw new UncheckedIOException(unread);
        }
    }

    static Catalogue parse(List<String> lines, LocalDate day) {
        var points = new LinkedHashMap<String, ControlPoint>();
        for (var line : lines) {
            if (!line.startsWith("#") && !line.isBlank()) {
                var point = point(Arrays.asList(line.split("\t", -1)));
                if (point.inForce(day)) {
                    points.put(point.id(), point);
                }
            }
        }
        return new Catalogue(points);
    }

    private static ControlPoint point(List<String> cells) {
        if (cells.size() != COLUMNS) {
            throw new IllegalStateException("a line of the catalogue has " + cells.size() + " columns: " + cells);
        }
        return new ControlPoint(
                cells.get(0),
                levels(cells.get(1)),
                cells.get(2),
                settings(cells.get(3)),
                cells.get(4),
                cells.get(5),
                day(cells.get(6)),
                day(cells.get(7)));
    }

    private static List<Integer> levels(String text) {
        return text.isEmpty()
                ? List.of()
                : Arrays.stream(text.split(",", -1)).map(Integer::parseInt).toList();
    }

    /// `support=2000:2010-07-13;2003:2015-07-14` is one setting whose parts go on to the next name.
    private static Map<String, String> settings(String text) {
        var settings = new LinkedHashMap<String, String>();
        var names = new ArrayList<String>();
        for (var part : text.split(";", -1)) {
            var equals = part.indexOf('=');
            if (equals > 0) {
                names.add(part.substring(0, equals));
                settings.put(names.getLast(), part.substring(equals + 1));
            } else if (!part.isEmpty()) {
                settings.merge(names.getLast(), part, (before, more) -> before + ";" + more);
            }
        }
        return settings;
    }

    private static Optional<LocalDate> day(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(LocalDate.parse(text));
    }

    public List<ControlPoint> scored() {
        return points.values().stream().filter(ControlPoint::scored).toList();
    }

    public List<ControlPoint> advisories() {
        return points.values().stream().filter(it -> !it.scored()).toList();
    }

    ControlPoint point(String id) {
        return Optional.ofNullable(points.get(id))
                .orElseThrow(() -> new IllegalStateException("the catalogue has no point " + id));
    }
}
