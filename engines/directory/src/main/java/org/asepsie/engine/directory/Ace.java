package org.asepsie.engine.directory;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What one access control entry says, apart from its target and its trustee. A forest of millions of entries has a
/// few thousand of these, so each is kept once.
///
/// @param rights what it gives on the object that carries it; 0 when it acts only on what lies below, or when the
///     right leads nowhere. Bits of [Right#bit()]
/// @param mask the access mask of the raw descriptor, 0 where the collector translated it
/// @param objectType the GUID of the attribute, right or class it is limited to, upper case, "" for none
/// @param inheritedType the GUID of the class that may inherit it, upper case, "" for all
/// @param flags the flags of the raw entry: 0x02 passed on to containers, 0x08 only passed on, 0x10 inherited
public record Ace(long rights, boolean allow, int mask, String objectType, String inheritedType, int flags) {
    public static final int CONTAINER_INHERIT = 0x02;
    public static final int NO_PROPAGATE = 0x04;
    public static final int INHERIT_ONLY = 0x08;
    public static final int INHERITED = 0x10;

    /// An entry as a collector translates it: one right, no mask.
    public static Ace translated(Right right, boolean inherited) {
        return (inherited ? Translated.INHERITED_ONES : Translated.OWN).get(right.ordinal());
    }

    /// Each is made once: a collection has millions of them.
    private static final class Translated {
        private static final List<Ace> OWN = all(0);
        private static final List<Ace> INHERITED_ONES = all(INHERITED);

        private static List<Ace> all(int flags) {
            return Arrays.stream(Right.values())
                    .map(it -> new Ace(it.bit(), true, 0, "", "", flags))
                    .toList();
        }
    }

    public boolean inherited() {
        return (flags & INHERITED) != 0;
    }

    public boolean inheritOnly() {
        return (flags & INHERIT_ONLY) != 0;
    }

    public boolean gives(Right right) {
        return allow && (rights & right.bit()) != 0;
    }

    public Set<Right> rightsSet() {
        return Right.of(rights);
    }

    /// Whether this entry of a container can be the origin of `below`, an inherited one with the same trustee.
    public Optional<Boolean> mayCause(Ace below) {
        if (mask == 0 || below.mask == 0) {
            return Optional.empty();
        }
        return Optional.of((flags & CONTAINER_INHERIT) != 0
                && allow == below.allow
                && mask == below.mask
                && objectType.equals(below.objectType)
                && inheritedType.equals(below.inheritedType));
    }
}
