package org.asepsie.engine.directory.made;

import static org.asepsie.engine.directory.made.MadeForest.ADMINISTRATORS;
import static org.asepsie.engine.directory.made.MadeForest.AUTHENTICATED;
import static org.asepsie.engine.directory.made.MadeForest.DN;
import static org.asepsie.engine.directory.made.MadeForest.DOMAIN;
import static org.asepsie.engine.directory.made.MadeForest.SID;

import java.util.List;
import org.asepsie.engine.directory.Kind;

/// What every forest has, whatever its size: the head, the top groups and accounts, controllers, policies,
/// certification.
final class Frame {
    /// A self-signed certificate of the authority, made for this purpose, and its SHA-1.
    static final String CERTIFICATE =
            "MIIBQDCB56ADAgECAgg7WOFcBV0FEjAKBggqhkjOPQQDAzAUMRIwEAYDVQQDEwlDbGluaWMgQ0EwIBcNMjYwMTAx"
                    + "MDAwMDAwWhgPMjEyNTEyMDgwMDAwMDBaMBQxEjAQBgNVBAMTCUNsaW5pYyBDQTBZMBMGByqGSM49AgEGCCqGSM49"
                    + "AwEHA0IABK2jxZ0D0Hmd676S4GuDK06vB9eOYc3ePNmGEFjsRHSpcXHmsUXsw6FEYyZVl5LoHMw77l2DXj3/BHWo"
                    + "yZ/e4QOjITAfMB0GA1UdDgQWBBR/AOhsQDTOJ9ms9lFcwSBFv7f2rjAKBggqhkjOPQQDAwNIADBFAiBxdM0Ha8Q6"
                    + "i+KbF3hSEHxlBH5OOD7XIgjGj8xQYuuu7AIhAMcueZ9P/fNGrGjquI6S92QJsgMozfSrlki2YLRn9pRz";

    static final String THUMBPRINT = "74E881C623881217027C31D908CCD15D24664FF9";

    private Frame() {}

    static void build(MadeForest forest) {
        head(forest);
        containers(forest);
        topGroups(forest);
        accounts(forest);
        controllers(forest);
        certification(forest);
    }

    private static void head(MadeForest forest) {
        var head = forest.add(new MadeObject(Kind.DOMAIN, SID, DOMAIN, "DC=CLINIC", "DC=EXAMPLE"));
        head.entries.add(MadeEntry.below(SID + "-519", Spec.FULL, null));
        head.entries.add(MadeEntry.below(ADMINISTRATORS, Spec.DACL, null));
        head.entries.add(MadeEntry.below(ADMINISTRATORS, Spec.OWNER, null));
        head.entries.add(MadeEntry.below(SID + "-526", Spec.KEY, Kind.USER));
        head.entries.add(MadeEntry.below(SID + "-526", Spec.KEY, Kind.COMPUTER));
        head.entries.add(MadeEntry.of(ADMINISTRATORS, Spec.CHANGES));
        head.entries.add(MadeEntry.of(ADMINISTRATORS, Spec.CHANGES_ALL));
        head.owner = ADMINISTRATORS;
    }

    private static MadeObject container(MadeForest forest, String name, String parent) {
        var rdn = "CN=" + name;
        return forest.add(new MadeObject(Kind.CONTAINER, MadeObject.guid(rdn + "," + parent), name, rdn, parent));
    }

    private static void containers(MadeForest forest) {
        container(forest, "USERS", DN);
        container(forest, "BUILTIN", DN);
        container(forest, "SYSTEM", DN);
        container(forest, "POLICIES", "CN=SYSTEM," + DN);
        var parent = DN;
        for (var name : List.of("CONFIGURATION", "SERVICES", "PUBLIC KEY SERVICES")) {
            // another partition: nothing comes down from the domain
            container(forest, name, parent).isProtected = true;
            parent = "CN=" + name + "," + parent;
        }
        for (var name : List.of("ENROLLMENT SERVICES", "CERTIFICATE TEMPLATES", "CERTIFICATION AUTHORITIES")) {
            container(forest, name, parent);
        }
    }

