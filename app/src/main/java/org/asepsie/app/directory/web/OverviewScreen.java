package org.asepsie.app.directory.web;

import java.util.ArrayList;
import java.util.List;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Points;
import org.asepsie.knowledge.DirectoryGuide.Effort;
import org.asepsie.knowledge.directory.DirectoryDocument;

/// The first page: the level and what holds it, what to do by effort, on what evidence, and what is not known.
///
/// @param published titles of the indicators it gave evidence for, with their values
public record OverviewScreen(
        String facility,
        Collection collection,
        DirectoryDocument document,
        List<Points.Line> lines,
        List<Points.Tagged> tagged,
        List<Published> published,
        int collections) {
    public OverviewScreen {
        lines = List.copyOf(lines);
        tagged = List.copyOf(tagged);
        published = List.copyOf(published);
    }

    public record Published(String indicator, String title, String value) {}

    public record Group(Effort effort, List<Points.Line> lines) {
        public Group {
            lines = List.copyOf(lines);
        }
    }

    /// Failing points by how much work they are, least first.
    public List<Group> groups() {
        var groups = new ArrayList<Group>();
        for (var effort : Effort.values()) {
            var lines = lines().stream()
                    .filter(Points.Line::failed)
                    .filter(it -> it.remedy().map(remedy -> remedy.effort()).orElse(Effort.DAYS) == effort)
                    .toList();
            if (!lines.isEmpty()) {
                groups.add(new Group(effort, lines));
            }
        }
        return groups;
    }

    /// The points that hold the directory at its level.
    public List<Points.Line> blocking() {
        return lines.stream()
                .filter(it -> it.failed() && it.point().level() == document.level())
                .toList();
    }

    public List<Points.Line> in(String state) {
        return lines.stream().filter(it -> it.point().state().equals(state)).toList();
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }
}
