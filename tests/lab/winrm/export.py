# SPDX-License-Identifier: Apache-2.0
"""The configuration export (Get-ADSyncServerConfiguration) behind a described sync engine: its files as they are
served, and of its content what the engine's other answers must agree with."""
import datetime
import os
import re
import xml.etree.ElementTree as ElementTree


def _text(element, path):
    found = element.find(path)
    return None if found is None or not found.text else found.text.strip()


def _moment(text):
    if not text:
        return None
    return datetime.datetime.strptime(text[:19], '%Y-%m-%d %H:%M:%S').replace(tzinfo=datetime.timezone.utc)


class Connector:
    def __init__(self, root):
        self.guid = _text(root, 'id').strip('{}').lower()
        self.name, self.type, self.subtype = _text(root, 'name'), _text(root, 'category'), _text(root, 'subtype')
        self.modified = _moment(_text(root, 'last-modification-time'))
        ad = 'private-configuration/adma-configuration/'
        self.forest = _text(root, ad + 'forest-name')
        self.domain = _text(root, ad + 'forest-login-domain')
        values = {p.get('name'): (p.text or '').strip()
                  for p in root.iterfind('private-configuration/*/parameter-values/parameter')}
        self.account = _text(root, ad + 'forest-login-user') or values.get('UserName')
        self.netbios = values.get('Forest.Netbios', '')
        self.password_sync = _text(root, ad + 'password-hash-sync-config/enabled') == '1'
        self.writeback = _text(root, 'private-configuration/MAConfig/aad-password-reset-config/enabled') == '1'
        self.partitions = [_text(p, 'name') for p in root.iterfind('ma-partition-data/partition')
                           if _text(p, 'selected') == '1']


class Export:
    def __init__(self, folder):
        self.contents = {}
        for where, _, names in sorted(os.walk(folder)):
            for name in sorted(names):
                path = os.path.join(where, name)
                with open(path, 'rb') as file:
                    self.contents[os.path.relpath(path, folder).replace(os.sep, '/')] = file.read()
        if 'GlobalSettings/MV.xml' not in self.contents:
            raise ValueError('%s is no configuration export' % folder)
        self.connectors = [Connector(ElementTree.fromstring(data)) for path, data in self.contents.items()
                           if path.startswith('Connectors/')]
        self.connectors.sort(key=lambda c: (c.type != 'AD', c.name))
        settings = ElementTree.fromstring(self.contents['GlobalSettings/MV.xml'])
        self.parameters = {p.get('name'): (p.text or '').strip() for p in settings.iter('parameter')}

    def files(self, stamp, next_start):
        """(path, bytes): as exported just now."""
        for path, data in self.contents.items():
            if path == 'GlobalSettings/MV.xml':
                data = re.sub(b"export-date='[^']*'", b"export-date='%s'" % stamp.encode(), data)
                data = re.sub(b'(name="Microsoft.Synchronize.NextStartTime"[^>]*>)[^<]*', rb'\g<1>%s' %
                              next_start.strftime('%a, %d %b %Y %H:%M:%S GMT').encode(), data)
            yield path, data
