package org.asepsie.engine.network.reader.fortios;

import java.util.Locale;
import org.asepsie.engine.network.reader.source.SpanTable;
import org.jspecify.annotations.Nullable;

/// The settings that can decide what passes, as FortiOS spells them in small letters and with dashes. All others, which
/// are most of a full export, are passed over while the file is read.
enum Setting {
    ACTION,
    ADMIN_PORT,
    ADMIN_SPORT,
    ADMIN_SSH_PORT,
    ADMIN_TELNET_PORT,
    ALIAS,
    ALLOWACCESS,
    BLACKHOLE,
    DESCRIPTION,
    DEVICE,
    DEVICES,
    DISTANCE,
    DST,
    DSTADDR,
    DSTADDR6,
    DSTADDR6_NEGATE,
    DSTADDR_NEGATE,
    DSTINTF,
    END_IP,
    ENDIP,
    EXCLUDE,
    EXCLUDE_MEMBER,
    EXTINTF,
    EXTIP,
    EXTPORT,
    FQDN,
    FSSO_GROUPS,
    GATEWAY,
    GROUPS,
    HOSTNAME,
    ICMPCODE,
    ICMPTYPE,
    INTERFACE,
    INTERNET_SERVICE,
    INTERNET_SERVICE6,
    INTERNET_SERVICE6_SRC,
    INTERNET_SERVICE_CUSTOM,
    INTERNET_SERVICE_SRC,
    INTF,
    INTRAZONE,
    IP,
    IP6,
    IP6_ADDRESS,
    IPPOOL,
    IPRANGE,
    MAPPEDIP,
    MAPPEDPORT,
    MATCH_VIP,
    MEMBER,
    NAME,
    NAT,
    POOLNAME,
    PORTFORWARD,
    PROTOCOL,
    PROTOCOL_NUMBER,
    RTP_ADDR,
    SCHEDULE,
    SCTP_PORTRANGE,
    SDWAN_ZONE,
    SEND_DENY_PACKET,
    SERVICE,
    SERVICE_NEGATE,
    SGT,
    SRC_FILTER,
    SRC_VENDOR_MAC,
    SRCADDR,
    SRCADDR6,
    SRCADDR6_NEGATE,
    SRCADDR_NEGATE,
    SRCINTF,
    SRCINTF_FILTER,
    START_IP,
    STARTIP,
    STATUS,
    SUBNET,
    TCP_PORTRANGE,
    TYPE,
    UDP_PORTRANGE,
    UDPLITE_PORTRANGE,
    USERS,
    VDOM,
    WILDCARD,
    ZONE,
    ZTNA_EMS_TAG,
    ZTNA_GEO_TAG;

    private static final SpanTable<Setting> BY_WORD = byWord();

    private final String word = name().toLowerCase(Locale.ROOT).replace('_', '-');

    private static SpanTable<Setting> byWord() {
        var table = new SpanTable<Setting>();
        for (var it : values()) {
            table.put(it.word, it.word.hashCode(), it);
        }
        return table;
    }

    /// The setting `text` spells from `from` to `to`, or null if it decides nothing.
    static @Nullable Setting spelled(String text, int from, int to, int hash) {
        return BY_WORD.get(text, from, to, hash);
    }

    /// As the file spells it.
    String word() {
        return word;
    }
}
