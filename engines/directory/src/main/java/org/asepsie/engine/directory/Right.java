package org.asepsie.engine.directory;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What an access control entry allows, in the words that collectors share. Ownership is no entry: see `OWNER`.
public enum Right {
    GENERIC_ALL("GenericAll"),
    GENERIC_WRITE("GenericWrite"),
    WRITE_DACL("WriteDacl"),
    WRITE_OWNER("WriteOwner"),
    ALL_EXTENDED_RIGHTS("AllExtendedRights"),
    FORCE_CHANGE_PASSWORD("ForceChangePassword"),
    ADD_MEMBER("AddMember"),
    ADD_SELF("AddSelf"),
    GET_CHANGES("GetChanges"),
    GET_CHANGES_ALL("GetChangesAll"),
    GET_CHANGES_IN_FILTERED_SET("GetChangesInFilteredSet"),
    ADD_ALLOWED_TO_ACT("AddAllowedToAct"),
    WRITE_ACCOUNT_RESTRICTIONS("WriteAccountRestrictions"),
    ADD_KEY_CREDENTIAL_LINK("AddKeyCredentialLink"),
    WRITE_SPN("WriteSPN"),
    WRITE_GP_LINK("WriteGPLink"),
    WRITE_PUBLIC_INFORMATION("WritePublicInformation"),
    WRITE_ALT_SECURITY_IDENTITIES("WriteAltSecurityIdentities"),
    READ_LAPS_PASSWORD("ReadLAPSPassword"),
    READ_GMSA_PASSWORD("ReadGMSAPassword"),
    SYNC_LAPS_PASSWORD("SyncLAPSPassword"),
    ENROLL("Enroll"),
    WRITE_PKI_ENROLLMENT_FLAG("WritePKIEnrollmentFlag"),
    WRITE_PKI_NAME_FLAG("WritePKINameFlag"),
    MANAGE_CA("ManageCA"),
    MANAGE_CERTIFICATES("ManageCertificates"),
    OWNS_LIMITED("OwnsLimitedRights"),
    WRITE_OWNER_LIMITED("WriteOwnerLimitedRights"),
    /// Any other write: known to be one, not known to lead anywhere. From raw descriptors only.
    OTHER_WRITE("OtherWrite");

    private static final Map<String, Right> BY_LABEL =
            Stream.of(values()).collect(Collectors.toMap(it -> it.label.toLowerCase(Locale.ROOT), it -> it));

    private final String label;

    Right(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }

    /// The right that a collector calls so, in any case; empty for a name this version does not know.
    public static Optional<Right> labelled(String name) {
        return Optional.ofNullable(BY_LABEL.get(name.toLowerCase(Locale.ROOT)));
    }

    /// Its bit in a set of rights written as one long.
    public long bit() {
        return 1L << ordinal();
    }

    static long bits(Set<Right> rights) {
        return rights.stream().mapToLong(Right::bit).reduce(0, (a, b) -> a | b);
    }

    static Set<Right> of(long bits) {
        var rights = EnumSet.noneOf(Right.class);
        for (var right : values()) {
            if ((bits & right.bit()) != 0) {
                rights.add(right);
            }
        }
        return rights;
    }
}
