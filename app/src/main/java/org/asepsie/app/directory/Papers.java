package org.asepsie.app.directory;

import java.util.Map;
import org.asepsie.app.facility.Facilities;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Pages;
import org.asepsie.app.page.Templates;
import org.asepsie.app.report.Paper;
import org.asepsie.knowledge.directory.DirectoryDocument;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// The documents on paper: one page for the direction, everything for the administrator.
@Service
public class Papers {
    private final Collections collections;
    private final Points points;
    private final Facilities facilities;
    private final Pages pages;
    private final Templates templates;

    Papers(Collections collections, Points points, Facilities facilities, Pages pages, Templates templates) {
        this.collections = collections;
        this.points = points;
        this.facilities = facilities;
        this.pages = pages;
        this.templates = templates;
    }

    /// What both documents say.
    public record Content(
            String facility,
            Collection collection,
            DirectoryDocument document,
            java.util.List<Points.Line> lines,
            java.util.List<Points.Tagged> tagged) {
        public Content {
            lines = java.util.List.copyOf(lines);
            tagged = java.util.List.copyOf(tagged);
        }

        public java.util.List<Points.Line> failing() {
            return lines.stream().filter(Points.Line::failed).toList();
        }
    }

    /// One page without jargon.
    ///
    /// @throws NoSuchCollection if the facility has no such collection
    @Transactional(readOnly = true)
    public byte[] forDirection(FacilityId facility, CollectionId collection, Language language) {
        return print("directory/paper-direction", facility, collection, language);
    }

    /// Every failing object with its proof, every step of the cut, every point not evaluated with its reason.
    ///
    /// @throws NoSuchCollection if the facility has no such collection
    @Transactional(readOnly = true)
    public byte[] forAdministrator(FacilityId facility, CollectionId collection, Language language) {
        return print("directory/paper-administrator", facility, collection, language);
    }

    private byte[] print(String template, FacilityId facility, CollectionId collection, Language language) {
        var content = new Content(
                facilities.get(facility).name(),
                collections.find(facility, collection).orElseThrow(() -> new NoSuchCollection(collection.toString())),
                collections.document(facility, collection, language),
                points.lines(facility, collection, language),
                points.tagged(facility, collection, language));
        return Paper.print(templates.document(template, Map.of("page", pages.forPaper(language), "content", content)));
    }
}
