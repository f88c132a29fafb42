package org.asepsie.app.facility;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The regions of France with their departments, and the categories of establishments, as the bundled knowledge
/// gives them.
public final class Nomenclature {
    /// @param departments their codes
    public record KnownRegion(String code, Wording name, List<String> departments) {
        public KnownRegion {
            departments = List.copyOf(departments);
        }
    }

    public record KnownCategory(String code, Wording name, String shortName, FacilityKind kind) {}

    /// The same words in both languages.
    public record Wording(String fr, String en) {
        public String in(String language) {
            return language.equals("en") ? en : fr;
        }
    }

    private final Map<String, KnownRegion> regions = new LinkedHashMap<>();
    private final Map<String, KnownCategory> categories = new LinkedHashMap<>();
    private final Map<String, KnownRegion> byDepartment = new LinkedHashMap<>();

    public Nomenclature(List<KnownRegion> regions, List<KnownCategory> categories) {
        for (var region : regions) {
            this.regions.put(region.code(), region);
            region.departments().forEach(it -> byDepartment.put(it, region));
        }
        categories.forEach(it -> this.categories.put(it.code(), it));
    }

    public Collection<KnownRegion> regions() {
        return regions.values();
    }

    public Optional<KnownRegion> region(String code) {
        return Optional.ofNullable(regions.get(code));
    }

    public Optional<KnownRegion> regionOfDepartment(String department) {
        return Optional.ofNullable(byDepartment.get(department));
    }

    public Collection<KnownCategory> categories() {
        return categories.values();
    }

    public Optional<KnownCategory> category(String code) {
        return Optional.ofNullable(categories.get(code));
    }

    /// A category that we have not sorted is of another kind: a person may say better.
    public FacilityKind kindOf(String category) {
        return category(category).map(KnownCategory::kind).orElse(FacilityKind.OTHER);
    }
}
