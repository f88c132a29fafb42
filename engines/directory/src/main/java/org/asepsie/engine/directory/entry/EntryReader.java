package org.asepsie.engine.directory.entry;

import java.time.Instant;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.asepsie.engine.directory.Ace;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;
import org.asepsie.engine.directory.Right;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.input.Secrets;

/// Turns the entries of one source into objects of the forest, in any order: what an entry refers to by name becomes
/// an object that a later entry describes. Values of password-like attributes go no further than this class.
public final class EntryReader {
    /// Attributes that nobody asks for by name: who has them asked for all there are.
    private static final List<String> NEVER_ASKED_FOR = List.of("instancetype", "usnchanged", "whenchanged");
    private static final Set<String> LAPS = Set.of(
            "ms-mcs-admpwd",
            "mslaps-password",
            "mslaps-encryptedpassword",
            "ms-laps-password",
            "ms-laps-encryptedpassword");

    private final ForestBuilder forest;
    private final Accounts accounts;
    private final Policies policies;
    private final Authorities authorities;
    private final Set<String> lapsTypes = new HashSet<>();
    private final Set<Attribute> told = EnumSet.noneOf(Attribute.class);
    private Instant newest = Forest.NEVER;
    private Optional<Instant> clock = Optional.empty();
    private boolean whole;

    public EntryReader(ForestBuilder forest) {
        this.forest = forest;
        this.accounts = new Accounts(forest);
        this.policies = new Policies(forest);
        this.authorities = new Authorities(forest);
    }

    /// @param where file and line, or the name of the entry, for notes
    public void read(LdapEntry entry, String where) {
        if (entry.dn().isEmpty()) {
            clock = entry.text("currenttime").flatMap(Values::generalizedTime);
            return;
        }
        forest.covers(Names.partition(entry.dn()));
        whole |= NEVER_ASKED_FOR.stream().allMatch(entry::has);
        entry.text("whenchanged")
                .flatMap(Values::generalizedTime)
                .filter(newest::isBefore)
                .ifPresent(it -> newest = it);
        if (entry.isA("attributeschema") || entry.isA("classschema")) {
            schema(entry);
        }
        try {
            describe(entry, where);
        } catch (Malformed broken) {
            forest.note(Oddity.MALFORMED_VALUE, where, String.valueOf(broken.getMessage()));
        }
    }

    private void describe(LdapEntry entry, String where) {
        var object = identify(entry);
        var kind = Classes.kind(entry);
        forest.kind(object, kind);
        var description = forest.describe(object);
        common(entry, description, kind);
        accounts.describe(entry, description, kind);
        policies.describe(entry, description, kind, where);
        authorities.describe(entry, description, kind);
        secrets(entry, description, where);
        entry.value("ntsecuritydescriptor").ifPresent(it -> descriptor(entry, it, description, kind, where));
        description.done();
    }

    /// SID first, then GUID and name; a well-known SID belongs to the domain it stands in.
    private int identify(LdapEntry entry) {
        var byName = forest.object(entry.dn());
        var guid = entry.value("objectguid").map(it -> Binary.guid(it, 0));
        var object = guid.isPresent() ? forest.alsoKnownAs(byName, guid.get()) : byName;
        var sid = entry.value("objectsid").map(it -> local(Binary.sid(it), entry.dn()));
        return sid.isPresent() ? forest.alsoKnownAs(object, sid.get()) : object;
    }

    static String local(String sid, String dn) {
        var domain = Names.domainName(dn);
        return sid.startsWith("S-1-5-21-") || domain.isEmpty() ? sid : domain + "-" + sid;
    }

    private void common(LdapEntry entry, Description description, Kind kind) {
        description.text(Attribute.DN, entry.dn());
        description.text(Attribute.NAME, name(entry, kind));
        description.text(Attribute.OBJECT_CLASS, entry.structuralClass());
        var domain = Names.domainPart(entry.dn());
        if (!domain.isEmpty()) {
            description.refs(Attribute.DOMAIN, forest.object(domain));
        }
        var parent = Names.parent(entry.dn());
        if (kind != Kind.DOMAIN && !parent.isEmpty()) {
            description.refs(Attribute.CONTAINER, forest.object(parent));
        }
        entry.text("whencreated")
                .flatMap(Values::generalizedTime)
                .ifPresent(it -> description.moment(Attribute.CREATED, it));
        entry.text("whenchanged")
                .flatMap(Values::generalizedTime)
                .ifPresent(it -> description.moment(Attribute.CHANGED, it));
        entry.flag("isdeleted").ifPresent(it -> description.flag(Attribute.DELETED, it));
        entry.text("description")
                .filter(it -> !Secrets.within(it))
                .ifPresent(it -> description.text(Attribute.DESCRIPTION, it));
    }

