package org.asepsie.app.directory.web;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.app.directory.LiveSource.Belief;
import org.asepsie.app.directory.LiveSource.Rhythm;
import org.asepsie.app.directory.LiveStanding;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Page;
import org.asepsie.collector.directory.Server;

/// The live source of a facility: what is set, and the form that changes it.
///
/// @param allowed whether this installation may read directories live at all
public record LiveScreen(
        String facility,
        boolean allowed,
        Optional<LiveStanding> standing,
        LiveForm form,
        List<LiveForm.Mistake> mistakes) {
    static LiveScreen of(FacilityId facility, boolean allowed, Optional<LiveStanding> standing) {
        return new LiveScreen(
                facility.toString(),
                allowed,
                standing,
                standing.map(it -> LiveForm.of(it.source())).orElse(LiveForm.EMPTY),
                List.of());
    }

    LiveScreen with(LiveForm typed, List<LiveForm.Mistake> wrong) {
        return new LiveScreen(facility, allowed, standing, typed, wrong);
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    public List<FieldError> errors(Page page) {
        return mistakes.stream()
                .map(it -> new FieldError(it.field(), page.say(it.key())))
                .toList();
    }

    public String error(String field, Page page) {
        return mistakes.stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .map(it -> page.say(it.key()))
                .orElse("");
    }

    public List<Choice> lines(Page page) {
        return choices(Server.Line.values(), "directory.live.line.", form.line(), page);
    }

    public List<Choice> beliefs(Page page) {
        return choices(Belief.values(), "directory.live.belief.", form.belief(), page);
    }

    public List<Choice> rhythms(Page page) {
        return choices(Rhythm.values(), "directory.live.rhythm.", form.rhythm(), page);
    }

    private static List<Choice> choices(Enum<?>[] values, String keys, String chosen, Page page) {
        return Stream.of(values)
                .map(LiveForm::code)
                .map(it -> Choice.of(it, page.say(keys + it), it.equals(chosen)))
                .toList();
    }

    public List<Choice> weekdays(Page page) {
        return IntStream.rangeClosed(1, 7)
                .mapToObj(Integer::toString)
                .map(it -> Choice.of(it, page.say("directory.live.weekday." + it), it.equals(form.weekday())))
                .toList();
    }
}
