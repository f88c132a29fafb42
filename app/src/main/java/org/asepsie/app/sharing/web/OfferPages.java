package org.asepsie.app.sharing.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.Facility;
import org.asepsie.app.plan.ActionId;
import org.asepsie.app.sharing.Needs.Need;
import org.asepsie.app.sharing.Offer;
import org.asepsie.app.sharing.PlansSideBySide;
import org.asepsie.knowledge.Text;

/// What the pages of an adviser's plans and offers show.
public final class OfferPages {
    private OfferPages() {}

    /// @param cut whether some plans were read as they stood last night, there being too many to work out each
    public record Portfolio(
            List<PlansSideBySide.Row> rows, List<Need> needs, List<Made> offers, boolean cut, LocalDate today) {}

    /// An offer with how many sites answered what.
    public record Made(Offer offer, long yes, long no, long later, long waiting) {
        static Made of(Offer offer, List<Offer.Reply> replies) {
            return new Made(
                    offer,
                    count(replies, Offer.Answer.YES),
                    count(replies, Offer.Answer.NO),
                    count(replies, Offer.Answer.LATER),
                    replies.stream().filter(it -> it.answer().isEmpty()).count());
        }

        private static long count(List<Offer.Reply> replies, Offer.Answer answer) {
            return replies.stream()
                    .filter(it -> it.answer().equals(Optional.of(answer)))
                    .count();
        }
    }

    /// @param problem the key of what is wrong, or an empty string
    public record Propose(
            ActionId action, Text title, List<SharedPages.Site> sites, String words, String day, String problem) {}

    /// @param name of the site, empty when the reader may not see it
    public record Answered(String name, Offer.Reply reply) {}

    public record Detail(Offer offer, List<Answered> answers, Made count) {}

    /// The offer as one site reads it.
    public record AtSite(Offer offer, Facility facility, Offer.Reply reply, boolean answers) {}
}