    /// As collectors name objects: `NURSE@EXAMPLE.LAN`, a computer and a domain by their DNS names.
    private static String name(LdapEntry entry, Kind kind) {
        var domain = Names.domainName(entry.dn());
        var own = switch (kind) {
            case DOMAIN -> domain;
            case COMPUTER ->
                entry.text("dnshostname").or(() -> entry.text("samaccountname")).orElse(entry.dn());
            case GPO, CERT_TEMPLATE, ISSUANCE_POLICY ->
                entry.text("displayname").or(() -> entry.text("name")).orElse(entry.dn()) + "@" + domain;
            default -> entry.text("samaccountname").or(() -> entry.text("name")).orElse(entry.dn()) + "@" + domain;
        };
        return own.toUpperCase(Locale.ROOT);
    }

    private void secrets(LdapEntry entry, Description description, String where) {
        for (var name : entry.attributes().keySet()) {
            var told = name.equals("description")
                    && entry.text(name).filter(Secrets::within).isPresent();
            if (told || Secrets.named(name)) {
                description.texts(Attribute.SECRET_READABLE, List.of(name));
                forest.note(Oddity.SECRET_DROPPED, where, name);
            }
        }
    }

    private void descriptor(LdapEntry entry, byte[] bytes, Description description, Kind kind, String where) {
        SecurityDescriptor read;
        try {
            read = SecurityDescriptor.parse(bytes);
        } catch (Malformed broken) {
            forest.note(Oddity.MALFORMED_DESCRIPTOR, where, String.valueOf(broken.getMessage()));
            return;
        }
        description.descriptor(read.isProtected());
        read.owner().ifPresent(it -> description.refs(Attribute.OWNER, forest.object(local(it, entry.dn()))));
        if (read.acl().isEmpty()) {
            description.flag(Attribute.NULL_DACL, true);
        }
        for (var it : read.acl().orElse(List.of())) {
            description.ace(forest.object(local(it.trustee(), entry.dn())), ace(it, entry, kind), "");
        }
        told.add(Attribute.OWNER);
        told.add(Attribute.PROTECTED);
    }

    private static Ace ace(SecurityDescriptor.Entry it, LdapEntry entry, Kind kind) {
        var acts = (it.flags() & Ace.INHERIT_ONLY) == 0
                && ((it.flags() & Ace.INHERITED) == 0 || Classes.inherits(entry, it.inheritedType()));
        var rights = acts ? RawRights.of(it.mask(), it.objectType(), kind) : 0;
        return new Ace(rights, it.allows(), it.mask(), it.objectType(), it.inheritedType(), it.flags());
    }

    /// The schema names the attributes that hold local administrators' passwords; their GUIDs differ per forest.
    private void schema(LdapEntry entry) {
        if (LAPS.contains(entry.text("ldapdisplayname").orElse("").toLowerCase(Locale.ROOT))) {
            entry.value("schemaidguid").map(it -> Binary.guid(it, 0)).ifPresent(lapsTypes::add);
        }
    }

    /// To be called once, after the last entry.
    public void finish() {
        accounts.finish();
        authorities.finish();
        forest.refine(this::withLaps);
        accounts.tell(told, whole);
        policies.tell(told, whole);
        authorities.tell(told, whole);
        if (whole) {
            told.addAll(Set.of(Attribute.CREATED, Attribute.DESCRIPTION, Attribute.SECRET_READABLE));
        }
        forest.tells(told);
        clock.or(() -> newest.equals(Forest.NEVER) ? Optional.empty() : Optional.of(newest))
                .ifPresent(forest::collectedAt);
    }

    private Ace withLaps(Ace ace) {
        var reads = (ace.mask() & 0x100) != 0 && lapsTypes.contains(ace.objectType()) && !ace.inheritOnly();
        return reads
                ? new Ace(
                        ace.rights() | Right.READ_LAPS_PASSWORD.bit(),
                        ace.allow(),
                        ace.mask(),
                        ace.objectType(),
                        ace.inheritedType(),
                        ace.flags())
                : ace;
    }
}
