package org.asepsie.app.home.web;

import java.time.Instant;
import java.util.List;

/// What is left to answer.
///
/// @param address where the whole questionnaire is
public record ContributorPage(
        String title, String address, int answered, int total, List<Ask> left, List<Ask> unknown, List<Handed> handed) {
    public ContributorPage {
        left = List.copyOf(left);
        unknown = List.copyOf(unknown);
        handed = List.copyOf(handed);
    }

    /// @param who could know
    public record Ask(String ask, String who, int minutes, String address) {}

    public record Handed(String ask, String recipient, Instant at, String address) {}
}
