package org.asepsie.app.evidence.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.asepsie.app.evidence.Attachment;
import org.asepsie.app.evidence.AttachmentId;
import org.asepsie.app.evidence.Attachments;
import org.asepsie.app.evidence.Evidence;
import org.asepsie.app.evidence.EvidenceHub;
import org.asepsie.app.evidence.Indication;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.knowledge.Catalogues;
import org.asepsie.knowledge.Catalogue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Puts the evidence on an establishment beside what the catalogue says of each indicator.
@Component
@Transactional(readOnly = true)
class Inspector {
    /// How long before the end a value is shown as one to renew.
    static final Duration NOTICE = Duration.ofDays(60);

    private final EvidenceHub hub;
    private final Attachments attachments;
    private final Catalogues catalogues;
    private final Clock clock;

    Inspector(EvidenceHub hub, Attachments attachments, Catalogues catalogues, Clock clock) {
        this.hub = hub;
        this.attachments = attachments;
        this.catalogues = catalogues;
        this.clock = clock;
    }

    /// Every indicator of the catalogue and every one that ever had a value here, sorted by name.
    List<KnownIndicator> all(FacilityId facility) {
        var catalogue = catalogues.current();
        var now = clock.instant();
        var files = files(facility);
        var all = new TreeMap<String, KnownIndicator>();
        catalogue.indicators().forEach(it -> all.put(it.id(), KnownIndicator.unknown(it)));
        hub.current(facility, now).forEach(it -> all.put(it.indicator().value(), known(it, catalogue, files, now)));
        return List.copyOf(all.values());
    }

    InspectorScreen screen(FacilityId facility, Show show) {
        var all = all(facility);
        var counts = new EnumMap<Show, Integer>(Show.class);
        for (var it : Show.values()) {
            counts.put(it, (int) all.stream().filter(one -> one.shownWhen(it)).count());
        }
        var areas = new TreeMap<String, List<KnownIndicator>>();
        all.stream()
                .filter(it -> it.shownWhen(show))
                .forEach(it ->
                        areas.computeIfAbsent(it.area(), _ -> new ArrayList<>()).add(it));
        return new InspectorScreen(
                facility,
                show,
                counts,
                areas.entrySet().stream()
                        .map(it -> new InspectorScreen.Area(it.getKey(), it.getValue()))
                        .toList(),
                all.stream().filter(it -> !it.area().equals("answer")).toList());
    }

    Map<AttachmentId, Attachment> files(FacilityId facility) {
        return attachments.of(facility).stream().collect(Collectors.toMap(Attachment::id, it -> it));
    }

    private static KnownIndicator known(
            Indication known, Catalogue catalogue, Map<AttachmentId, Attachment> files, Instant now) {
        var described = catalogue.indicator(known.indicator().value());
        var piece = known.shown();
        return new KnownIndicator(
                known.indicator(),
                described,
                Optional.of(piece),
                state(known.counting(), now),
                described.flatMap(it -> KnownIndicator.contradicted(known, it)),
                piece.proof().flatMap(it -> Optional.ofNullable(files.get(it))));
    }

    private static KnownIndicator.State state(Optional<Evidence> counting, Instant now) {
        if (counting.isEmpty()) {
            return KnownIndicator.State.EXPIRED;
        }
        return counting.get().validity().overAt(now.plus(NOTICE))
                ? KnownIndicator.State.SOON
                : KnownIndicator.State.CURRENT;
    }
}
