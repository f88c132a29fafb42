package org.asepsie.app.evidence;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.maturity.Attainment;
import org.asepsie.engine.maturity.Proof;
import org.asepsie.engine.maturity.TopicId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Says the evidence on an establishment in the words of the maturity engine: one [Proof] for each topic that an
/// indicator speaks about.
///
/// The newest value of each grade is handed over, out-of-date ones included: which of them counts, and that a
/// proof has lapsed, is for the engine to say. An indicator that no question names proves nothing and is left
/// out.
@Service
public class Proofs {
    private final EvidenceHub hub;
    private final Yardsticks yardsticks;

    Proofs(EvidenceHub hub, Yardsticks yardsticks) {
        this.hub = hub;
        this.yardsticks = yardsticks;
    }

    @Transactional(readOnly = true)
    public List<Proof> of(FacilityId facility, Instant asOf) {
        return of(List.of(facility), asOf).getOrDefault(facility, List.of());
    }

    /// The same for many establishments in one query. One without evidence has no entry.
    @Transactional(readOnly = true)
    public Map<FacilityId, List<Proof>> of(Collection<FacilityId> facilities, Instant asOf) {
        var lookup = yardsticks.inForce();
        var proofs = new LinkedHashMap<FacilityId, List<Proof>>();
        hub.currentOf(facilities, asOf)
                .forEach((facility, indications) -> proofs.put(
                        facility,
                        indications.stream()
                                .flatMap(Indication::all)
                                .flatMap(it -> proofs(it, lookup))
                                .toList()));
        return proofs;
    }

    private static Stream<Proof> proofs(Evidence piece, YardsticksInForce lookup) {
        var topics = lookup.topics(piece.indicator());
        return topics.isEmpty()
                ? onFormerTopic(piece).stream()
                : lookup.of(piece.indicator()).stream()
                        .flatMap(yardstick ->
                                topics.stream().map(topic -> proof(piece, topic, yardstick.attainment(piece.value()))));
    }

    /// A document attached to an answer whose topic has another name today still shows what it showed: where that
    /// goes is for the moves of topics to say.
    private static Optional<Proof> onFormerTopic(Evidence piece) {
        return piece.indicator()
                .answeredTopic()
                .map(topic -> proof(piece, topic, new Attainment(piece.value().intValue())));
    }

    private static Proof proof(Evidence piece, TopicId topic, Attainment attainment) {
        return new Proof(
                topic,
                piece.indicator().value(),
                attainment,
                piece.grade(),
                new Proof.Validity(
                        piece.validity().observedAt(), piece.validity().until()),
                piece.origin().source().reference());
    }
}
