#!/usr/bin/python3
"""Leaves a Kerberos ticket in a file, as kinit would: ticket.py FOLDER USER PASSWORD CACHE. Debian package: python3-samba."""
import sys
from samba import credentials, param

folder, user, password, cache = sys.argv[1:]
settings = param.LoadParm()
settings.load(folder + "/etc/smb.conf")
account = credentials.Credentials()
account.guess(settings)
account.set_username(user)
account.set_password(password)
account.set_realm("CHU.EXEMPLE.INVALID")
account.set_kerberos_state(credentials.MUST_USE_KERBEROS)
account.get_named_ccache(settings, "FILE:" + cache)
