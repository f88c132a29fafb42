package org.asepsie.app.schedule;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.asepsie.app.assessment.Questionnaire;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.Quarter;
import org.asepsie.engine.maturity.Assessor;
import org.asepsie.engine.maturity.Dossier;
import org.asepsie.engine.maturity.MeasureId;
import org.asepsie.engine.maturity.Outlook;
import org.asepsie.engine.plan.Horizon;
import org.asepsie.engine.plan.Request;
import org.asepsie.engine.plan.Situation;
import org.asepsie.engine.plan.Task;
import org.asepsie.engine.plan.Wish;
import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.Category;
import org.asepsie.knowledge.Measure;

/// All that decides the plan by quarter of one facility, at one moment.
///
/// @param family how threats and costs are reckoned
/// @param dismissed measures not retained on the list of actions
/// @param required measures that a rule in force asks of this facility, with the rule
public record Basis(
        Facility facility,
        Catalogue catalogue,
        Category.Family family,
        Questionnaire questionnaire,
        Dossier dossier,
        Situation situation,
        OwnMeans means,
        Wishes wishes,
        Set<MeasureId> dismissed,
        Map<MeasureId, String> required,
        Instant now) {
    private static final ZoneId ZONE = ZoneId.of("Europe/Paris");
    /// What is done goes on to count for a year after the plan.
    public static final int QUARTERS_AFTER = 4;

    /// Rises when the same input would give another plan.
    private static final String METHOD = "1";

    /// What people said: moves by hand and dates that bind.
    public record Wishes(List<HandMove> moves, List<BindingDay> days) {
        public Wishes {
            moves = List.copyOf(moves);
            days = List.copyOf(days);
        }
    }

    public LocalDate today() {
        return now.atZone(ZONE).toLocalDate();
    }

    static LocalDate day(Instant moment) {
        return moment.atZone(ZONE).toLocalDate();
    }

    /// The quarter the plan begins with: today's.
    public Quarter start() {
        return Quarter.of(today());
    }

    public Quarter quarter(int number) {
        return start().plus(number);
    }

    /// How the mark moves as measures come to be in place. Not to be shared between threads.
    public Outlook outlook() {
        return new Outlook(Assessor.of(questionnaire.assessor().instrument()), dossier, now);
    }

    public Optional<HandMove> move(MeasureId measure) {
        return wishes.moves.stream().filter(it -> it.measure().equals(measure)).findFirst();
    }

    /// The dates that bind a measure within the plan, the nearest first.
    public List<BindingDay> daysOf(MeasureId measure) {
        return wishes.days.stream()
                .filter(it -> it.measures().contains(measure) && index(it.by()).isPresent())
                .toList();
    }

    /// What is left to do of all there is.
    public Map<MeasureId, Task> open() {
        var open = new LinkedHashMap<MeasureId, Task>();
        situation.tasks().stream().filter(it -> !it.done()).forEach(it -> open.put(it.id(), it));
        return open;
    }

    public Measure measure(MeasureId id) {
        return catalogue.measure(id).orElseThrow();
    }

    /// The measures of a plan as the maturity engine knows them.
    public List<org.asepsie.engine.maturity.Measure> candidates(List<MeasureId> ids) {
        return ids.stream().map(it -> measure(it).candidate()).toList();
    }

    /// What the engine is asked, as of a day of the first quarter: that quarter offers what was left of it then.
    public Request request(LocalDate day) {
        return new Request(
                situation,
                new Horizon(means.quarters(), QUARTERS_AFTER),
                means.from(start(), start().leftOn(day)),
                engineWishes());
    }

    public Request request() {
        return request(today());
    }

    private List<Wish> engineWishes() {
        var open = open();
        var all = new ArrayList<Wish>();
        wishes.moves.stream().filter(it -> open.containsKey(it.measure())).forEach(it -> wish(it).ifPresent(all::add));
        for (var day : wishes.days) {
            index(day.by())
                    .ifPresent(quarter -> day.measures().stream()
                            .filter(open::containsKey)
                            .forEach(it -> all.add(new Wish.Due(it, quarter, day.title()))));
        }
        open.keySet().stream()
                .filter(it -> move(it).isEmpty())
                .forEach(it -> ofTheHouse(it).ifPresent(all::add));
        all.sort(Comparator.comparing((Wish it) -> it.measure()).thenComparing(Wish::toString));
        return all.stream().distinct().toList();
    }

    /// What applies to a measure that nobody moved: not retained on the list of actions, or asked by a rule.
    private Optional<Wish> ofTheHouse(MeasureId measure) {
        if (dismissed.contains(measure)) {
            return Optional.of(new Wish.Exclude(measure));
        }
        return required.containsKey(measure) ? Optional.of(new Wish.Force(measure)) : Optional.empty();
    }

    private Optional<Wish> wish(HandMove move) {
        var measure = move.measure();
        return switch (move.kind()) {
            case FORCED -> Optional.of(new Wish.Force(measure));
            case ORDERED -> Optional.of(new Wish.Ordered(measure));
            case REFUSED -> Optional.of(new Wish.Exclude(measure));
            case PINNED -> {
                var index = index(move.quarter().orElseThrow());
                // A quarter that has gone by: it was wanted, and still is.
                yield index < 0
                        ? Optional.of(new Wish.Force(measure))
                        : Optional.of(index).filter(it -> it < means.quarters()).map(it -> new Wish.Pin(measure, it));
            }
        };
    }

    private int index(Quarter quarter) {
        return 4 * (quarter.year() - start().year()) + quarter.number() - start().number();
    }

    /// The last quarter that ends by a day; the first one for a day within it. Empty for a day that is past or
    /// beyond the plan.
    public Optional<Integer> index(LocalDate day) {
        if (day.isBefore(today())) {
            return Optional.empty();
        }
        var whole = index(Quarter.of(day.plusDays(1))) - 1;
        return Optional.of(Math.max(0, whole)).filter(it -> it < means.quarters());
    }

    /// What tells this basis from any other that would give another plan. The day within the first quarter is left
    /// out: a plan made at its beginning goes on to hold.
    String fingerprint() {
        var whole = METHOD + start() + questionnaire.id() + request(start().start());
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest(whole.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 16);
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /// Why a measure is not on offer although it is left to do.
    public Set<MeasureId> refused() {
        return engineWishes().stream()
                .filter(Wish.Exclude.class::isInstance)
                .map(Wish::measure)
                .collect(Collectors.toSet());
    }
}
