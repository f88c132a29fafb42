package org.asepsie.app.directory;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.engine.directory.control.Trend;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryDocument.PointPart;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// What changed from one collection to the next.
@Service
public class Evolution {
    /// Going further back costs a document each and tells what nobody asks.
    private static final int MOST = 6;

    private final Collections collections;
    private final Acceptances acceptances;

    Evolution(Collections collections, Acceptances acceptances) {
        this.collections = collections;
        this.acceptances = acceptances;
    }

    /// Findings by state, judged by the newest collections up to `last`; empty if it is the only one.
    @Transactional(readOnly = true)
    public List<Trend.Change> changes(FacilityId facility, CollectionId last) {
        var upTo = collections.examined(facility).stream()
                .dropWhile(it -> !it.id().equals(last))
                .limit(MOST)
                .toList()
                .reversed();
        if (upTo.size() < 2) {
            return List.of();
        }
        var today = acceptances.today();
        var history = upTo.stream()
                .map(it -> standing(collections.document(facility, it.id(), Language.FR), today))
                .toList();
        return Trend.between(history, accepted(acceptances.of(facility), history.getLast()))
                .changes();
    }

    private static Trend.Standing standing(DirectoryDocument document, LocalDate day) {
        var failing = new ArrayList<Trend.Failing>();
        for (var point : document.points()) {
            point.objects().forEach(it -> failing.add(new Trend.Failing(point.id(), it.sid(), it.name())));
        }
        return new Trend.Standing(
                day,
                document.points().stream()
                        .filter(it -> !it.state().equals("not-evaluated"))
                        .map(PointPart::id)
                        .collect(Collectors.toSet()),
                failing);
    }

    /// Who accepted a whole point accepted each of its objects.
    private static List<Trend.Acceptance> accepted(List<Acceptance> acceptances, Trend.Standing newest) {
        Map<String, List<Trend.Failing>> byPoint =
                newest.failing().stream().collect(Collectors.groupingBy(Trend.Failing::point));
        return acceptances.stream()
                .flatMap(accepted -> byPoint.getOrDefault(accepted.point(), List.of()).stream()
                        .filter(it -> accepted.covers(it.id()))
                        .map(it -> new Trend.Acceptance(it.point(), it.id(), accepted.until(), accepted.reason())))
                .toList();
    }
}
