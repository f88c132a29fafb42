package org.asepsie.app.home.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.asepsie.app.home.Portfolio.Row;

/// Which facilities of a portfolio are looked at, and in what order. It lives in the address: a bookmark keeps it.
public record PortfolioFilter(String words, String category, View view, Sort sort) {
    private static final Duration LONG = Duration.ofDays(183);

    /// The questions an adviser comes with.
    public enum View {
        ALL,
        NOT_BEGUN,
        LOW,
        UNPROVEN,
        LATE,
        QUIET;

        public String code() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    public enum Sort {
        NAME,
        LEVEL,
        PROVEN,
        LATE,
        ACTIVITY;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static PortfolioFilter of(String words, String category, String view, String sort) {
        return new PortfolioFilter(
                words.strip(),
                category,
                List.of(View.values()).stream()
                        .filter(it -> it.code().equals(view))
                        .findFirst()
                        .orElse(View.ALL),
                List.of(Sort.values()).stream()
                        .filter(it -> it.code().equals(sort))
                        .findFirst()
                        .orElse(Sort.NAME));
    }

    List<Row> apply(List<Row> rows, Instant now) {
        return rows.stream().filter(it -> keeps(it, now)).sorted(order()).toList();
    }

    private boolean keeps(Row row, Instant now) {
        var facility = row.facility();
        var sought = words.toLowerCase(Locale.ROOT);
        var found = sought.isEmpty()
                || facility.name().toLowerCase(Locale.ROOT).contains(sought)
                || facility.entity().toLowerCase(Locale.ROOT).contains(sought)
                || facility.finess().filter(it -> it.value().startsWith(words)).isPresent();
        return found && (category.isEmpty() || facility.category().equals(category)) && inView(row, now);
    }

    boolean inView(Row row, Instant now) {
        return switch (view) {
            case ALL -> true;
            case NOT_BEGUN -> row.latest().isEmpty();
            case LOW ->
                row.latest().filter(it -> it.standing().said().level() < 2).isPresent();
            case UNPROVEN ->
                row.latest()
                        .filter(it -> it.standing().said().level()
                                > it.standing().proven().level())
                        .isPresent();
            case LATE -> row.actions().late() > 0;
            case QUIET ->
                row.activity().filter(it -> it.isAfter(now.minus(LONG))).isEmpty();
        };
    }

    private Comparator<Row> order() {
        return switch (sort) {
            case NAME -> Comparator.comparing(it -> it.facility().name());
            case LEVEL ->
                Comparator.comparingInt(it -> it.latest()
                        .map(found -> found.standing().said().score().thousandths())
                        .orElse(-1));
            case PROVEN ->
                Comparator.comparingInt(it -> it.latest()
                        .map(found -> found.standing().proven().score().thousandths())
                        .orElse(-1));
            case LATE ->
                Comparator.comparingInt((Row it) -> it.actions().late()).reversed();
            case ACTIVITY -> Comparator.comparing(it -> it.activity().orElse(Instant.MIN));
        };
    }

    public String query() {
        return "words=%s&category=%s&view=%s&sort=%s"
                .formatted(
                        URLEncoder.encode(words, StandardCharsets.UTF_8),
                        URLEncoder.encode(category, StandardCharsets.UTF_8),
                        view.code(),
                        sort.code());
    }

    public PortfolioFilter with(View other) {
        return new PortfolioFilter(words, category, other, sort);
    }

    public boolean active() {
        return !words.isEmpty() || !category.isEmpty() || view != View.ALL;
    }
}
