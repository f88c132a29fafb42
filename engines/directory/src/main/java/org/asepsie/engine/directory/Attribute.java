package org.asepsie.engine.directory;

/// What may be known of an object. A list that is present and empty was read and is empty; one that is absent was
/// not read: the difference between "passed" and "not evaluated".
public enum Attribute {
    // who and where
    NAME(Value.TEXT, "name"),
    DN(Value.TEXT, "distinguishedName"),
    LOGON_NAME(Value.TEXT, "sAMAccountName"),
    DNS_NAME(Value.TEXT, "dNSHostName"),
    NETBIOS(Value.TEXT, "nETBIOSName"),
    DESCRIPTION(Value.TEXT, "description"),
    OBJECT_CLASS(Value.TEXT, "objectClass"),
    OBJECT_GUID(Value.TEXT, "objectGUID"),
    DOMAIN(Value.REFS, "domain"),
    CONTAINER(Value.REFS, "parent"),
    CREATED(Value.MOMENT, "whenCreated"),
    CHANGED(Value.MOMENT, "whenChanged"),
    DELETED(Value.FLAG, "isDeleted"),
    COLLECTED(Value.FLAG, "collected"),

    // access rights; entries are in Forest.aces
    OWNER(Value.REFS, "nTSecurityDescriptor owner"),
    PROTECTED(Value.FLAG, "nTSecurityDescriptor protected"),
    NULL_DACL(Value.FLAG, "nTSecurityDescriptor without DACL"),
    INHERITANCE_HASHES(Value.TEXTS, "inheritanceHashes"),
    ACES_FOR_OWNER_RIGHTS(Value.FLAG, "doesAnyAceGrantOwnerRights"),
    INHERITED_ACES_FOR_OWNER_RIGHTS(Value.FLAG, "doesAnyInheritedAceGrantOwnerRights"),

    // accounts
    ENABLED(Value.FLAG, "userAccountControl 0x2"),
    ACCOUNT_CONTROL(Value.NUMBER, "userAccountControl"),
    PASSWORD_NOT_REQUIRED(Value.FLAG, "userAccountControl 0x20"),
    PASSWORD_NEVER_EXPIRES(Value.FLAG, "userAccountControl 0x10000"),
    REVERSIBLE_PASSWORD(Value.FLAG, "userAccountControl 0x80"),
    UNCONSTRAINED_DELEGATION(Value.FLAG, "userAccountControl 0x80000"),
    SENSITIVE(Value.FLAG, "userAccountControl 0x100000"),
    DES_ONLY(Value.FLAG, "userAccountControl 0x200000"),
    NO_PREAUTHENTICATION(Value.FLAG, "userAccountControl 0x400000"),
    PROTOCOL_TRANSITION(Value.FLAG, "userAccountControl 0x1000000"),
    ADMIN_COUNT(Value.FLAG, "adminCount"),
    PASSWORD_SET(Value.MOMENT, "pwdLastSet"),
    LAST_LOGON(Value.MOMENT, "lastLogon"),
    LAST_LOGON_REPLICATED(Value.MOMENT, "lastLogonTimestamp"),
    SERVICE_NAMES(Value.TEXTS, "servicePrincipalName"),
    PRIMARY_GROUP(Value.REFS, "primaryGroupID"),
    SID_HISTORY(Value.REFS, "sIDHistory"),
    ENCRYPTION_TYPES(Value.NUMBER, "msDS-SupportedEncryptionTypes"),
    MANAGED_ACCOUNT(Value.FLAG, "gMSA or sMSA"),
    /// Who may read a managed account's password, on the managed account.
    MANAGED_PASSWORD_READERS(Value.REFS, "msDS-GroupMSAMembership"),
    /// The managed accounts whose password this computer holds.
    MANAGED_PASSWORDS_HELD(Value.REFS, "msDS-HostServiceAccountBL"),
    KEY_CREDENTIALS(Value.NUMBER, "msDS-KeyCredentialLink (count)"),
    LOGON_SCRIPT(Value.TEXT, "scriptPath"),
    SECRET_READABLE(Value.TEXTS, "password-like attributes whose value was readable (names only)"),
    AUTHENTICATION_SILO(Value.TEXT, "msDS-AssignedAuthNPolicySilo"),
    ACCOUNT_EXPIRES(Value.MOMENT, "accountExpires"),
    PASSWORD_SETTINGS(Value.REFS, "msDS-PSOApplied"),

    // computers
    OPERATING_SYSTEM(Value.TEXT, "operatingSystem"),
    OPERATING_SYSTEM_VERSION(Value.TEXT, "operatingSystemVersion"),
    IS_DC(Value.FLAG, "domain controller"),
    IS_RODC(Value.FLAG, "read-only domain controller"),
    HAS_LAPS(Value.FLAG, "LAPS expiry present"),
    DELEGATES_TO(Value.REFS, "msDS-AllowedToDelegateTo (resolved)"),
    DELEGATES_TO_NAMES(Value.TEXTS, "msDS-AllowedToDelegateTo"),
    /// Who may act on behalf of others towards this computer.
    ALLOWED_TO_ACT(Value.REFS, "msDS-AllowedToActOnBehalfOfOtherIdentity"),
    SQL_SERVICES_ON(Value.REFS, "servicePrincipalName MSSQLSvc (resolved)"),
    SESSIONS(Value.REFS, "sessions"),
    PRIVILEGED_SESSIONS(Value.REFS, "privileged sessions"),
    REGISTRY_SESSIONS(Value.REFS, "registry sessions"),
    LOCAL_ADMINS(Value.REFS, "local group 544"),
    LOCAL_RDP_USERS(Value.REFS, "local group 555"),
    LOCAL_DCOM_USERS(Value.REFS, "local group 562"),
    LOCAL_PSREMOTE_USERS(Value.REFS, "local group 580"),
    /// Local groups of the host that hold or may hold members; each is an object whose MEMBERS are set.
    LOCAL_GROUPS(Value.REFS, "local groups"),
    REMOTE_LOGON_RIGHT(Value.REFS, "SeRemoteInteractiveLogonRight"),
    CERT_MAPPING_METHODS(Value.NUMBER, "registry CertificateMappingMethods"),
    STRONG_CERT_BINDING(Value.NUMBER, "registry StrongCertificateBindingEnforcement"),
    REVEALED_ACCOUNTS(Value.REFS, "msDS-RevealedUsers"),
    NEVER_REVEAL(Value.REFS, "msDS-NeverRevealGroup"),
    REVEAL_ON_DEMAND(Value.REFS, "msDS-RevealOnDemandGroup"),
    KRBTGT_LINK(Value.REFS, "msDS-KrbTgtLink"),
    KRBTGT_LINK_BACK(Value.REFS, "msDS-KrbTgtLinkBl"),

