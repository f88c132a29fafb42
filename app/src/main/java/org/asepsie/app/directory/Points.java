package org.asepsie.app.directory;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.knowledge.DirectoryGuide;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.asepsie.knowledge.directory.DirectoryDocument.ObjectPart;
import org.asepsie.knowledge.directory.DirectoryDocument.PointPart;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The control points of one collection, read as a hospital reads them: by effort, with whose accounts they hit and
/// what
/// is accepted for the time being.
@Service
public class Points {
    private final Collections collections;
    private final Acceptances acceptances;
    private final DirectoryGuide guide = DirectoryGuide.bundled();

    Points(Collections collections, Acceptances acceptances) {
        this.collections = collections;
        this.acceptances = acceptances;
    }

    /// @param remedy what to do; empty for an advisory
    /// @param accepted how many of the failing objects are accepted today
    public record Line(PointPart point, Optional<DirectoryGuide.Remedy> remedy, int accepted) {
        public boolean failed() {
            return point.state().equals("failed");
        }
    }

    /// One failing object.
    ///
    /// @param tag whose account it is
    /// @param accepted by whom and until when, if today holds
    public record Hit(ObjectPart object, Optional<DirectoryGuide.Tag> tag, Optional<Acceptance> accepted) {}

    /// How many objects of a sort of account fail something.
    public record Tagged(DirectoryGuide.Tag tag, int objects, List<String> names) {
        public Tagged {
            names = List.copyOf(names);
        }
    }

    /// All scored points, lowest level first, failing ones before the rest.
    @Transactional(readOnly = true)
    public List<Line> lines(FacilityId facility, CollectionId collection, Language language) {
        var document = collections.document(facility, collection, language);
        var standing = standing(facility);
        return document.points().stream()
                .map(it -> line(it, standing))
                .sorted(Comparator.<Line, Boolean>comparing(it -> !it.failed())
                        .thenComparingInt(it -> it.point().level()))
                .toList();
    }

    private Line line(PointPart point, List<Acceptance> standing) {
        return new Line(point, guide.remedy(point.id()), (int) point.objects().stream()
                .filter(it -> accepted(standing, point.id(), it.sid()).isPresent())
                .map(ObjectPart::sid)
                .distinct()
                .count());
    }

    private List<Acceptance> standing(FacilityId facility) {
        var today = acceptances.today();
        return acceptances.of(facility).stream().filter(it -> it.holdsOn(today)).toList();
    }

    private static Optional<Acceptance> accepted(List<Acceptance> standing, String point, String object) {
        return standing.stream()
                .filter(it -> it.point().equals(point) && it.covers(object))
                .findFirst();
    }

    /// One point, scored or advisory.
    ///
    /// @throws NoSuchCollection if there is no such point
    @Transactional(readOnly = true)
    public Line line(FacilityId facility, CollectionId collection, String point, Language language) {
        return line(find(collections.document(facility, collection, language), point), standing(facility));
    }

    @Transactional(readOnly = true)
    public List<Hit> hits(FacilityId facility, CollectionId collection, String point, Language language) {
        var standing = standing(facility);
        return find(collections.document(facility, collection, language), point).objects().stream()
                .map(it -> new Hit(it, guide.tag(it.kind(), it.name()), accepted(standing, point, it.sid())))
                .toList();
    }

    private static PointPart find(DirectoryDocument document, String point) {
        return java.util.stream.Stream.concat(document.points().stream(), document.advisories().stream())
                .filter(it -> it.id().equals(point))
                .findFirst()
                .orElseThrow(() -> new NoSuchCollection(point));
    }

    /// The failing objects that are more than a technical matter: those on which care rests.
    @Transactional(readOnly = true)
    public List<Tagged> tagged(FacilityId facility, CollectionId collection, Language language) {
        Map<DirectoryGuide.Tag, Map<String, String>> found = new LinkedHashMap<>();
        guide.tags().forEach(it -> found.put(it, new LinkedHashMap<>()));
        for (var point : collections.document(facility, collection, language).points()) {
            for (var object : point.objects()) {
                guide.tag(object.kind(), object.name())
                        .ifPresent(it -> found.computeIfAbsent(it, _ -> new LinkedHashMap<>())
                                .put(object.sid(), object.name()));
            }
        }
        var tagged = new ArrayList<Tagged>();
        found.forEach((tag, objects) -> {
            if (!objects.isEmpty()) {
                tagged.add(new Tagged(
                        tag, objects.size(), objects.values().stream().limit(5).toList()));
            }
        });
        return tagged;
    }
}
