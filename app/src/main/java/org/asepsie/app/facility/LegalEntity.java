package org.asepsie.app.facility;

import java.util.Optional;

/// The legal person that holds the authorisations of its sites.
///
/// An entity with sites in several regions has one node in each, so that a region sees its own sites and no others.
///
/// @param name what it is called; its number when the source gave no name
/// @param status `public`, `private-non-profit` or `private-for-profit`
public record LegalEntity(String name, Optional<Finess> finess, Optional<String> siren, Optional<String> status) {
    public LegalEntity {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a legal entity has a name");
        }
    }

    public static LegalEntity named(String name) {
        return new LegalEntity(name, Optional.empty(), Optional.empty(), Optional.empty());
    }
}
