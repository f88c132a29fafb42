package org.asepsie.engine.directory.made;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.zip.GZIPOutputStream;
import org.asepsie.engine.directory.Kind;

/// Writes a made forest as LDIF with raw descriptors, compressed, in one pass.
final class LdifWriter {
    private static final int DISABLED = 0x2;
    private static final int USER = 0x200;
    private static final int WORKSTATION = 0x1000;
    private static final int CONTROLLER = 0x2000;
    private static final int UNCONSTRAINED = 0x80000;

    private final BufferedWriter out;
    private final MadeForest forest;

    private LdifWriter(BufferedWriter out, MadeForest forest) {
        this.out = out;
        this.forest = forest;
    }

    static void write(MadeForest forest, Path file) throws IOException {
        try (var out = new BufferedWriter(
                new OutputStreamWriter(
                        new GZIPOutputStream(Files.newOutputStream(file), 1 << 16), StandardCharsets.UTF_8),
                1 << 16)) {
            out.write("version: 1\n");
            var writer = new LdifWriter(out, forest);
            forest.forEach(writer::entry);
        }
    }

    private void line(String name, String value) {
        try {
            out.write(name + ": " + value + "\n");
        } catch (IOException full) {
            throw new UncheckedIOException(full);
        }
    }

    private void binary(String name, byte[] value) {
        line(name + ":", Base64.getEncoder().encodeToString(value));
    }

    private void entry(MadeObject object) {
        line("\ndn", object.dn);
        classes(object);
        binary("objectGUID", Descriptors.guid(object.guid()));
        if (object.hasSid()) {
            binary("objectSid", Descriptors.sid(object.id));
        }
        line("name", object.name);
        line("instanceType", "4");
        line("uSNChanged", "1");
        line("whenChanged", "20260105080000.0Z");
        binary("nTSecurityDescriptor", Descriptors.of(object));
        switch (object.kind) {
            case USER, COMPUTER -> account(object);
            case GROUP -> {
                line("sAMAccountName", object.name);
                object.members.forEach(it -> line("member", it.dn));
            }
            case OU, DOMAIN -> object.links.forEach(it -> line("gPLink", "[LDAP://" + it.dn + ";0]"));
            case GPO -> line("displayName", object.name);
            default -> certification(object);
        }
    }

    private void classes(MadeObject object) {
        line("objectClass", "top");
        line(
                "objectClass",
                switch (object.kind) {
                    case USER -> "user";
                    case COMPUTER -> "computer";
                    case GROUP -> "group";
                    case OU -> "organizationalUnit";
                    case DOMAIN -> "domainDNS";
                    case GPO -> "groupPolicyContainer";
                    case CERT_TEMPLATE -> "pKICertificateTemplate";
                    case ENTERPRISE_CA -> "pKIEnrollmentService";
                    case ROOT_CA, NT_AUTH_STORE -> "certificationAuthority";
                    default -> "container";
                });
    }

    private void account(MadeObject object) {
        var control = object.kind == Kind.USER ? USER : object.controller ? CONTROLLER : WORKSTATION;
        line(
                "userAccountControl",
                String.valueOf(control | (object.enabled ? 0 : DISABLED) | (object.unconstrained ? UNCONSTRAINED : 0)));
        line("primaryGroupID", String.valueOf(object.primaryGroup));
        line("sAMAccountName", object.kind == Kind.USER ? object.name : object.name + "$");
        if (object.kind == Kind.COMPUTER) {
            line("dNSHostName", object.name + "." + MadeForest.DOMAIN);
        }
        object.history.forEach(it -> binary("sIDHistory", Descriptors.sid(it)));
        if (!object.actors.isEmpty()) {
            binary("msDS-AllowedToActOnBehalfOfOtherIdentity", Descriptors.allowing(object.actors));
        }
    }

    private void certification(MadeObject object) {
        switch (object.kind) {
            case ROOT_CA, NT_AUTH_STORE -> line("cACertificate:", Frame.CERTIFICATE);
            case ENTERPRISE_CA -> {
                line("cACertificate:", Frame.CERTIFICATE);
                line("cn", object.name);
                line("dNSHostName", forest.get("DC-1").name + "." + MadeForest.DOMAIN);
                line("certificateTemplates", "STAFF-CARD");
                line("certificateTemplates", "WARD-LOGIN");
            }
            case CERT_TEMPLATE -> {
                line("cn", object.name);
                line("displayName", object.name);
                line("msPKI-Template-Schema-Version", "2");
                line("msPKI-RA-Signature", "0");
                line("msPKI-Enrollment-Flag", "0");
                line("msPKI-Certificate-Name-Flag", String.valueOf(object.nameFlag));
                line("msPKI-Certificate-Application-Policy", "1.3.6.1.5.5.7.3.2");
                line("pKIExtendedKeyUsage", "1.3.6.1.5.5.7.3.2");
            }
            default -> {}
        }
    }
}
