package org.asepsie.app.directory.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.asepsie.app.directory.Acceptance;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Points;
import org.asepsie.knowledge.DirectoryGuide;

/// One control point: why it matters, how to mend it, which objects fail it with what proof, what is accepted.
///
/// @param hits those of one page
/// @param all how many there are
/// @param first the number of the first one shown, from 0
/// @param standing acceptances of this point that were not withdrawn, over or not
public record PointScreen(
        String facility,
        Collection collection,
        Points.Line line,
        List<Points.Hit> hits,
        int all,
        int first,
        List<Acceptance> standing,
        LocalDate today,
        Form form) {
    static final int A_PAGE = 200;

    public PointScreen {
        hits = List.copyOf(hits);
        standing = List.copyOf(standing);
    }

    /// What was typed, to be shown again with what is wrong.
    public record Form(String object, String until, String reason, Optional<String> problem) {
        static final Form EMPTY = new Form("", "", "", Optional.empty());
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    public String address() {
        return here() + "/points/" + line.point().id();
    }

    /// The sorts of accounts among the objects shown, with what to do instead of mending bluntly.
    public List<DirectoryGuide.Tag> tags() {
        Map<String, DirectoryGuide.Tag> tags = new LinkedHashMap<>();
        hits.forEach(it -> it.tag().ifPresent(tag -> tags.putIfAbsent(tag.id(), tag)));
        return List.copyOf(tags.values());
    }

    public boolean more() {
        return first + hits.size() < all;
    }
}
