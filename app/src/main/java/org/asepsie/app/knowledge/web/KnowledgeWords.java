package org.asepsie.app.knowledge.web;

import java.util.HashSet;
import java.util.Locale;
import org.asepsie.app.knowledge.FileProblem.Place;
import org.asepsie.app.page.Language;
import org.asepsie.app.page.Page;
import org.asepsie.knowledge.Framework;
import org.asepsie.knowledge.Source;
import org.asepsie.knowledge.Text;

/// Says in words where something stands in a file, how sure a source is, how much a framework holds.
public record KnowledgeWords(Page page) {
    public String text(Text text) {
        return page.language() == Language.FR ? text.fr() : text.en();
    }

    public String place(Place place) {
        return switch (place) {
            case Place.WholeFile() -> page.say("knowledge.place.file");
            case Place.Line(var number) -> page.say("knowledge.place.line", String.valueOf(number));
            case Place.Row(var sheet, var number, var column) ->
                column.isEmpty()
                        ? page.say("knowledge.place.row", sheet, String.valueOf(number))
                        : page.say("knowledge.place.cell", sheet, String.valueOf(number), column);
        };
    }

    public String confidence(Source source) {
        return page.say("knowledge.confidence." + source.confidence().name().toLowerCase(Locale.ROOT));
    }

    /// `8 thèmes, 60 questions, 22 indicateurs`.
    public String counts(Framework framework) {
        var indicators = new HashSet<String>();
        framework.questions().forEach(it -> indicators.addAll(it.proving().indicators()));
        return page.say(
                "knowledge.counts",
                framework.themes().size(),
                framework.questions().size(),
                indicators.size());
    }
}
