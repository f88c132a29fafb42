package org.asepsie.engine.maturity;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What the prudent mark of one establishment becomes once some measures are in place: the same sums as an
/// assessment, asked again and again by whoever plans. Immutable in effect; not to be shared between
/// threads.
public final class Outlook {
    private final Assessor assessor;
    private final Reached reached;
    private final List<Known> known;

    public Outlook(Assessor assessor, Dossier dossier, Instant asOf) {
        this.assessor = assessor;
        this.reached = new Reached(assessor.instrument().items(), dossier, asOf);
        this.known = assessor.known(dossier, asOf);
    }

    public Instrument instrument() {
        return assessor.instrument();
    }

    /// The prudent overall mark with these measures in place.
    public Mark after(Collection<Measure> measures) {
        return assessor.formula()
                .sum(reached.after(List.copyOf(measures), reached.line()))
                .overall();
    }

    /// From what would be proven to the most that may be true, with these measures in place *and shown by
    /// evidence*: the same three marks as [Standing], each lifted by what the measures raise. The span narrows
    /// as measures are taken, since they leave less unknown.
    public Span span(Collection<Measure> measures) {
        var taken = List.copyOf(measures);
        return new Span(
                mark(taken, Known.Attained::proven),
                mark(taken, Known.Attained::said),
                mark(taken, Known.Attained::possible));
    }

    /// Always `proven` ≤ `said` ≤ `possible`; `said` is what [#after] tells.
    public record Span(Mark proven, Mark said, Mark possible) {}

    private Mark mark(List<Measure> measures, Function<Known.Attained, Attainment> of) {
        var line = known.stream()
                .mapToInt(it -> it.attained().map(of).map(Attainment::value).orElse(Formula.NOT_APPLICABLE))
                .toArray();
        return assessor.formula().sum(reached.after(measures, line)).overall();
    }

    /// How far a topic is by the prudent mark; empty when it does not apply here.
    public Optional<Attainment> attainment(TopicId topic) {
        return Optional.of(reached.of(topic))
                .filter(it -> it != Formula.NOT_APPLICABLE)
                .map(Attainment::new);
    }

    /// Whether something the measure makes true is not true yet.
    public boolean lacks(Measure measure) {
        return !reached.inPlace(measure);
    }

    /// The items whose gate stays closed although these measures are in place, in the order of the
    /// instrument.
    public List<Item> closedGates(Collection<Measure> measures) {
        var items = assessor.instrument().items();
        var line = reached.after(List.copyOf(measures), reached.line());
        return IntStream.range(0, line.length)
                .filter(i -> line[i] != Formula.NOT_APPLICABLE
                        && items.get(i)
                                .gate()
                                .filter(it -> !it.passedBy(new Attainment(line[i])))
                                .isPresent())
                .mapToObj(items::get)
                .toList();
    }

    /// How much of what a measure makes true is true already, 0 to 1: at least (nothing is lent to what is
    /// unknown) and at most. Topics that do not apply here count as true.
    public Measure.Range inPlace(Measure measure) {
        var low = 0.0;
        var high = 0.0;
        for (var raise : measure.raises()) {
            double to = raise.to().value();
            var said = reached.of(raise.topic());
            low += said == Formula.NOT_APPLICABLE ? 1 : Math.min(1, said / to);
            high += said == Formula.NOT_APPLICABLE ? 1 : Math.min(1, possible(raise.topic(), said) / to);
        }
        var topics = measure.raises().size();
        return new Measure.Range(low / topics, Math.max(low, high) / topics);
    }

    private int possible(TopicId topic, int said) {
        var items = assessor.instrument().items();
        return IntStream.range(0, items.size())
                .filter(i -> items.get(i).topic().equals(topic))
                .mapToObj(known::get)
                .flatMap(it -> it.attained().stream())
                .mapToInt(it -> it.possible().value())
                .findFirst()
                .orElse(said);
    }
}
