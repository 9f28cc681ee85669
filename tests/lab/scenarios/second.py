# SPDX-License-Identifier: Apache-2.0
"""A second, small forest: one sync server with its connector account, and an ordinary user to ask with."""
import os

from directory import AES, filetime
from scenarios import clean


def make(d, lab):
    d.provision('TAILSPIN.EXAMPLE', 'TAILSPIN', '127.0.0.11', 'S-1-5-21-2100200300-2400500600-2700800900')
    d.open()
    d.begin()
    d.replace(d.base, maxPwdAge='-9223372036854775808', minPwdAge='0')
    d.add_server_spns()
    d.raise_level()
    clean.admin_holder(d)
    services = d.ou('Service Accounts')
    d.user('auditor', services)
    d.user('alice', services)
    server = d.computer('TAIL-SYNC01', d.ou('Tier 0'), operatingSystem='Windows Server 2022 Standard',
                        operatingSystemVersion='10.0 (20348)', msDS_SupportedEncryptionTypes=AES)
    d.age(server, lastLogonTimestamp=filetime(1))
    account = d.connector('7a115b1ac0de', 'TAIL-SYNC01', 'tailspin.onmicrosoft.com', msDS_SupportedEncryptionTypes=AES)
    d.lock_down(account)
    d.grant(d.base, *clean.connector_rights(d.sid(account)))
    d.propagate_admin_holder()
    d.commit()
    d.export_keytab(os.path.join(lab, 'dc2', 'servers.keytab'), 'tail-sync01')
