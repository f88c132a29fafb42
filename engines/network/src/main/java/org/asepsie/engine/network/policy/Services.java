package org.asepsie.engine.network.policy;

import java.util.Map;
import java.util.OptionalInt;

/// Names of ports as people write them in rules (IANA service names, and those of /etc/services that
/// tools accept).
public final class Services {
    private static final Map<String, Integer> PORTS = Map.ofEntries(
            Map.entry("ftp-data", 20),
            Map.entry("ftp", 21),
            Map.entry("ssh", 22),
            Map.entry("telnet", 23),
            Map.entry("smtp", 25),
            Map.entry("time", 37),
            Map.entry("whois", 43),
            Map.entry("tacacs", 49),
            Map.entry("domain", 53),
            Map.entry("dns", 53),
            Map.entry("bootps", 67),
            Map.entry("bootpc", 68),
            Map.entry("tftp", 69),
            Map.entry("finger", 79),
            Map.entry("http", 80),
            Map.entry("www", 80),
            Map.entry("kerberos", 88),
            Map.entry("pop3", 110),
            Map.entry("sunrpc", 111),
            Map.entry("auth", 113),
            Map.entry("nntp", 119),
            Map.entry("ntp", 123),
            Map.entry("epmap", 135),
            Map.entry("netbios-ns", 137),
            Map.entry("netbios-dgm", 138),
            Map.entry("netbios-ssn", 139),
            Map.entry("imap", 143),
            Map.entry("imap2", 143),
            Map.entry("snmp", 161),
            Map.entry("snmp-trap", 162),
            Map.entry("snmptrap", 162),
            Map.entry("bgp", 179),
            Map.entry("irc", 194),
            Map.entry("ldap", 389),
            Map.entry("https", 443),
            Map.entry("microsoft-ds", 445),
            Map.entry("kpasswd", 464),
            Map.entry("isakmp", 500),
            Map.entry("syslog", 514),
            Map.entry("printer", 515),
            Map.entry("submission", 587),
            Map.entry("ipp", 631),
            Map.entry("ldaps", 636),
            Map.entry("rsync", 873),
            Map.entry("imaps", 993),
            Map.entry("pop3s", 995),
            Map.entry("socks", 1080),
            Map.entry("openvpn", 1194),
            Map.entry("ms-sql-s", 1433),
            Map.entry("radius", 1812),
            Map.entry("radius-acct", 1813),
            Map.entry("nfs", 2049),
            Map.entry("mysql", 3306),
            Map.entry("ms-wbt-server", 3389),
            Map.entry("ipsec-nat-t", 4500),
            Map.entry("sip", 5060),
            Map.entry("postgresql", 5432),
            Map.entry("mdns", 5353),
            Map.entry("http-alt", 8080));

    private Services() {}

    /// The port `text` names: a number from 0 to 65535, or a known name.
    public static OptionalInt port(String text) {
        int number = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < '0' || c > '9' || number > 65_535) {
                var known = PORTS.get(text);
                return known == null ? OptionalInt.empty() : OptionalInt.of(known);
            }
            number = number * 10 + c - '0';
        }
        return text.isEmpty() || number > 65_535 ? OptionalInt.empty() : OptionalInt.of(number);
    }
}
