package org.asepsie.engine.directory.entry;

import java.util.Map;
import java.util.Set;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;

/// What an access mask with an object type gives on a kind of object, in the words that collectors share.
///
/// Masks: [MS-ADTS] 5.1.3.2; GUIDs of attributes and extended rights: [MS-ADTS] 5.1.3.2.1, [MS-ADA1] to [MS-ADA3].
final class RawRights {
    private static final int GENERIC_ALL = 0x10000000;
    private static final int FULL_CONTROL = 0xF01FF;
    private static final int WRITE_PROPERTY = 0x20;
    private static final int GENERIC_WRITE = 0x40000000;
    private static final int SELF = 0x8;
    private static final int EXTENDED_RIGHT = 0x100;
    private static final int WRITE_DACL = 0x40000;
    private static final int WRITE_OWNER = 0x80000;
    private static final int CA_MANAGE = 0x1;
    private static final int CA_MANAGE_CERTIFICATES = 0x2;
    private static final int CA_ENROLL = 0x200;

    private static final String MEMBER = "BF9679C0-0DE6-11D0-A285-00AA003049E2";
    private static final String MEMBERSHIP_SET = "BC0AC240-79A9-11D0-9020-00C04FC2D4CF";

    private static final Set<Kind> ACCOUNTS = Set.of(Kind.USER, Kind.COMPUTER);
    private static final Set<Kind> LINKED = Set.of(Kind.OU, Kind.DOMAIN, Kind.SITE);

    private record Typed(Right right, Set<Kind> on) {}

    private static final Map<String, Typed> WRITES = Map.ofEntries(
            Map.entry(MEMBER, new Typed(Right.ADD_MEMBER, Set.of(Kind.GROUP))),
            Map.entry(MEMBERSHIP_SET, new Typed(Right.ADD_MEMBER, Set.of(Kind.GROUP))),
            Map.entry(
                    "3F78C3E5-F79A-46BD-A0B8-9D18116DDC79", new Typed(Right.ADD_ALLOWED_TO_ACT, Set.of(Kind.COMPUTER))),
            Map.entry(
                    "4C164200-20C0-11D0-A768-00AA006E0529",
                    new Typed(Right.WRITE_ACCOUNT_RESTRICTIONS, Set.of(Kind.COMPUTER))),
            Map.entry("5B47D60F-6090-40B2-9F37-2A4DE88F3063", new Typed(Right.ADD_KEY_CREDENTIAL_LINK, ACCOUNTS)),
            Map.entry("F3A64788-5306-11D1-A9C5-0000F80367C1", new Typed(Right.WRITE_SPN, Set.of(Kind.USER))),
            Map.entry("F30E3BBE-9FF0-11D1-B603-0000F80367C1", new Typed(Right.WRITE_GP_LINK, LINKED)),
            Map.entry("E48D0154-BCF8-11D1-8702-00C04FB96050", new Typed(Right.WRITE_PUBLIC_INFORMATION, ACCOUNTS)),
            Map.entry("00FBF30C-91FE-11D1-AEBC-0000F80367C1", new Typed(Right.WRITE_ALT_SECURITY_IDENTITIES, ACCOUNTS)),
            Map.entry(
                    "D15EF7D8-F226-46DB-AE79-B34E560BD12C",
                    new Typed(Right.WRITE_PKI_ENROLLMENT_FLAG, Set.of(Kind.CERT_TEMPLATE))),
            Map.entry(
                    "EA1DDDC4-60FF-416E-8CC0-17CEE534BCE7",
                    new Typed(Right.WRITE_PKI_NAME_FLAG, Set.of(Kind.CERT_TEMPLATE))));

    private static final Map<String, Typed> EXTENDED = Map.of(
            "1131F6AA-9C07-11D1-F79F-00C04FC2DCD2", new Typed(Right.GET_CHANGES, Set.of(Kind.DOMAIN)),
            "1131F6AD-9C07-11D1-F79F-00C04FC2DCD2", new Typed(Right.GET_CHANGES_ALL, Set.of(Kind.DOMAIN)),
            "89E95B76-444D-4C62-991A-0FACBEDA640C", new Typed(Right.GET_CHANGES_IN_FILTERED_SET, Set.of(Kind.DOMAIN)),
            "00299570-246D-11D0-A768-00AA006E0529", new Typed(Right.FORCE_CHANGE_PASSWORD, Set.of(Kind.USER)),
            "0E10C968-78FB-11D2-90D4-00C04F79DC55",
                    new Typed(Right.ENROLL, Set.of(Kind.CERT_TEMPLATE, Kind.ENTERPRISE_CA)));

    private static final Set<Kind> EXTENDED_BY_ALL = Set.of(Kind.DOMAIN, Kind.USER, Kind.COMPUTER, Kind.CERT_TEMPLATE);

    private RawRights() {}

    /// The rights as bits; 0 where the entry gives nothing that leads further.
    static long of(int mask, String objectType, Kind kind) {
        var untyped = objectType.isEmpty();
        if (untyped && ((mask & GENERIC_ALL) != 0 || (mask & FULL_CONTROL) == FULL_CONTROL)) {
            return Right.GENERIC_ALL.bit();
        }
        var rights = 0L;
        rights |= (mask & WRITE_DACL) != 0 ? Right.WRITE_DACL.bit() : 0;
        rights |= (mask & WRITE_OWNER) != 0 ? Right.WRITE_OWNER.bit() : 0;
        rights |= (mask & EXTENDED_RIGHT) != 0 ? extended(objectType, kind) : 0;
        rights |= (mask & (WRITE_PROPERTY | GENERIC_WRITE)) != 0 ? written(objectType, kind) : 0;
        rights |= (mask & SELF) != 0 && (mask & WRITE_PROPERTY) == 0 ? self(objectType, kind) : 0;
        return rights | (kind == Kind.ENTERPRISE_CA && untyped ? authority(mask) : 0);
    }

    private static long extended(String objectType, Kind kind) {
        if (objectType.isEmpty()) {
            return EXTENDED_BY_ALL.contains(kind) ? Right.ALL_EXTENDED_RIGHTS.bit() : 0;
        }
        return typed(EXTENDED, objectType, kind, 0);
    }

    private static long written(String objectType, Kind kind) {
        if (objectType.isEmpty()) {
            return Right.GENERIC_WRITE.bit();
        }
        return typed(WRITES, objectType, kind, Right.OTHER_WRITE.bit());
    }

    private static long typed(Map<String, Typed> known, String objectType, Kind kind, long otherwise) {
        var typed = known.get(objectType);
        return typed != null && typed.on().contains(kind) ? typed.right().bit() : otherwise;
    }

    private static long self(String objectType, Kind kind) {
        var member = objectType.isEmpty() || objectType.equals(MEMBER) || objectType.equals(MEMBERSHIP_SET);
        return kind == Kind.GROUP && member ? Right.ADD_SELF.bit() : 0;
    }

    private static long authority(int mask) {
        return ((mask & CA_MANAGE) != 0 ? Right.MANAGE_CA.bit() : 0)
                | ((mask & CA_MANAGE_CERTIFICATES) != 0 ? Right.MANAGE_CERTIFICATES.bit() : 0)
                | ((mask & CA_ENROLL) != 0 ? Right.ENROLL.bit() : 0);
    }
}
