package org.asepsie.app.knowledge;

import org.asepsie.knowledge.Catalogue;
import org.asepsie.knowledge.CatalogueReader;
import org.springframework.stereotype.Service;

/// The knowledge in force.
@Service
public class Catalogues {
    private final Catalogue bundled = CatalogueReader.bundled();

    /// Immutable, so a caller may keep it for the length of a request: all it does then rests on one version.
    public Catalogue current() {
        return bundled;
    }
}
