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
import org.asepsie.knowledge.NetworkModel.Trait;

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

    /// The zone to ask about first: where visitors are, else any workstation, as an intruder would begin there.
    public String source() {
        return from.isEmpty() ? first(List.of(Trait.VISITORS, Trait.ORDINARY), to) : from;
    }

    /// What an intruder must not reach: care first, then backups.
    public String target() {
        return to.isEmpty() ? first(List.of(Trait.CARE, Trait.BACKUP), source()) : to;
    }

    private String first(List<Trait> traits, String other) {
        return traits.stream()
                .flatMap(trait -> zones.stream().filter(it -> is(it, trait)))
                .filter(it -> !it.equals(other))
                .findFirst()
                .or(() -> zones.stream().filter(it -> !it.equals(other)).findFirst())
                .orElse("");
    }

    private boolean is(String zone, Trait trait) {
        return plan.zone(zone)
                .flatMap(it -> model.zone(it.kind()))
                .filter(it -> it.is(trait))
                .isPresent();
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
