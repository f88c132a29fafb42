package org.asepsie.app.network.web;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.app.network.NetworkRefused;
import org.asepsie.app.network.ZonePlan;
import org.asepsie.engine.network.document.NetworkDocument;
import org.asepsie.engine.network.document.NetworkDocument.LinePart;
import org.asepsie.engine.network.document.NetworkDocument.WitnessPart;
import org.asepsie.engine.network.proof.Line;
import org.asepsie.engine.network.proof.Reach;
import org.asepsie.engine.network.proof.Verdict;
import org.asepsie.knowledge.NetworkModel;

/// The way from one zone to another over all devices.
///
/// @param zones codes of the zones a way may begin or end at
/// @param files whether any configuration was read
/// @param found empty until two zones are chosen
public record PathScreen(
        FacilityId facility,
        NetworkModel model,
        ZonePlan plan,
        List<String> zones,
        boolean files,
        String from,
        String to,
        Optional<Reach> found,
        Optional<NetworkRefused> refused) {
    public PathScreen {
        zones = List.copyOf(zones);
    }

    /// One device on the way: the packet as it comes, as it goes on, and the line that decides.
    public record Step(String device, WitnessPart arriving, Optional<WitnessPart> leaving, Optional<LinePart> line) {
        /// Whether the packet goes on otherwise than it came: it was translated.
        public boolean translated() {
            return leaving.filter(it -> !it.source().equals(arriving.source())
                            || !it.destination().equals(arriving.destination())
                            || !it.service().equals(arriving.service()))
                    .isPresent();
        }
    }

    public List<Step> arrives() {
        return steps(found.flatMap(Reach::arrives));
    }

    public List<Step> stopped() {
        return steps(found.flatMap(Reach::stopped));
    }

    private static List<Step> steps(Optional<List<Reach.Hop>> hops) {
        return hops.orElse(List.of()).stream()
                .map(it -> new Step(
                        it.device(),
                        WitnessPart.of(it.arriving()),
                        it.leaving().map(WitnessPart::of),
                        Line.deciding(it.lines()).map(LinePart::of)))
                .toList();
    }

    public List<String> services() {
        return found.map(it -> NetworkDocument.services(it.services())).orElse(List.of());
    }

    public List<String> perhaps() {
        return found.map(it -> NetworkDocument.services(it.open())).orElse(List.of());
    }

    /// The end of the key that says the answer in a sentence.
    public String answer() {
        return found.map(Reach::verdict)
                .map(it -> switch (it) {
                    case ALLOWED -> "everything";
                    case PARTLY -> "some";
                    case NOT_PROVED -> arrives().isEmpty() && stopped().isEmpty() ? "unplaced" : "perhaps";
                    case DENIED -> "nothing";
                })
                .orElse(files ? "choose" : "no-file");
    }

    public boolean closed() {
        return found.filter(it -> it.verdict() == Verdict.DENIED).isPresent();
    }
}
