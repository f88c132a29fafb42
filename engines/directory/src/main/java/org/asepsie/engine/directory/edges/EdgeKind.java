package org.asepsie.engine.directory.edges;

import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Right;

/// Why holding one object gives power over another, in the words that tools of the field share.
///
/// The direction is always "the start can take over the end". What is not followed is raw material or says too much:
/// `Contains` ignores protected objects (`PropagatesACEsTo` does not), `GPLink` ignores blocked inheritance
/// (`GPOAppliesTo` does not).
public enum EdgeKind {
    GENERIC_ALL("GenericAll", true),
    GENERIC_WRITE("GenericWrite", true),
    WRITE_DACL("WriteDacl", true),
    WRITE_OWNER("WriteOwner", true),
    OWNS("Owns", true),
    ALL_EXTENDED_RIGHTS("AllExtendedRights", true),
    ADD_MEMBER("AddMember", true),
    ADD_SELF("AddSelf", true),
    FORCE_CHANGE_PASSWORD("ForceChangePassword", true),
    WRITE_SPN("WriteSPN", true),
    ADD_KEY_CREDENTIAL_LINK("AddKeyCredentialLink", true),
    WRITE_ACCOUNT_RESTRICTIONS("WriteAccountRestrictions", true),
    WRITE_GP_LINK("WriteGPLink", true),
    WRITE_PUBLIC_INFORMATION("WritePublicInformation", true),
    WRITE_ALT_SECURITY_IDENTITIES("WriteAltSecurityIdentities", true),
    OWNS_LIMITED_RIGHTS("OwnsLimitedRights", true),
    WRITE_OWNER_LIMITED_RIGHTS("WriteOwnerLimitedRights", true),

    MEMBER_OF("MemberOf", true),
    CONTAINS("Contains", false),
    GP_LINK("GPLink", false),
    DC_FOR("DCFor", true),
    GPO_APPLIES_TO("GPOAppliesTo", true),
    CAN_APPLY_GPO("CanApplyGPO", true),
    PROPAGATES_ACES_TO("PropagatesACEsTo", true),

    ADMIN_TO("AdminTo", true),
    CAN_RDP("CanRDP", true),
    CAN_PS_REMOTE("CanPSRemote", true),
    EXECUTE_DCOM("ExecuteDCOM", true),
    SQL_ADMIN("SQLAdmin", true),
    HAS_SESSION("HasSession", true),

    READ_LAPS_PASSWORD("ReadLAPSPassword", true),
    SYNC_LAPS_PASSWORD("SyncLAPSPassword", true),
    READ_GMSA_PASSWORD("ReadGMSAPassword", true),
    DUMP_SMSA_PASSWORD("DumpSMSAPassword", true),
    DC_SYNC("DCSync", true),
    HAS_TRUST_KEYS("HasTrustKeys", true),

    ALLOWED_TO_DELEGATE("AllowedToDelegate", true),
    ALLOWED_TO_ACT("AllowedToAct", true),
    ADD_ALLOWED_TO_ACT("AddAllowedToAct", true),
    COERCE_TO_TGT("CoerceToTGT", true),

    SAME_FOREST_TRUST("SameForestTrust", true),
    CROSS_FOREST_TRUST("CrossForestTrust", false),
    SPOOF_SID_HISTORY("SpoofSIDHistory", true),
    ABUSE_TGT_DELEGATION("AbuseTGTDelegation", true),
    HAS_SID_HISTORY("HasSIDHistory", true),
    CLAIM_SPECIAL_IDENTITY("ClaimSpecialIdentity", true),

    GOLDEN_CERT("GoldenCert", true),
    ADCS_ESC1("ADCSESC1", true),
    ADCS_ESC3("ADCSESC3", true),
    ADCS_ESC4("ADCSESC4", true),
    ADCS_ESC6A("ADCSESC6a", true),
    ADCS_ESC6B("ADCSESC6b", true),
    ADCS_ESC9A("ADCSESC9a", true),
    ADCS_ESC9B("ADCSESC9b", true),
    ADCS_ESC10A("ADCSESC10a", true),
    ADCS_ESC10B("ADCSESC10b", true),
    ADCS_ESC13("ADCSESC13", true),
    MANAGE_CA("ManageCA", true),
    MANAGE_CERTIFICATES("ManageCertificates", true),

    GET_CHANGES("GetChanges", false),
    GET_CHANGES_ALL("GetChangesAll", false),
    GET_CHANGES_IN_FILTERED_SET("GetChangesInFilteredSet", false),
    ENROLL("Enroll", false),
    ENROLL_ON_BEHALF_OF("EnrollOnBehalfOf", false),
    PUBLISHED_TO("PublishedTo", false),
    ENTERPRISE_CA_FOR("EnterpriseCAFor", false),
    ROOT_CA_FOR("RootCAFor", false),
    NT_AUTH_STORE_FOR("NTAuthStoreFor", false),
    TRUSTED_FOR_NT_AUTH("TrustedForNTAuth", false),
    ISSUED_SIGNED_BY("IssuedSignedBy", false),
    HOSTS_CA_SERVICE("HostsCAService", false),
    WRITE_PKI_ENROLLMENT_FLAG("WritePKIEnrollmentFlag", false),
    WRITE_PKI_NAME_FLAG("WritePKINameFlag", false),
    OID_GROUP_LINK("OIDGroupLink", false),
    EXTENDED_BY_POLICY("ExtendedByPolicy", false),
    DELEGATED_ENROLLMENT_AGENT("DelegatedEnrollmentAgent", false),
    MEMBER_OF_LOCAL_GROUP("MemberOfLocalGroup", false),
    LOCAL_TO_COMPUTER("LocalToComputer", false),
    REMOTE_INTERACTIVE_LOGON_RIGHT("RemoteInteractiveLogonRight", false);

    private static final EdgeKind[] ALL = values();

    private static final Map<String, EdgeKind> BY_LABEL =
            Stream.of(ALL).collect(Collectors.toMap(it -> it.label, it -> it));

    private static final EdgeKind[] OF_RIGHT =
            Stream.of(Right.values()).map(it -> BY_LABEL.get(it.label())).toArray(EdgeKind[]::new);

    private final String label;
    private final boolean followed;

    EdgeKind(String label, boolean followed) {
        this.label = label;
        this.followed = followed;
    }

    /// Its name in the tools of the field and in our reports.
    public String label() {
        return label;
    }

    /// Whether a path may use it.
    public boolean followed() {
        return followed;
    }

    /// The kind with the number that the graph holds.
    public static EdgeKind of(int number) {
        return ALL[number];
    }

    /// The edge that an entry with this right makes; none for a write that leads nowhere known.
    static Optional<EdgeKind> of(Right right) {
        return Optional.ofNullable(OF_RIGHT[right.ordinal()]);
    }
}
