package org.asepsie.engine.directory.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A self-relative security descriptor ([MS-DTYP] 2.4.6), without its system list.
///
/// @param acl empty where there is none, which allows everything; a list without entries allows nothing
public record SecurityDescriptor(
        int control, Optional<String> owner, Optional<String> group, Optional<List<Entry>> acl) {
    private static final int PROTECTED = 0x1000;
    private static final int DACL_PRESENT = 0x4;

    /// One access control entry.
    ///
    /// @param type 0 allow, 1 deny, 5 allow object, 6 deny object; entries of other types are left out
    public record Entry(int type, int flags, int mask, String objectType, String inheritedType, String trustee) {
        public boolean allows() {
            return type == 0 || type == 5;
        }
    }

    public boolean isProtected() {
        return (control & PROTECTED) != 0;
    }

    public static SecurityDescriptor parse(byte[] bytes) {
        if (Binary.uint8(bytes, 0) != 1) {
            throw new Malformed("no security descriptor of revision 1");
        }
        var control = Binary.uint16(bytes, 2);
        return new SecurityDescriptor(
                control,
                sidAt(bytes, Binary.int32(bytes, 4)),
                sidAt(bytes, Binary.int32(bytes, 8)),
                (control & DACL_PRESENT) == 0 || Binary.int32(bytes, 16) == 0
                        ? Optional.empty()
                        : Optional.of(entries(bytes, Binary.int32(bytes, 16))));
    }

    private static Optional<String> sidAt(byte[] bytes, int offset) {
        return offset == 0 ? Optional.empty() : Optional.of(Binary.sid(bytes, offset));
    }

    private static List<Entry> entries(byte[] bytes, int at) {
        var revision = Binary.uint8(bytes, at);
        if (revision != 2 && revision != 4) {
            throw new Malformed("no access control list at byte " + at);
        }
        var end = at + Binary.uint16(bytes, at + 2);
        var count = Binary.uint16(bytes, at + 4);
        var entries = new ArrayList<Entry>(count);
        var next = at + 8;
        for (var it = 0; it < count; it++) {
            var size = Binary.uint16(bytes, next + 2);
            if (size < 8 || next + size > Math.min(end, bytes.length)) {
                throw new Malformed("entry %d goes beyond its list".formatted(it));
            }
            entry(bytes, next).ifPresent(entries::add);
            next += size;
        }
        return List.copyOf(entries);
    }

    private static Optional<Entry> entry(byte[] bytes, int at) {
        var type = Binary.uint8(bytes, at);
        var flags = Binary.uint8(bytes, at + 1);
        var mask = Binary.int32(bytes, at + 4);
        return switch (type) {
            case 0, 1 -> Optional.of(new Entry(type, flags, mask, "", "", Binary.sid(bytes, at + 8)));
            case 5, 6 -> {
                var present = Binary.int32(bytes, at + 8);
                var next = at + 12;
                var objectType = (present & 1) == 0 ? "" : Binary.guid(bytes, next);
                next += (present & 1) == 0 ? 0 : 16;
                var inheritedType = (present & 2) == 0 ? "" : Binary.guid(bytes, next);
                next += (present & 2) == 0 ? 0 : 16;
                yield Optional.of(new Entry(type, flags, mask, objectType, inheritedType, Binary.sid(bytes, next)));
            }
            default -> Optional.empty();
        };
    }
}
