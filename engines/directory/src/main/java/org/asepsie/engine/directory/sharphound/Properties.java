package org.asepsie.engine.directory.sharphound;

import static java.util.Map.entry;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToIntFunction;
import org.asepsie.engine.directory.Attribute;
import org.asepsie.engine.directory.Description;
import org.asepsie.engine.directory.Forest;
import org.asepsie.engine.directory.ForestBuilder;
import org.asepsie.engine.directory.Source.Oddity;
import org.asepsie.engine.directory.input.Secrets;

/// The `Properties` of an object. A key that is there, even null, shows that the collector reads the attribute, so
/// that its absence elsewhere means "not set".
final class Properties {
    private static final Map<String, Attribute> PLAIN = Map.ofEntries(
            entry("name", Attribute.NAME),
            entry("distinguishedname", Attribute.DN),
            entry("samaccountname", Attribute.LOGON_NAME),
            entry("dnshostname", Attribute.DNS_NAME),
            entry("netbios", Attribute.NETBIOS),
            entry("whencreated", Attribute.CREATED),
            entry("collected", Attribute.COLLECTED),
            entry("enabled", Attribute.ENABLED),
            entry("useraccountcontrol", Attribute.ACCOUNT_CONTROL),
            entry("passwordnotreqd", Attribute.PASSWORD_NOT_REQUIRED),
            entry("pwdneverexpires", Attribute.PASSWORD_NEVER_EXPIRES),
            entry("encryptedtextpwdallowed", Attribute.REVERSIBLE_PASSWORD),
            entry("unconstraineddelegation", Attribute.UNCONSTRAINED_DELEGATION),
            entry("sensitive", Attribute.SENSITIVE),
            entry("usedeskeyonly", Attribute.DES_ONLY),
            entry("dontreqpreauth", Attribute.NO_PREAUTHENTICATION),
            entry("trustedtoauth", Attribute.PROTOCOL_TRANSITION),
            entry("admincount", Attribute.ADMIN_COUNT),
            entry("pwdlastset", Attribute.PASSWORD_SET),
            entry("lastlogon", Attribute.LAST_LOGON),
            entry("lastlogontimestamp", Attribute.LAST_LOGON_REPLICATED),
            entry("serviceprincipalnames", Attribute.SERVICE_NAMES),
            entry("allowedtodelegate", Attribute.DELEGATES_TO_NAMES),
            entry("logonscript", Attribute.LOGON_SCRIPT),
            entry("operatingsystem", Attribute.OPERATING_SYSTEM),
            entry("isdc", Attribute.IS_DC),
            entry("isreadonlydc", Attribute.IS_RODC),
            entry("haslaps", Attribute.HAS_LAPS),
            entry("blocksinheritance", Attribute.BLOCKS_INHERITANCE),
            entry("gpcpath", Attribute.GPO_PATH),
            entry("gpostatus", Attribute.GPO_FLAGS),
            entry("machineaccountquota", Attribute.MACHINE_ACCOUNT_QUOTA),
            entry("minpwdlength", Attribute.MINIMUM_PASSWORD_LENGTH),
            entry("pwdproperties", Attribute.PASSWORD_PROPERTIES),
            entry("expirepasswordsonsmartcardonlyaccounts", Attribute.ROTATES_SMARTCARD_SECRETS),
            entry("dsheuristics", Attribute.HEURISTICS),
            entry("caname", Attribute.CA_NAME),
            entry("certthumbprint", Attribute.THUMBPRINT),
            entry("certthumbprints", Attribute.THUMBPRINTS),
            entry("certchain", Attribute.CERT_CHAIN),
            entry("schemaversion", Attribute.SCHEMA_VERSION),
            entry("authorizedsignatures", Attribute.AUTHORIZED_SIGNATURES),
            entry("authenticationenabled", Attribute.AUTHENTICATES),
            entry("ekus", Attribute.EKUS),
            entry("certificateapplicationpolicy", Attribute.APPLICATION_POLICIES),
            entry("applicationpolicies", Attribute.REQUIRED_APPLICATION_POLICIES),
            entry("certificatepolicy", Attribute.ISSUANCE_POLICIES),
            entry("oid", Attribute.TEMPLATE_OID),
            entry("certtemplateoid", Attribute.TEMPLATE_OID),
            entry("inheritancehashes", Attribute.INHERITANCE_HASHES),
            entry("doesanyacegrantownerrights", Attribute.ACES_FOR_OWNER_RIGHTS),
            entry("doesanyinheritedacegrantownerrights", Attribute.INHERITED_ACES_FOR_OWNER_RIGHTS));

