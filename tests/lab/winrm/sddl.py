# SPDX-License-Identifier: Apache-2.0
"""Security descriptors of files: from their text form to bytes ([MS-DTYP] 2.4.6, 2.5.1), as far as the lab needs it."""
import re
import struct

ALIASES = {'SY': 'S-1-5-18', 'BA': 'S-1-5-32-544', 'BU': 'S-1-5-32-545', 'AU': 'S-1-5-11', 'WD': 'S-1-1-0', 'CO': 'S-1-3-0',
           'LS': 'S-1-5-19', 'NS': 'S-1-5-20', 'PU': 'S-1-5-32-547', 'IU': 'S-1-5-4'}
RIGHTS = {'FA': 0x1f01ff, 'FR': 0x120089, 'FW': 0x120116, 'FX': 0x1200a0, 'GA': 0x10000000, 'GR': 0x80000000}
FLAGS = {'OI': 1, 'CI': 2, 'NP': 4, 'IO': 8, 'ID': 16}
SELF_RELATIVE, DACL_PRESENT, AUTO_INHERITED, PROTECTED = 0x8000, 0x4, 0x400, 0x1000


def sid(text):
    parts = [int(part) for part in text.split('-')[1:]]
    return struct.pack('<BB', parts[0], len(parts) - 2) + parts[1].to_bytes(6, 'big') + \
        struct.pack('<%dI' % (len(parts) - 2), *parts[2:])


def binary(text, resolve):
    """`resolve` makes a SID of what is no alias, as "FABRIKAM\\Helpdesk"."""
    def find(name):
        return sid(ALIASES.get(name) or resolve(name))
    owner, group, flags, aces = re.fullmatch(r'O:(.+?)G:(.+?)D:((?:P|AI)*)((?:\([^()]*\))*)', text).groups()
    control = SELF_RELATIVE | DACL_PRESENT | (PROTECTED if 'P' in flags else 0) | (AUTO_INHERITED if 'AI' in flags else 0)
    entries = []
    for ace in re.findall(r'\(([^()]*)\)', aces):
        kind, inherit, rights, _, _, name = ace.split(';')
        mask = RIGHTS[rights] if rights in RIGHTS else int(rights, 16)
        body = struct.pack('<I', mask) + find(name)
        number = sum(FLAGS[inherit[at:at + 2]] for at in range(0, len(inherit), 2))
        entries.append(struct.pack('<BBH', {'A': 0, 'D': 1}[kind], number, 4 + len(body)) + body)
    acl = b''.join(entries)
    acl = struct.pack('<BBHHH', 2, 0, 8 + len(acl), len(entries), 0) + acl
    owner, group = find(owner), find(group)
    return struct.pack('<BBHIIII', 1, 0, control, 20, 20 + len(owner), 0, 20 + len(owner) + len(group)) + owner + group + acl
