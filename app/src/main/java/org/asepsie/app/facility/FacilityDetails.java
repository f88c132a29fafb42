package org.asepsie.app.facility;

import java.util.Optional;

/// What describes a site in itself, as a person types it or the register gives it.
///
/// @param category the code of the FINESS nomenclature
/// @param places beds or places, 0 when unknown
/// @param department the code of the department (`35`, `2A`, `974`)
/// @param commune the name of the commune
public record FacilityDetails(
        String name,
        Optional<Finess> finess,
        Optional<String> siret,
        String category,
        FacilityKind kind,
        int places,
        Optional<String> department,
        Optional<String> commune) {
    private static final int MOST_PLACES = 100_000;

    public FacilityDetails {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a facility has a name");
        }
        if (places < 0 || places > MOST_PLACES) {
            throw new IllegalArgumentException("not a number of places: %d".formatted(places));
        }
    }

    /// A site of which little is known yet.
    public static FacilityDetails of(
            String name, Optional<Finess> finess, String category, FacilityKind kind, int places) {
        return new FacilityDetails(
                name, finess, Optional.empty(), category, kind, places, Optional.empty(), Optional.empty());
    }

    public FacilityDetails withPlaces(int changed) {
        return new FacilityDetails(name, finess, siret, category, kind, changed, department, commune);
    }
}
