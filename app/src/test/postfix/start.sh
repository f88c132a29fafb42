#!/usr/bin/env bash
# A mail server of its own in a folder, for PostfixTest: takes letters to example.org on a port of the loopback and lays
# them into FOLDER/letters/new; all other domains are refused. Usage: start.sh FOLDER PORT. It stays in the foreground
# and ends when it is told to (TERM). Debian package: postfix. Needs root, as Postfix does.
set -euo pipefail
folder=$1 port=$2
mkdir -p "$folder/etc" "$folder/queue" "$folder/data" "$folder/letters"
chmod 755 "$folder" "$folder/etc" "$folder/queue"
chown postfix "$folder/data"
chown nobody "$folder/letters"

openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 2 -subj /CN=localhost \
    -keyout "$folder/etc/key.pem" -out "$folder/etc/cert.pem" 2>"$folder/openssl.log"

cat >"$folder/etc/main.cf" <<END
compatibility_level = 3.6
queue_directory = $folder/queue
data_directory = $folder/data
maillog_file = /dev/stdout
myhostname = mail.example.org
mydestination =
alias_maps =
local_recipient_maps =
mynetworks =
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
virtual_mailbox_domains = example.org
virtual_mailbox_base = $folder
virtual_mailbox_maps = static:letters/
virtual_uid_maps = static:$(id -u nobody)
virtual_gid_maps = static:$(id -g nobody)
virtual_minimum_uid = 1
smtpd_relay_restrictions = reject_unauth_destination
smtpd_tls_security_level = may
smtpd_tls_cert_file = $folder/etc/cert.pem
smtpd_tls_key_file = $folder/etc/key.pem
message_size_limit = 1000000
END

# no process is confined to the queue: it stands in a folder of the test, without the libraries that would need
cat >"$folder/etc/master.cf" <<END
127.0.0.1:$port inet n - n - - smtpd
cleanup   unix n - n -     0 cleanup
qmgr      unix n - n   300 1 qmgr
rewrite   unix - - n -     - trivial-rewrite
bounce    unix - - n -     0 bounce
defer     unix - - n -     0 bounce
trace     unix - - n -     0 bounce
tlsmgr    unix - - n 1000? 1 tlsmgr
anvil     unix - - n -     1 anvil
proxymap  unix - - n -     - proxymap
virtual   unix - n n -     - virtual
error     unix - - n -     - error
retry     unix - - n -     - error
postlog   unix-dgram n - n - 1 postlogd
END
exec postfix -c "$folder/etc" start-fg
