package org.asepsie.app.home.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Motif;

/// The home of one facility.
///
/// @param begun false as long as nothing was ever said nor shown
/// @param technical what those who run the computers look at first; empty for others
public record HomePage(
        boolean begun,
        Start start,
        Level level,
        List<NextStep> next,
        Optional<Technical> technical,
        Deadlines deadlines,
        Changes changes,
        List<Support> help) {
    public HomePage {
        next = List.copyOf(next);
        help = List.copyOf(help);
    }

    /// The questionnaire to begin with.
    public record Start(String title, int minutes, int questions, String address) {}

    /// @param sentence the first sentence of what the level means in the life of the house, `rest` what follows
    public record Level(int number, String name, String sentence, String rest, Motif motif) {}

    /// @param far how long it takes, in words
    public record NextStep(String title, String detail, String far, String address) {}

    public record Technical(List<NextStep> actions, List<Deadline> proofs) {
        public Technical {
            actions = List.copyOf(actions);
            proofs = List.copyOf(proofs);
        }
    }

    /// @param next the first day that is still to come
    /// @param late how many actions are past their day
    /// @param reopened how many are open again because their proof no longer holds
    /// @param closing where to close the diagnosis, when a year has gone since or every question is answered
    public record Deadlines(Optional<Deadline> next, int late, int reopened, Optional<String> closing) {}

    public record Deadline(String title, LocalDate day, boolean proof, String address) {}

    /// @param progress since the diagnosis was closed last
    public record Changes(int answers, int proofs, int done, Optional<Progress> progress) {
        public boolean none() {
            return answers == 0 && proofs == 0 && done == 0;
        }
    }

    public record Progress(Instant then, double before, double after, String address) {}

    /// Who helps free of charge.
    ///
    /// @param name the real name of the regional centre; empty for others
    /// @param sure whether the name was checked in a public source
    public record Support(
            String title, String name, String offers, List<Contact> contacts, LocalDate checkedOn, boolean sure) {
        public Support {
            contacts = List.copyOf(contacts);
        }
    }

    /// @param address what a click opens
    public record Contact(String value, String address, String note) {}
}
