package org.asepsie.app.report;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.page.Motif;

/// What a director puts before the board, ready to print: every text chosen, every figure computed.
public record BoardReport(
        Cover cover,
        Situation situation,
        List<ThemeLine> themes,
        List<Obstacle> obstacles,
        List<Question> toClarify,
        List<ServiceLine> services,
        List<Decision> decisions,
        List<Quarter> quarters,
        Progress progress,
        List<Support> support) {
    public BoardReport {
        themes = List.copyOf(themes);
        obstacles = List.copyOf(obstacles);
        toClarify = List.copyOf(toClarify);
        services = List.copyOf(services);
        decisions = List.copyOf(decisions);
        quarters = List.copyOf(quarters);
        support = List.copyOf(support);
    }

    /// @param framework title and version of the questionnaire
    public record Cover(String facility, String entity, String place, String framework, LocalDate date) {}

    /// @param level name of the level that is said
    /// @param meaning what that level means in the life of the home or hospital
    /// @param answered share of the questionnaire that has an answer, 0 to 1 by weight
    public record Situation(
            Motif motif,
            int saidLevel,
            int provenLevel,
            String level,
            String meaning,
            double answered,
            int unknown,
            int contradictions) {}

    public record ThemeLine(String title, Optional<Motif> motif) {}

    /// A must-have that holds a level back.
    public record Obstacle(int level, String question) {}

    public record Question(String text, String whoKnows, Optional<Integer> minutes) {}

    /// How a service that care leans on is prepared for a stop.
    public record ServiceLine(String title, String tolerable, String stops, String degraded, Preparation preparation) {}

    public enum Preparation {
        PROVEN,
        SAID,
        NOT_YET,
        UNKNOWN
    }

    /// @param means days and euros in words
    /// @param effect score said after this decision and those before it are carried out
    public record Decision(String title, String why, String who, String means, Optional<Double> effect) {}

    /// @param further how many more actions the quarter holds than are listed
    /// @param sum its days and euros in words
    public record Quarter(String name, List<Line> lines, int further, String sum) {
        public Quarter {
            lines = List.copyOf(lines);
        }
    }

    public record Line(String title, String who, String status, String means) {}

    /// What changed since the last assessment that was closed.
    public sealed interface Progress {
        /// @param real change of the score said that the establishment made
        /// @param instrument change of the score said that comes from the questionnaire alone
        record Since(
                LocalDate then, Motif before, double real, double instrument, List<String> done, List<String> proven)
                implements Progress {
            public Since {
                done = List.copyOf(done);
                proven = List.copyOf(proven);
            }

            /// Whether a reader sees the level said change: by a tenth, rounded.
            public boolean moved() {
                return Math.abs(real) >= 0.05;
            }
        }

        /// There is no earlier assessment to compare with.
        record First() implements Progress {}
    }

    /// Who helps free of charge.
    public record Support(String name, String offer) {}
}
