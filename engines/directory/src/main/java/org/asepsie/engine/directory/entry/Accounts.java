package org.asepsie.engine.directory.entry;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Kind;

/// What an entry says of an account or a group.
final class Accounts {
    private static final Map<Attribute, Integer> CONTROL_BITS = Map.of(
            Attribute.PASSWORD_NOT_REQUIRED, 0x20,
            Attribute.REVERSIBLE_PASSWORD, 0x80,
            Attribute.PASSWORD_NEVER_EXPIRES, 0x10000,
            Attribute.UNCONSTRAINED_DELEGATION, 0x80000,
            Attribute.SENSITIVE, 0x100000,
            Attribute.DES_ONLY, 0x200000,
            Attribute.NO_PREAUTHENTICATION, 0x400000,
            Attribute.PROTOCOL_TRANSITION, 0x1000000,
            Attribute.IS_RODC, 0x4000000);
    private static final int DISABLED = 0x2;
    private static final int SERVER_TRUST = 0x2000;
    private static final int PARTIAL_SECRETS = 0x4000000;

    private static final Map<String, Attribute> MOMENTS = Map.of(
            "pwdlastset", Attribute.PASSWORD_SET,
            "lastlogon", Attribute.LAST_LOGON,
            "lastlogontimestamp", Attribute.LAST_LOGON_REPLICATED,
            "accountexpires", Attribute.ACCOUNT_EXPIRES);

    private static final Map<String, Attribute> TEXTS = Map.of(
            "samaccountname", Attribute.LOGON_NAME,
            "dnshostname", Attribute.DNS_NAME,
            "operatingsystem", Attribute.OPERATING_SYSTEM,
            "operatingsystemversion", Attribute.OPERATING_SYSTEM_VERSION,
            "scriptpath", Attribute.LOGON_SCRIPT,
            "msds-assignedauthnpolicysilo", Attribute.AUTHENTICATION_SILO);

    private static final Map<String, Attribute> NAMED = Map.of(
            "msds-psoapplied", Attribute.PASSWORD_SETTINGS,
            "msds-neverrevealgroup", Attribute.NEVER_REVEAL,
            "msds-revealondemandgroup", Attribute.REVEAL_ON_DEMAND,
            "msds-revealedusers", Attribute.REVEALED_ACCOUNTS,
            "msds-krbtgtlink", Attribute.KRBTGT_LINK,
            "msds-krbtgtlinkbl", Attribute.KRBTGT_LINK_BACK,
            "msds-hostserviceaccount", Attribute.MANAGED_PASSWORDS_HELD);

    /// What a whole export tells of accounts and groups.
    private static final Set<Attribute> TOLD = Set.of(
            Attribute.ACCOUNT_CONTROL,
            Attribute.ENABLED,
            Attribute.PASSWORD_NOT_REQUIRED,
            Attribute.REVERSIBLE_PASSWORD,
            Attribute.PASSWORD_NEVER_EXPIRES,
            Attribute.UNCONSTRAINED_DELEGATION,
            Attribute.SENSITIVE,
            Attribute.DES_ONLY,
            Attribute.NO_PREAUTHENTICATION,
            Attribute.PROTOCOL_TRANSITION,
            Attribute.IS_RODC,
            Attribute.IS_DC,
            Attribute.ADMIN_COUNT,
            Attribute.PASSWORD_SET,
            Attribute.LAST_LOGON,
            Attribute.LAST_LOGON_REPLICATED,
            Attribute.ACCOUNT_EXPIRES,
            Attribute.SERVICE_NAMES,
            Attribute.PRIMARY_GROUP,
            Attribute.SID_HISTORY,
            Attribute.ENCRYPTION_TYPES,
            Attribute.MANAGED_ACCOUNT,
            Attribute.MANAGED_PASSWORD_READERS,
            Attribute.KEY_CREDENTIALS,
            Attribute.LOGON_SCRIPT,
            Attribute.LOGON_NAME,
            Attribute.AUTHENTICATION_SILO,
            Attribute.OPERATING_SYSTEM,
            Attribute.HAS_LAPS,
            Attribute.DELEGATES_TO,
            Attribute.DELEGATES_TO_NAMES,
            Attribute.ALLOWED_TO_ACT,
            Attribute.NEVER_REVEAL,
            Attribute.REVEAL_ON_DEMAND,
            Attribute.REVEALED_ACCOUNTS,
            Attribute.KRBTGT_LINK,
            Attribute.MEMBERS,
            Attribute.GROUP_TYPE);

