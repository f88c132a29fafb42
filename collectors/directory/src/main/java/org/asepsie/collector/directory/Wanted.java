package org.asepsie.collector.directory;

import java.util.List;
import org.asepsie.engine.directory.input.Secrets;

/// What is asked for: the attributes that the engine judges, and no other. Of secrets only the names are asked for
/// ([#SECRETS]), with a request that carries no values.
final class Wanted {
    static final List<String> ATTRIBUTES = """
            accountExpires adminContextMenu adminCount adminPropertyPages cACertificate certificateTemplates cn
            contextMenu description displayName dNSHostName dnsProperty dSHeuristics flags gPCFileSysPath
            gPLink gPOptions groupType instanceType isDeleted lastLogon lastLogonTimestamp lDAPDisplayName maxPwdAge
            member minPwdLength ms-DS-MachineAccountQuota ms-Mcs-AdmPwdExpirationTime
            msDS-AllowedToActOnBehalfOfOtherIdentity msDS-AllowedToDelegateTo msDS-AssignedAuthNPolicySilo
            msDS-Behavior-Version msDS-ExpirePasswordsOnSmartCardOnlyAccounts msDS-GroupMSAMembership
            msDS-HostServiceAccount msDS-KeyCredentialLink msDS-KrbTgtLink msDS-KrbTgtLinkBl msDS-MaximumPasswordAge
            msDS-MinimumPasswordLength msDS-NeverRevealGroup msDS-OIDToGroupLink msDS-PSOApplied msDS-PSOAppliesTo
            msDS-RevealedUsers msDS-RevealOnDemandGroup msDS-SupportedEncryptionTypes msLAPS-PasswordExpirationTime
            msPKI-Cert-Template-OID msPKI-Certificate-Application-Policy msPKI-Certificate-Name-Flag
            msPKI-Certificate-Policy msPKI-Enrollment-Flag msPKI-RA-Application-Policies msPKI-RA-Signature
            msPKI-Template-Schema-Version name nETBIOSName nTSecurityDescriptor objectClass objectGUID objectSid
            operatingSystem operatingSystemVersion pKIExtendedKeyUsage primaryGroupID pwdLastSet pwdProperties revision
            sAMAccountName schemaIDGUID scriptPath securityIdentifier serverReference servicePrincipalName sIDHistory
            trustAttributes trustDirection trustPartner trustType userAccountControl userCertificate uSNChanged
            whenChanged whenCreated
            """.strip()
            .lines()
            .flatMap(it -> List.of(it.strip().split(" ")).stream())
            .filter(it -> !Secrets.named(it))
            .toList();

    static final List<String> SECRETS = List.of(
            "unixUserPassword",
            "userPassword",
            "msSFU30Password",
            "ms-Mcs-AdmPwd",
            "msLAPS-Password",
            "msLAPS-EncryptedPassword",
            "msDS-ManagedPassword",
            "msFVE-RecoveryPassword");

    private Wanted() {}
}
