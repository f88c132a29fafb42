package org.asepsie.app.network;

import java.util.List;
import java.util.Optional;
import org.asepsie.app.facility.FacilityId;
import org.asepsie.engine.network.proof.Reach;
import org.asepsie.engine.network.proof.Zone;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/// Follows packets from one zone to another, device by device: "from the guests' Wi-Fi to the images". Nothing is kept:
/// the answer follows from the zones and configurations of the moment.
@Service
public class Paths {
    private final Configurations configurations;
    private final ZonePlans plans;
    private final Examination examination;

    Paths(Configurations configurations, ZonePlans plans, Examination examination) {
        this.configurations = configurations;
        this.plans = plans;
        this.examination = examination;
    }

    /// The zones that have a place, by code.
    @Transactional(readOnly = true)
    public List<String> ends(FacilityId facility) {
        return ZoneSpaces.of(plans.current(facility).plan()).stream()
                .map(Zone::name)
                .toList();
    }

    /// @return empty without a configuration, or where one of the zones has no place
    /// @throws NetworkRefused if the rules cannot be judged
    @Transactional(readOnly = true)
    public Optional<Reach> between(FacilityId facility, String from, String to) {
        var devices = configurations.devices(facility);
        return devices.isEmpty()
                ? Optional.empty()
                : examination.reach(plans.current(facility).plan(), devices, from, to);
    }
}
