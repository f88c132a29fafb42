package org.asepsie.engine.network.proof;

import java.util.List;
import java.util.Optional;

/// A difference between what is declared and what is possible.
///
/// @param firm false: perhaps; the file does not decide it
/// @param services what passes and must not, or must pass and cannot
/// @param witness a packet with the lines that let it through, or that stop it
public record Violation(
        Kind kind, Zone from, Zone to, boolean firm, List<Service> services, Optional<Witness> witness) {
    public Violation {
        services = List.copyOf(services);
    }

    public enum Kind {
        POSSIBLE_BUT_FORBIDDEN,
        REQUIRED_BUT_IMPOSSIBLE
    }
}