    private final ForestBuilder forest;
    private final Hosts hosts;

    Accounts(ForestBuilder forest) {
        this.forest = forest;
        this.hosts = new Hosts(forest);
    }

    void describe(LdapEntry entry, Description description, Kind kind) {
        TEXTS.forEach((name, attribute) -> entry.text(name).ifPresent(it -> description.text(attribute, it)));
        MOMENTS.forEach((name, attribute) ->
                entry.number(name).ifPresent(it -> description.moment(attribute, Values.fileTime(it))));
        NAMED.forEach((name, attribute) -> {
            if (entry.has(name)) {
                description.refs(attribute, indices(entry.texts(name)));
            }
        });
        if (kind == Kind.GROUP) {
            description.refs(Attribute.MEMBERS, members(entry));
            entry.number("grouptype").ifPresent(it -> description.number(Attribute.GROUP_TYPE, (int) it));
        }
        entry.number("useraccountcontrol").ifPresent(it -> control((int) it, description));
        entry.number("admincount").ifPresent(it -> description.flag(Attribute.ADMIN_COUNT, it > 0));
        entry.number("msds-supportedencryptiontypes")
                .ifPresent(it -> description.number(Attribute.ENCRYPTION_TYPES, (int) it));
        if (kind == Kind.USER || kind == Kind.COMPUTER) {
            account(entry, description);
        }
        hosts.describe(entry, description, kind);
    }

    private void account(LdapEntry entry, Description description) {
        var names = entry.texts("serviceprincipalname");
        description.texts(Attribute.SERVICE_NAMES, names);
        description.flag(Attribute.MANAGED_ACCOUNT, Classes.managed(entry));
        if (entry.has("msds-keycredentiallink")) {
            description.number(
                    Attribute.KEY_CREDENTIALS,
                    entry.values("msds-keycredentiallink").size());
        }
        entry.value("objectsid")
                .map(Binary::sid)
                .ifPresent(sid -> entry.number("primarygroupid")
                        .ifPresent(it -> description.refs(
                                Attribute.PRIMARY_GROUP,
                                forest.object(sid.substring(0, sid.lastIndexOf('-') + 1) + it))));
        description.refs(
                Attribute.SID_HISTORY,
                entry.values("sidhistory").stream()
                        .map(it -> EntryReader.local(Binary.sid(it), entry.dn()))
                        .mapToInt(forest::object)
                        .toArray());
    }

    private static void control(int bits, Description description) {
        description.number(Attribute.ACCOUNT_CONTROL, bits);
        description.flag(Attribute.ENABLED, (bits & DISABLED) == 0);
        CONTROL_BITS.forEach((attribute, bit) -> description.flag(attribute, (bits & bit) != 0));
        description.flag(Attribute.IS_DC, (bits & (SERVER_TRUST | PARTIAL_SECRETS)) != 0);
    }

    /// Large groups come in parts: `member;range=0-1499`, then `member;range=1500-*`. One name at a time becomes a
    /// text:
    /// there may be a million.
    private int[] members(LdapEntry entry) {
        return Stream.concat(
                        entry.values("member").stream(),
                        entry.attributes().keySet().stream()
                                .filter(it -> it.startsWith("member;range="))
                                .sorted()
                                .flatMap(it -> entry.values(it).stream()))
                .mapToInt(it -> index(new String(it, StandardCharsets.UTF_8)))
                .toArray();
    }

    private int[] indices(List<String> names) {
        return names.stream().mapToInt(this::index).toArray();
    }

    /// msDS-RevealedUsers and the like prefix the name: `B:8:…:CN=…`.
    private int index(String name) {
        var prefixed = name.startsWith("B:") || name.startsWith("b:");
        return forest.object(prefixed ? name.substring(name.lastIndexOf(':') + 1) : name);
    }

    void finish() {
        hosts.finish();
    }

    void tell(Set<Attribute> told, boolean whole) {
        if (whole) {
            told.addAll(TOLD);
        }
    }
}
