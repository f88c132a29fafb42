package org.asepsie.app.network.web;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.Configuration;
import org.asepsie.app.network.Measured;
import org.asepsie.app.network.SeenFlows;
import org.asepsie.app.network.Study;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.app.network.ZonePlan.AllowedFlow;
import org.asepsie.knowledge.NetworkModel;

/// The first page of a network.
///
/// @param ready empty until there is something to show; `step` says what to do first
public record NetworkScreen(
        FacilityId facility, NetworkModel model, ZonePlan plan, Step step, Optional<Ready> ready, String trouble) {
    /// What is missing before anything can be shown.
    public enum Step {
        ZONES,
        ADDRESSES,
        FILES,
        NOTHING
    }

    /// @param service the service the matrix is narrowed to, or an empty string
    /// @param ended temporary openings whose last day is over
    /// @param soon those that end within a month
    public record Ready(
            Study study,
            MatrixView matrix,
            String service,
            SeenFlows seen,
            List<Configuration> files,
            List<AllowedFlow> ended,
            List<AllowedFlow> soon,
            List<Measured.Line> measured) {
        public Ready {
            files = List.copyOf(files);
            ended = List.copyOf(ended);
            soon = List.copyOf(soon);
            measured = List.copyOf(measured);
        }

        public int understoodPercent() {
            var lines = files.stream().mapToLong(Configuration::lines).sum();
            var understood = files.stream().mapToLong(Configuration::understood).sum();
            return lines == 0 ? 100 : (int) (understood * 100 / lines);
        }

        /// All but those that are closed, the most worrying first.
        public List<MatrixView.Shown> notClosed() {
            return matrix.all().filter(it -> !ClosedWays.holds(it)).toList();
        }

        public List<ClosedWays> closed() {
            return ClosedWays.among(matrix.all().toList(), study);
        }

        public Instant oldest() {
            return files.stream().map(Configuration::at).min(Instant::compareTo).orElse(study.at());
        }
    }
}
