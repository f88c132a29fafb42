package org.asepsie.app.evidence.web;

import java.util.Optional;
import org.asepsie.app.evidence.Attachment;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.Indication;
import org.asepsie.app.evidence.IndicatorId;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Grade;
import org.asepsie.knowledge.Indicator;

/// One indicator as the inspector shows it.
///
/// @param described empty when the catalogue no longer holds it
/// @param piece what counts, or what counted last; empty when nothing was ever recorded
/// @param contradicted what the establishment says, where something surer shows another attainment
/// @param proof the file behind `piece`
public record KnownIndicator(
        IndicatorId id,
        Optional<Indicator> described,
        Optional<Evidence> piece,
        State state,
        Optional<Evidence> contradicted,
        Optional<Attachment> proof) {

    public enum State {
        CURRENT,
        SOON,
        EXPIRED,
        UNKNOWN;

        public String code() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    static KnownIndicator unknown(Indicator indicator) {
        return new KnownIndicator(
                new IndicatorId(indicator.id()),
                Optional.of(indicator),
                Optional.empty(),
                State.UNKNOWN,
                Optional.empty(),
                Optional.empty());
    }

    /// What the establishment says, if what counts is surer and says something else.
    static Optional<Evidence> contradicted(Indication known, Indicator indicator) {
        return known.counting()
                .filter(it -> it.grade().standsAlone())
                .flatMap(counting -> known.others().stream()
                        .filter(it -> it.grade() == Grade.DECLARED)
                        .filter(it -> !attainment(indicator, it).equals(attainment(indicator, counting)))
                        .findFirst());
    }

    public Optional<Attainment> attainment() {
        return described.flatMap(indicator -> piece.map(it -> attainment(indicator, it)));
    }

    /// The first part of the name, which is the area of work; `answer` for documents attached to answers.
    public String area() {
        if (id.answeredTopic().isPresent()) {
            return "answer";
        }
        var dot = id.value().indexOf('.');
        return dot < 0 ? id.value() : id.value().substring(0, dot);
    }

    boolean shownWhen(Show show) {
        return switch (show) {
            case ALL -> state != State.UNKNOWN;
            case EXPIRED -> state == State.EXPIRED;
            case SOON -> state == State.SOON;
            case CONTRADICTIONS -> contradicted.isPresent();
            case UNKNOWN -> state == State.UNKNOWN;
        };
    }

    static Attainment attainment(Indicator indicator, Evidence piece) {
        var value = piece.value().doubleValue();
        // A newer version of the catalogue may have narrower bounds than when the value was recorded.
        return indicator.attainment(
                Math.clamp(value, indicator.scale().lowest(), indicator.scale().highest()));
    }
}