    private static MadeObject group(MadeForest forest, String id, String name, String parent) {
        var group = forest.add(new MadeObject(Kind.GROUP, id, name, "CN=" + name, parent));
        group.isProtected = true;
        group.entries.add(MadeEntry.of(SID + "-512", Spec.FULL));
        return group;
    }

    private static void topGroups(MadeForest forest) {
        var users = "CN=USERS," + DN;
        var builtin = "CN=BUILTIN," + DN;
        var domainAdmins = group(forest, SID + "-512", "DOMAIN ADMINS", users);
        var enterpriseAdmins = group(forest, SID + "-519", "ENTERPRISE ADMINS", users);
        group(forest, SID + "-518", "SCHEMA ADMINS", users);
        group(forest, SID + "-516", "DOMAIN CONTROLLERS", users);
        group(forest, SID + "-526", "KEY ADMINS", users);
        group(forest, SID + "-513", "DOMAIN USERS", users);
        group(forest, SID + "-515", "DOMAIN COMPUTERS", users);
        group(forest, "S-1-5-32-548", "ACCOUNT OPERATORS", builtin);
        group(forest, ADMINISTRATORS, "ADMINISTRATORS", builtin)
                .members
                .addAll(List.of(domainAdmins, enterpriseAdmins));
    }

    private static void accounts(MadeForest forest) {
        for (var i = 0; i < 5; i++) {
            var id = SID + "-" + (i == 0 ? 500 : 1100 + i);
            var admin = forest.add(new MadeObject(Kind.USER, id, "ADMIN-" + i, "CN=ADMIN-" + i, "CN=USERS," + DN));
            admin.isProtected = true;
            admin.primaryGroup = 513;
            admin.entries.add(MadeEntry.of(SID + "-512", Spec.FULL));
            forest.get("DOMAIN ADMINS").members.add(admin);
        }
    }

    private static void controllers(MadeForest forest) {
        var rdn = "OU=DOMAIN CONTROLLERS";
        var unit = forest.add(
                new MadeObject(Kind.OU, MadeObject.guid(rdn + "," + DN), "DOMAIN CONTROLLERS UNIT", rdn, DN));
        var policy = forest.add(new MadeObject(
                Kind.GPO, MadeObject.guid("CN=DC-POLICY"), "DC-POLICY", "CN=DC-POLICY", "CN=POLICIES,CN=SYSTEM," + DN));
        unit.links.add(policy);
        for (var i = 1; i <= 2; i++) {
            var controller =
                    forest.add(new MadeObject(Kind.COMPUTER, SID + "-" + (1000 + i), "DC-" + i, "CN=DC-" + i, unit.dn));
            controller.controller = true;
            controller.unconstrained = true;
            controller.primaryGroup = 516;
        }
    }

    private static void certification(MadeForest forest) {
        var services = "CN=PUBLIC KEY SERVICES,CN=SERVICES,CN=CONFIGURATION," + DN;
        pki(forest, Kind.ROOT_CA, "ROOT", "CN=CERTIFICATION AUTHORITIES," + services);
        pki(forest, Kind.NT_AUTH_STORE, "NTAUTHCERTIFICATES", services);
        pki(forest, Kind.ENTERPRISE_CA, "CLINIC-CA", "CN=ENROLLMENT SERVICES," + services)
                .entries
                .add(MadeEntry.of(AUTHENTICATED, Spec.ENROL));
        for (var name : List.of("STAFF-CARD", "WARD-LOGIN")) {
            var template = pki(forest, Kind.CERT_TEMPLATE, name, "CN=CERTIFICATE TEMPLATES," + services);
            template.nameFlag = 0x0200_0000; // the subject's user name is demanded
        }
        forest.get("STAFF-CARD").entries.add(MadeEntry.of(SID + "-513", Spec.ENROL));
    }

    private static MadeObject pki(MadeForest forest, Kind kind, String name, String parent) {
        var made = forest.add(
                new MadeObject(kind, MadeObject.guid("CN=" + name + "," + parent), name, "CN=" + name, parent));
        made.owner = SID + "-519";
        made.entries.add(MadeEntry.of(SID + "-519", Spec.FULL));
        return made;
    }
}
