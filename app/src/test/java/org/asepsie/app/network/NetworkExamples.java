package org.asepsie.app.network;

/// Small configurations of several vendors, made up for the tests.
final class NetworkExamples {
    /// Guests may reach the internet alone; care reaches the servers; the last line lets guests print, which nobody
    /// declared.
    static final String IPTABLES = """
            *filter
            :INPUT DROP [0:0]
            :FORWARD DROP [0:0]
            :OUTPUT ACCEPT [0:0]
            -A FORWARD -m state --state ESTABLISHED,RELATED -j ACCEPT
            -A FORWARD -s 10.1.0.0/16 -d 10.2.0.0/16 -p tcp -m multiport --dports 443,445 -j ACCEPT
            -A FORWARD -s 10.9.0.0/16 -d 10.1.0.0/16 -p tcp --dport 445 -j ACCEPT
            -A INPUT -s 10.8.0.0/24 -p tcp --dport 22 -j ACCEPT
            COMMIT
            """;

    private NetworkExamples() {}

    static String of(String kind) {
        return switch (kind) {
            case "iptables" -> IPTABLES + """
                    *nat
                    :PREROUTING ACCEPT [0:0]
                    :POSTROUTING ACCEPT [0:0]
                    -A PREROUTING -d 192.0.2.1/32 -p tcp --dport 443 -j DNAT --to-destination 10.2.0.5:8443
                    -A POSTROUTING -o eth0 -j MASQUERADE
                    COMMIT
                    """;
            case "nftables" -> """
                    table inet filter {
                        chain forward {
                            type filter hook forward priority 0; policy drop;
                            ct state established,related accept
                            iifname "eth1" ip saddr 10.1.0.0/16 ip daddr 10.2.0.0/16 tcp dport { 443, 445 } accept
                            limit rate 10/second accept
                        }
                    }
                    """;
            case "ios" -> """
                    hostname routeur
                    interface Vlan10
                     ip address 10.1.0.1 255.255.0.0
                     ip access-group SOINS in
                    interface Vlan20
                     ip address 10.2.0.1 255.255.0.0
                    ip access-list extended SOINS
                     permit tcp 10.1.0.0 0.0.255.255 10.2.0.0 0.0.255.255 eq 443
                     deny ip any any log
                    """;
            case "asa" -> """
                    ASA Version 9.8(2)
                    hostname pare-feu
                    interface GigabitEthernet0/0
                     nameif outside
                     security-level 0
                     ip address 192.0.2.1 255.255.255.0
                    interface GigabitEthernet0/1
                     nameif inside
                     security-level 100
                     ip address 10.1.0.1 255.255.0.0
                    access-list OUT extended permit tcp any host 10.1.0.5 eq 443
                    access-group OUT in interface outside
                    """;
            case "fortios" -> """
                    #config-version=FGT60E-6.2.3-FW-build1066-191218:opmode=0:vdom=0:user=admin
                    config system interface
                        edit "internal"
                            set ip 10.1.0.1 255.255.0.0
                        next
                        edit "wan1"
                            set ip 192.0.2.1 255.255.255.0
                        next
                    end
                    config firewall policy
                        edit 1
                            set srcintf "internal"
                            set dstintf "wan1"
                            set srcaddr "all"
                            set dstaddr "all"
                            set action accept
                            set schedule "always"
                            set service "ALL"
                        next
                    end
                    """;
            case "table" -> """
                    action;source;destination;service
                    autoriser;10.1.0.0/16;10.2.0.0/16;tcp/443
                    refuser;tous;tous;tous
                    """;
            default -> throw new IllegalArgumentException("no example of " + kind);
        };
    }
}
