package org.asepsie.engine.directory;

import java.util.Optional;
import java.util.OptionalInt;

/// A trust as one side declares it.
///
/// @param domain the index of the domain that declares it
/// @param partner the index of the other domain
/// @param sidFiltering whether foreign SIDs are filtered out; empty where nothing says
/// @param tgtDelegation whether tickets of this side may be delegated over there; empty where nothing says
/// @param attributes the bits of `trustAttributes`, where they were read
public record Trust(
        int domain,
        int partner,
        String partnerName,
        Direction direction,
        Type type,
        boolean transitive,
        Optional<Boolean> sidFiltering,
        Optional<Boolean> tgtDelegation,
        OptionalInt attributes,
        int source) {
    /// Who trusts: outbound means that this domain trusts its partner.
    public enum Direction {
        DISABLED,
        INBOUND,
        OUTBOUND,
        BIDIRECTIONAL;

        public boolean outbound() {
            return this == OUTBOUND || this == BIDIRECTIONAL;
        }

        public boolean inbound() {
            return this == INBOUND || this == BIDIRECTIONAL;
        }
    }

    /// Shortcut is also called cross-link, realm Kerberos.
    public enum Type {
        PARENT_CHILD,
        SHORTCUT,
        FOREST,
        EXTERNAL,
        REALM,
        UNKNOWN
    }

    /// Whether the two domains belong to one forest, where security boundaries do not exist.
    public boolean insideForest() {
        return type == Type.PARENT_CHILD || type == Type.SHORTCUT;
    }

    /// This trust, with what only `other` knows of it.
    Trust completedBy(Trust other) {
        return new Trust(
                domain,
                partner,
                partnerName.isEmpty() ? other.partnerName : partnerName,
                direction,
                type == Type.UNKNOWN ? other.type : type,
                transitive,
                sidFiltering.or(other::sidFiltering),
                tgtDelegation.or(other::tgtDelegation),
                attributes.isPresent() ? attributes : other.attributes,
                source);
    }

    Trust from(int number) {
        return new Trust(
                domain,
                partner,
                partnerName,
                direction,
                type,
                transitive,
                sidFiltering,
                tgtDelegation,
                attributes,
                number);
    }

    Trust renamed(int[] renamed) {
        return new Trust(
                renamed[domain],
                renamed[partner],
                partnerName,
                direction,
                type,
                transitive,
                sidFiltering,
                tgtDelegation,
                attributes,
                source);
    }
}
