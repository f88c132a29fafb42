package org.asepsie.engine.directory.ldif;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.Stream;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Judged;
import org.asepsie.engine.directory.input.Unreadable;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever an export holds, it becomes a forest that can be judged, or is refused with a place and a reason.
class LdifFuzzTest {
    private static final String EXPORT = """
            version: 1
            dn:
            currentTime: 20260105080000.0Z

            dn: DC=example,DC=lan
            objectClass: domainDNS
            objectSid:: AQQAAAAAAAUVAAAAAQAAAAIAAAADAAAA
            gPLink: [LDAP://cn={00000000-0000-0000-0000-000000000000},cn=policies,cn=system,DC=example,DC=lan;2]
            ms-DS-MachineAccountQuota: 10
            maxPwdAge: -36288000000000
            msDS-Behavior-Version: 7
            nTSecurityDescriptor:: AQAElAAAAAAAAAAAAAAAABQAAAACAAgAAAAAAA==

            dn: CN=Infirmi\\C3\\A8re,OU=\u00c9t\u00e9,DC=example,DC=lan
            objectClass: user
            sAMAccountName: nurse
            userAccountControl: 66048
            primaryGroupID: 513
            objectSid:: AQUAAAAAAAUVAAAAAQAAAAIAAAADAAAAUAQAAA==
            pwdLastSet: 133000000000000000
            msDS-KeyCredentialLink: B:4:0102:CN=A,DC=example,DC=lan
            userCertificate;binary:: MIIB
            member;range=0-1: CN=B,DC=example,DC=lan
            whenChanged: 20250101000000.0Z
            """;

    private static final String CONFIGURATION = """
            dn: CN=Card,CN=Certificate Templates,CN=Public Key Services,CN=Services,CN=Configuration,DC=example,DC=lan
            objectClass: pKICertificateTemplate
            msPKI-Certificate-Name-Flag: 1
            msPKI-RA-Signature: 0
            pKIExtendedKeyUsage: 1.3.6.1.5.5.7.3.2

            dn: CN=Partner,CN=System,DC=example,DC=lan
            objectClass: trustedDomain
            trustPartner: other.lan
            trustDirection: 3
            trustType: 2
            trustAttributes: 8
            securityIdentifier:: AQQAAAAAAAUVAAAAAQAAAAIAAAAEAAAA

            dn: CN=ms-Mcs-AdmPwd,CN=Schema,CN=Configuration,DC=example,DC=lan
            objectClass: attributeSchema
            lDAPDisplayName: ms-Mcs-AdmPwd
            schemaIDGUID:: AAAAAAAAAAAAAAAAAAAAAA==

            dn: DC=example.lan,CN=MicrosoftDNS,DC=DomainDnsZones,DC=example,DC=lan
            objectClass: dnsZone
            dnsProperty:: AQAAAAAAAAAAAAAAAQAAAAIAAAAC
            """;

    static Stream<byte[]> seeds() {
        return Stream.of(
                EXPORT.getBytes(UTF_8),
                ("\uFEFF" + EXPORT).getBytes(UTF_16LE),
                CONFIGURATION.getBytes(UTF_8),
                "dn:: Q049QQ==\ncn: A\n b\n#c\n d\n".getBytes(UTF_8));
    }

    @DictionaryEntries({
        "dn: ",
        "objectClass: group",
        "objectSid:: ",
        "nTSecurityDescriptor:: ",
        "member: CN=",
        "objectGUID:: "
    })
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isJudgedOrRefused(byte[] content) throws IOException {
        var gathered = new ForestBuilder();
        try {
            new Ldif(gathered).read(new ByteArrayInputStream(content), "export.ldif");
        } catch (Unreadable refused) {
            assertThat(refused.where()).startsWith("export.ldif");
            return;
        }
        Judged.whole(gathered);
    }
}
