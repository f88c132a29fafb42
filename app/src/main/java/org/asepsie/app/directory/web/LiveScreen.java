package org.asepsie.app.directory.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.asepsie.app.access.Permission;
import org.asepsie.app.directory.Collection;
import org.asepsie.app.directory.Collection.State;
import org.asepsie.app.directory.LiveSource.Belief;
import org.asepsie.app.directory.LiveSource.Rhythm;
import org.asepsie.app.directory.LiveStanding;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.page.Choice;
import org.asepsie.app.page.Crumb;
import org.asepsie.app.page.FieldError;
import org.asepsie.app.page.Page;
import org.asepsie.app.page.Tone;
import org.asepsie.collector.directory.Server;
import org.asepsie.knowledge.Text;

/// The live source of a facility: what is set, and the form that changes it.
///
/// @param last what became of the last reading, if it is still kept
/// @param allowed whether this installation may read directories live at all
public record LiveScreen(
        String facility,
        boolean allowed,
        Optional<LiveStanding> standing,
        Optional<Last> last,
        LiveForm form,
        List<LiveForm.Mistake> mistakes) {

    /// What became of a reading, without any result: an administrator sees it too.
    ///
    /// @param problem why nothing came of it; empty texts otherwise
    public record Last(State state, Text problem) {
        static Last of(Collection collection, Instant now) {
            return new Last(collection.course().stateAt(now), collection.problem());
        }

        public Tone tone() {
            return CollectionsScreen.tone(state);
        }

        public String stateKey() {
            return CollectionsScreen.stateKey(state);
        }

        public String text(Page page) {
            return problem.fr().isEmpty()
                    ? page.say("directory.live.last." + LiveForm.code(state))
                    : page.french() ? problem.fr() : problem.en();
        }
    }

    static LiveScreen of(FacilityId facility, boolean allowed, Optional<LiveStanding> standing, Optional<Last> last) {
        return new LiveScreen(
                facility.toString(),
                allowed,
                standing,
                last,
                standing.map(it -> LiveForm.of(it.source())).orElse(LiveForm.EMPTY),
                List.of());
    }

    LiveScreen with(LiveForm typed, List<LiveForm.Mistake> wrong) {
        return new LiveScreen(facility, allowed, standing, last, typed, wrong);
    }

    public String here() {
        return "/f/" + facility + "/directory";
    }

    /// An administrator comes from the card of the facility, and sees no results.
    public List<Crumb> crumbs(Page page) {
        return page.may(Permission.READ)
                ? List.of(
                        new Crumb(page.say("directory.title"), here()),
                        new Crumb(page.say("directory.collections"), here() + "/collections"))
                : List.of(new Crumb(page.say("facility.facilities"), "/administration/facilities/" + facility));
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
