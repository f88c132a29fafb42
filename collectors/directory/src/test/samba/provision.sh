#!/usr/bin/env bash
# A made-up Active Directory domain in a folder of its own, for DomainControllerTest. Usage: provision.sh FOLDER ADDRESS PASSWORD
# Debian packages: samba samba-ad-dc samba-ad-provision samba-dsdb-modules samba-vfs-modules python3-samba. Needs root.
# ADDRESS is one of the loopback's (127.x.y.z): nothing listens anywhere else. The caller starts and ends the server:
#   samba -i -M single -s FOLDER/etc/smb.conf
set -euo pipefail
folder=$1 address=$2 password=$3
samba-tool domain provision --targetdir="$folder" --realm=CHU.EXEMPLE.INVALID --domain=CHU --server-role=dc \
    --dns-backend=NONE --host-name=dc1 --host-ip="$address" --adminpass="$password" \
    --option="interfaces=$address/8" --option="bind interfaces only=yes" --option="server services=ldap,cldap,kdc,winbindd" \
    --option="dcerpc endpoint servers=" --option="log level=0" \
    --option="ldap server require strong auth=allow_sasl_over_tls" >"$folder/provision.log" 2>&1
sam="$folder/private/sam.ldb"
samba-tool user create lecteur "$password" -H "$sam" >/dev/null
samba-tool user create infirmiere "$password" -H "$sam" >/dev/null
# a fault to be found: an ordinary account among the administrators of the domain
samba-tool user create stagiaire "$password" -H "$sam" >/dev/null
samba-tool group addmembers 'Domain Admins' stagiaire -H "$sam" >/dev/null
# the name under which Kerberos knows it here, where no name server knows its real one
samba-tool spn add "ldap/$address" 'DC1$' -H "$sam" >/dev/null
