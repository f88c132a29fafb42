package org.asepsie.engine.directory.sharphound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.DictionaryEntries;
import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Judged;
import org.asepsie.engine.directory.Source;
import org.asepsie.engine.directory.input.Unreadable;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a file of a collection holds, it becomes a forest that can be judged, or is refused with a place. The
/// first byte of the input chooses the type that the file's name says.
class SharpHoundFuzzTest {
    static Stream<byte[]> seeds() {
        return Stream.of(
                seed(ObjectType.USERS, """
                        {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3-1104","PrimaryGroupSID":"S-1-5-21-1-2-3-513","Properties":
                        {"name":"NURSE@A.LAN","domain":"A.LAN","enabled":true,"pwdlastset":-1,"admincount":"1","unixpassword":"x",
                        "serviceprincipalnames":["a/b"],"distinguishedname":"CN=NURSE,DC=A,DC=LAN","sensitive":null},
                        "Aces":[{"PrincipalSID":"S-1-5-11","RightName":"GenericAll","IsInherited":true,"InheritanceHash":"AB"}],
                        "HasSIDHistory":[{"ObjectIdentifier":"S-1-5-21-1-2-3-512"}],"IsACLProtected":true,
                        "ContainedBy":{"ObjectIdentifier":"S-1-5-21-1-2-3","ObjectType":"Domain"}}],"meta":{"type":"users","count":1}}"""),
                seed(ObjectType.GROUPS, """
                        {"groups":[{"Members":[{"MemberId":"S-1-5-21-1-2-3-512","MemberType":"Group"},"S-1-5-21-1-2-3-500"],
                        "Aces":[{"PrincipalSID":"S-1-5-21-1-2-3-519","RightName":"Owner","AceType":""},
                        {"PrincipalSID":"S-1-5-21-1-2-3-5","RightName":"WriteProperty","AceType":"AddMember"}],
                        "Properties":{"objectid":"S-1-5-21-1-2-3-512","highvalue":1.5}}],"meta":{"type":"groups","version":3}}"""),
                seed(ObjectType.COMPUTERS, """
                        {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3-1000","IsDC":true,"AllowedToDelegate":[{"ObjectIdentifier":"S-1-5-21-1-2-3-1001"}],
                        "Sessions":{"Results":[{"UserSID":"S-1-5-21-1-2-3-500","ComputerSID":"S-1-5-21-1-2-3-1000"}],"Collected":true},
                        "LocalGroups":[{"ObjectIdentifier":"S-1-5-21-1-2-3-1000-544","Name":"A","Collected":true,"Results":[{"ObjectIdentifier":"S-1-5-11"}]}],
                        "UserRights":[{"Privilege":"SeRemoteInteractiveLogonRight","Collected":true,"Results":[]}],"Status":{"Error":"x"},
                        "DCRegistryData":{"StrongCertificateBindingEnforcement":{"Value":1,"Collected":true}},"Properties":{"haslaps":true}}]}"""),
                seed(ObjectType.DOMAINS, """
                        {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3","Trusts":[{"TargetDomainSid":"S-1-5-21-4-5-6","TargetDomainName":"B.LAN",
                        "TrustDirection":3,"TrustType":"External","TrustAttributes":"64","IsTransitive":true}],
                        "Links":[{"GUID":"AB","IsEnforced":true}],"ChildObjects":[{"ObjectIdentifier":"X"}],
                        "GPOChanges":{"LocalAdmins":[{"ObjectIdentifier":"S-1-5-11"}],"AffectedComputers":[]},
                        "Properties":{"functionallevel":"2016","maxpwdage":"42 days","machineaccountquota":10}}],"meta":{"type":"domains"}}"""),
                seed(ObjectType.GROUPS, """
                        {"data":[{"ObjectIdentifier":"S-1-5-21-1-2-3-500=","Members":[{"ObjectIdentifier":"S-1-5-21-1-2-3-9999999999"}]}]}"""),
                seed(ObjectType.CERTTEMPLATES, """
                        {"data":[{"ObjectIdentifier":"T","Properties":{"certificatenameflag":"ENROLLEE_SUPPLIES_SUBJECT, 3","enrollmentflag":2,
                        "ekus":["1.3.6.1.5.5.7.3.2"],"authenticationenabled":true,"schemaversion":2,"authorizedsignatures":0},
                        "Aces":[{"PrincipalSID":"S-1-5-11","RightName":"Enroll"}]}]}"""),
                seed(ObjectType.ENTERPRISECAS, """
                        {"data":[{"ObjectIdentifier":"C","HostingComputer":"S-1-5-21-1-2-3-1000","EnabledCertTemplates":[{"ObjectIdentifier":"T"}],
                        "CARegistryData":{"CASecurity":{"Data":[{"PrincipalSID":"S-1-5-11","RightName":"ManageCA"}],"Collected":true},
                        "IsUserSpecifiesSanEnabled":{"Value":true,"Collected":true}}}]}"""));
    }

    private static byte[] seed(ObjectType type, String json) {
        var bytes = (" " + json).getBytes(UTF_8);
        bytes[0] = (byte) type.ordinal();
        return bytes;
    }

    @DictionaryEntries({
        "\"ObjectIdentifier\":",
        "\"Properties\":{",
        "\"Aces\":[",
        "S-1-5-21-1-2-3-",
        "\"Results\":[",
        "\"meta\":{\"type\":"
    })
    @MethodSource("seeds")
    @FuzzTest(maxDuration = "20s")
    void isJudgedOrRefused(byte[] content) throws IOException {
        if (content.length == 0) {
            return;
        }
        var types = ObjectType.values();
        var where =
                "20260105_" + types[(content[0] & 0xFF) % types.length].name().toLowerCase(Locale.ROOT) + ".json";
        var json = Arrays.copyOfRange(content, 1, content.length);
        var gathered = new ForestBuilder();
        gathered.source(Source.Format.SHARPHOUND, where, Optional.empty());
        try {
            new CollectionFile(gathered, where, () -> new ByteArrayInputStream(json)).read();
        } catch (Unreadable refused) {
            assertThat(refused.where()).startsWith(where);
            return;
        }
        Judged.whole(gathered);
    }
}