    private static final Map<String, Attribute> TRANSLATED = Map.of(
            "functionallevel", Attribute.FUNCTIONAL_LEVEL,
            "supportedencryptiontypes", Attribute.ENCRYPTION_TYPES,
            "maxpwdage", Attribute.MAXIMUM_PASSWORD_AGE,
            "enrollmentflag", Attribute.ENROLLMENT_FLAG,
            "certificatenameflag", Attribute.NAME_FLAG);

    private final ForestBuilder forest;
    private final String where;
    private final Description description;

    Properties(ForestBuilder forest, String where, Description description) {
        this.forest = forest;
        this.where = where;
        this.description = description;
    }

    void read(Json own, ToIntFunction<String> principal) {
        var told = EnumSet.noneOf(Attribute.class);
        own.fields().forEach((key, value) -> {
            var attribute = PLAIN.get(key);
            if (attribute != null) {
                told.add(attribute);
                plain(attribute, value);
            } else if (Secrets.named(key)) {
                secret(key, value);
            } else if (key.equals("description") && value instanceof String text) {
                describe(text);
            } else {
                Translations.number(key, value).ifPresent(it -> description.number(translated(key, told), it));
            }
        });
        own.text("domainsid").ifPresent(it -> description.refs(Attribute.DOMAIN, principal.applyAsInt(it)));
        flags(own, told);
        forest.tells(told);
    }

    private static Attribute translated(String key, Set<Attribute> told) {
        var attribute = TRANSLATED.getOrDefault(key, Attribute.REVISION);
        told.add(attribute);
        return attribute;
    }

    private void plain(Attribute attribute, Object value) {
        switch (attribute.value()) {
            case TEXT -> {
                if (value instanceof String text && !text.isEmpty()) {
                    description.text(attribute, text);
                }
            }
            case FLAG -> Json.flag(value).ifPresent(it -> description.flag(attribute, it));
            case NUMBER -> Json.number(value).ifPresent(it -> description.number(attribute, (int) (long) it));
            case MOMENT -> Json.number(value).ifPresent(it -> moment(attribute, it));
            case TEXTS -> {
                if (value instanceof List<?> list) {
                    description.texts(
                            attribute,
                            list.stream()
                                    .filter(String.class::isInstance)
                                    .map(String.class::cast)
                                    .toList());
                }
            }
            case REFS -> throw new IllegalStateException(attribute + " is no property");
        }
    }

    /// -1 is "never", 0 "not set" (a password to be changed at the next logon, or an account nobody used): both are
    /// moments that never were.
    private void moment(Attribute attribute, long seconds) {
        description.moment(attribute, seconds <= 0 ? Forest.NEVER : Instant.ofEpochSecond(seconds));
    }

    private void secret(String key, Object value) {
        if (value != Json.NULL && !value.equals("")) {
            description.texts(Attribute.SECRET_READABLE, List.of(key));
            forest.note(Oddity.SECRET_DROPPED, where, key);
        }
    }

    private void describe(String text) {
        if (Secrets.within(text)) {
            secret("description", text);
        } else if (!text.isEmpty()) {
            description.text(Attribute.DESCRIPTION, text);
        }
    }

    private void flags(Json own, Set<Attribute> told) {
        if (own.fields().containsKey("gmsa") || own.fields().containsKey("msa")) {
            told.add(Attribute.MANAGED_ACCOUNT);
            description.flag(
                    Attribute.MANAGED_ACCOUNT,
                    own.flag("gmsa").orElse(false) || own.flag("msa").orElse(false));
        }
        var nameFlag = Translations.nameFlag(own);
        if (nameFlag.isPresent()) {
            description.number(Attribute.NAME_FLAG, nameFlag.getAsInt());
        }
        var enrollmentFlag = Translations.enrollmentFlag(own);
        if (enrollmentFlag.isPresent()) {
            description.number(Attribute.ENROLLMENT_FLAG, enrollmentFlag.getAsInt());
        }
    }
}