    // groups
    /// Direct members; a primary group stands on the account alone.
    MEMBERS(Value.REFS, "member"),
    GROUP_TYPE(Value.NUMBER, "groupType"),

    // containers and policies
    LINKED_GPOS(Value.REFS, "gPLink"),
    /// Those of `LINKED_GPOS` that are enforced.
    ENFORCED_GPOS(Value.REFS, "gPLink enforced"),
    BLOCKS_INHERITANCE(Value.FLAG, "gPOptions"),
    GPO_FLAGS(Value.NUMBER, "flags of the policy: 1 user half off, 2 computer half off"),
    GPO_PATH(Value.TEXT, "gPCFileSysPath"),
    /// Members that policies linked to this container add to the local groups of `GPO_AFFECTED_COMPUTERS`.
    GPO_LOCAL_ADMINS(Value.REFS, "group policy, local group 544"),
    GPO_RDP_USERS(Value.REFS, "group policy, local group 555"),
    GPO_DCOM_USERS(Value.REFS, "group policy, local group 562"),
    GPO_PSREMOTE_USERS(Value.REFS, "group policy, local group 580"),
    GPO_AFFECTED_COMPUTERS(Value.REFS, "computers the policies apply to"),

    // domain and forest
    FUNCTIONAL_LEVEL(Value.NUMBER, "msDS-Behavior-Version"),
    MACHINE_ACCOUNT_QUOTA(Value.NUMBER, "ms-DS-MachineAccountQuota"),
    MINIMUM_PASSWORD_LENGTH(Value.NUMBER, "minPwdLength"),
    /// In days; [Integer#MAX_VALUE] for never.
    MAXIMUM_PASSWORD_AGE(Value.NUMBER, "maxPwdAge"),
    PASSWORD_PROPERTIES(Value.NUMBER, "pwdProperties"),
    ROTATES_SMARTCARD_SECRETS(Value.FLAG, "msDS-ExpirePasswordsOnSmartCardOnlyAccounts"),
    HEURISTICS(Value.TEXT, "dSHeuristics"),
    REVISION(Value.NUMBER, "revision"),
    PASSWORD_SETTINGS_APPLY_TO(Value.REFS, "msDS-PSOAppliesTo"),
    SCRIPTS_OF_MENUS(Value.TEXTS, "adminContextMenu"),
    DNS_UNSAFE_UPDATES(Value.FLAG, "dNSProperty"),
    SERVER_REFERENCE(Value.REFS, "serverReference"),

    // certification authorities and templates
    TEMPLATES(Value.REFS, "certificateTemplates"),
    HOST(Value.REFS, "host of the certification authority"),
    CA_NAME(Value.TEXT, "caName"),
    THUMBPRINT(Value.TEXT, "certificate thumbprint"),
    THUMBPRINTS(Value.TEXTS, "certificate thumbprints"),
    CERT_CHAIN(Value.TEXTS, "thumbprints of the chain, own first"),
    SCHEMA_VERSION(Value.NUMBER, "msPKI-Template-Schema-Version"),
    /// What the collector concluded; absent where it gave the usages alone.
    AUTHENTICATES(Value.FLAG, "usable for signing in"),
    ENROLLMENT_FLAG(Value.NUMBER, "msPKI-Enrollment-Flag"),
    NAME_FLAG(Value.NUMBER, "msPKI-Certificate-Name-Flag"),
    AUTHORIZED_SIGNATURES(Value.NUMBER, "msPKI-RA-Signature"),
    EKUS(Value.TEXTS, "pKIExtendedKeyUsage"),
    APPLICATION_POLICIES(Value.TEXTS, "msPKI-Certificate-Application-Policy"),
    REQUIRED_APPLICATION_POLICIES(Value.TEXTS, "msPKI-RA-Application-Policies"),
    ISSUANCE_POLICIES(Value.TEXTS, "msPKI-Certificate-Policy"),
    TEMPLATE_OID(Value.TEXT, "msPKI-Cert-Template-OID"),
    GROUP_LINK(Value.REFS, "msDS-OIDToGroupLink"),
    WEAK_CERTIFICATES(Value.TEXTS, "weaknesses of the certificates held, one word each");

    /// How a value is read from a [Forest].
    public enum Value {
        FLAG,
        NUMBER,
        MOMENT,
        TEXT,
        TEXTS,
        REFS
    }

    private final Value value;
    private final String label;

    Attribute(Value value, String label) {
        this.value = value;
        this.label = label;
    }

    public Value value() {
        return value;
    }

    /// Its name in the directory, shown as proof.
    public String label() {
        return label;
    }
}
