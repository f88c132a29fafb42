package org.asepsie.engine.network.reader.cisco;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import org.asepsie.engine.network.policy.Match;
import org.asepsie.engine.network.policy.PortRange;
import org.jspecify.annotations.Nullable;

/// The names Cisco writes for ports, protocols and ICMP messages (Cisco IOS Security Command Reference,
/// "permit (IP)"; ASA CLI reference, "Protocols and Applications"). Shortened names that a device itself
/// would expand are accepted where only one full name begins so.
final class CiscoNames {
    private static final Map<String, Integer> PORTS = table(
            "aol 5190 bgp 179 biff 512 bootpc 68 bootps 67 chargen 19 cifs 3020 citrix-ica 1494 cmd 514 connectedapps-plain"
                    + " 15001 connectedapps-tls 15002 ctiqbe 2748 daytime 13 discard 9 dnsix 195 domain 53 drip 3949 echo 7"
                    + " exec 512 finger 79 ftp 21 ftp-data 20 gopher 70 h323 1720 hostname 101 http 80 https 443 ident 113"
                    + " imap4 143 irc 194 isakmp 500 kerberos 750 klogin 543 kshell 544 ldap 389 ldaps 636 login 513"
                    + " lotusnotes 1352 lpd 515 mobile-ip 434 msrpc 135 nameserver 42 netbios-dgm 138 netbios-ns 137"
                    + " netbios-ss 139 netbios-ssn 139 nfs 2049 nntp 119 non500-isakmp 4500 ntp 123 onep-plain 15001"
                    + " onep-tls 15002 pcanywhere-data 5631 pcanywhere-status 5632 pim-auto-rp 496 pop2 109 pop3 110 pptp"
                    + " 1723 radius 1645 radius-acct 1646 rip 520 ripng 521 rsh 514 rtsp 554 secureid-udp 5510 sip 5060"
                    + " smtp 25 snmp 161 snmptrap 162 sqlnet 1521 ssh 22 sunrpc 111 syslog 514 tacacs 49 talk 517 telnet"
                    + " 23 tftp 69 time 37 uucp 540 vxlan 4789 who 513 whois 43 www 80 xdmcp 177");

    private static final Map<String, Integer> PROTOCOLS = table(
            "ahp 51 ah 51 eigrp 88 esp 50 gre 47 icmp 1 icmp6 58 icmpv6 58 igmp 2 igrp 9 ipinip 4 ipip 4 ipsec 50 nos 94 ospf"
                    + " 89 ospfv3 89 pcp 108 pim 103 pptp 47 sctp 132 snp 109 tcp 6 udp 17 vrrp 112");

    private static final Map<String, Integer> ICMP = table(
            "alternate-address 6 conversion-error 31 echo 8 echo-reply 0 information-reply 16 information-request 15"
                    + " mask-reply 18 mask-request 17 mobile-redirect 32 parameter-problem 12 redirect 5"
                    + " router-advertisement 9 router-solicitation 10 source-quench 4 time-exceeded 11 timestamp-reply 14"
                    + " timestamp-request 13 traceroute 30 unreachable 3");

    private static final Map<String, Integer> UNREACHABLE_CODES =
            table("net-unreachable 0 host-unreachable 1 protocol-unreachable 2 port-unreachable 3 packet-too-big 4"
                    + " source-route-failed 5 network-unknown 6 host-unknown 7 host-isolated 8 dod-net-prohibited 9"
                    + " dod-host-prohibited 10 net-tos-unreachable 11 host-tos-unreachable 12"
                    + " administratively-prohibited 13 host-precedence-unreachable 14 precedence-unreachable 15");

    private static final Map<String, Integer> ICMPV6 = table(
            "unreachable 1 packet-too-big 2 time-exceeded 3 parameter-problem 4 echo 128 echo-request 128 echo-reply 129"
                    + " membership-query 130 mld-query 130 membership-report 131 mld-report 131 membership-reduction 132"
                    + " mld-reduction 132 router-solicitation 133 router-advertisement 134 neighbor-solicitation 135"
                    + " nd-ns 135 neighbor-advertisement 136 nd-na 136 neighbor-redirect 137 router-renumbering 138");

    private CiscoNames() {}

    private static Map<String, Integer> table(String names) {
        var table = new HashMap<String, Integer>();
        var words = names.split(" ");
        for (var i = 0; i < words.length; i += 2) {
            table.put(words[i], Integer.valueOf(words[i + 1]));
        }
        return Map.copyOf(table);
    }

    static OptionalInt port(String word) {
        return lookUp(PORTS, word, 65_535);
    }

    /// `ip` and its likes are no protocol: empty.
    static OptionalInt protocol(String word) {
        return lookUp(PROTOCOLS, word, 255);
    }

    static boolean everyProtocol(String word) {
        return word.equals("ip") || word.equals("ipv4") || word.equals("ipv6");
    }

    private static OptionalInt lookUp(Map<String, Integer> table, String word, int most) {
        if (word.length() <= 5 && isNumber(word)) {
            var number = Integer.parseInt(word);
            return number <= most ? OptionalInt.of(number) : OptionalInt.empty();
        }
        var known = table.get(word.toLowerCase(Locale.ROOT));
        return known == null ? OptionalInt.empty() : OptionalInt.of(known);
    }

    /// Whether `word` is made of digits alone.
    static boolean isNumber(String word) {
        for (var at = 0; at < word.length(); at++) {
            var letter = word.charAt(at);
            if (letter < '0' || letter > '9') {
                return false;
            }
        }
        return !word.isEmpty();
    }

    /// The message a name or number means, as a match; null if it is no such name.
    static @Nullable Match icmp(String word, int protocol) {
        var type = lookUp(protocol == 1 ? ICMP : ICMPV6, word, 255);
        if (type.isPresent()) {
            return new Match.Icmp(type.getAsInt());
        }
        var code = protocol == 1 ? UNREACHABLE_CODES.get(word) : null;
        return code == null ? null : new Match.Icmp(PortRange.of(3), PortRange.of(code));
    }
}
