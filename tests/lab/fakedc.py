#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""fakedc.py [--tls CERT KEY] ADDRESS PORT SCRIPT.json: an LDAP server that answers as the script says.

For what Samba does not do: Windows' own result codes and texts, MaxPageSize, MaxValRange, cookies that die, referrals;
and for what only an attacker does. It needs no lab, and in the lab it may listen beside the domain controller.
With --tls it speaks TLS from the first byte. It prints "ready" once it listens; it ends when its standard input does.

The script is one object; every key may be missing:

  bind            [code, text]          answer to a bind; default success
  starttls        [code, text]          answer to StartTLS; default: no certificate (52)
  search          [code, text, [uri]]   answer to every search but rootDSE's
  root_dse        {name: [value]}       attributes of rootDSE, beside the built-in ones
  entries         N     a search below a base finds N entries: 1000 at most per page; unpaged it ends with code 4
  members         N     'member' of a base search: 1500 at most, then member;range=0-1499 beside an empty 'member'
  page_dies_at    K     the cookie of entry K and later ones is not known any more (code 12)
  page_never_ends true  each page comes with a cookie that gives the same page again
  range_never_ends true each range is the first one
  endless         true  a search sends entries for ever
  huge_value      N     one value of N bytes
  mute_after      K     nothing is answered after K requests
  close_after     K     the connection is closed instead of answering request K+1
  delay_ms        N     before each answer
  chunk           N     bytes per packet
  raw             HEX   these bytes instead of any answer
"""
import json
import socket
import ssl
import sys
import threading
import time

MAX_PAGE, MAX_RANGE = 1000, 1500
PAGED = '1.2.840.113556.1.4.319'
BASE = 'DC=fabrikam,DC=example'
BIND, UNBIND, SEARCH, EXTENDED, ABANDON = 0x60, 0x42, 0x63, 0x77, 0x50
# Texts of Windows Server 2022.
NO_CERTIFICATE = [52, '00000000: LdapErr: DSID-0C091158, comment: Error initializing SSL/TLS, data 0, v4f7c']
BAD_COOKIE = [12, '00000057: LdapErr: DSID-0C090C7D, comment: Error processing control, data 0, v4f7c']
BAD_RANGE = [1, '00000057: LdapErr: DSID-0C090B76, comment: Error in attribute conversion operation, data 0, v4f7c']
UNKNOWN_OPERATION = [2, '0000203D: LdapErr: DSID-0C09125E, comment: Unknown extended request OID, data 0, v4f7c']


# --- BER ------------------------------------------------------------------------------------------

def length(n):
    if n < 128:
        return bytes([n])
    octets = n.to_bytes((n.bit_length() + 7) // 8, 'big')
    return bytes([0x80 | len(octets)]) + octets


def tlv(tag, *parts):
    body = b''.join(p if isinstance(p, bytes) else p.encode() for p in parts)
    return bytes([tag]) + length(len(body)) + body


def integer(n, tag=2):
    return tlv(tag, n.to_bytes(n.bit_length() // 8 + 1, 'big'))


def read(data, at):
    """Tag, body and end of the element at `at`; IndexError while it is incomplete."""
    tag, size = data[at], data[at + 1]
    at += 2
    if size & 0x80:
        octets = size & 0x7f
        if len(data) < at + octets:
            raise IndexError
        size = int.from_bytes(data[at:at + octets], 'big')
        at += octets
    if len(data) < at + size:
        raise IndexError
    return tag, data[at:at + size], at + size


def children(body):
    at, result = 0, []
    while at < len(body):
        tag, value, at = read(body, at)
        result.append((tag, value))
    return result


# --- LDAP -----------------------------------------------------------------------------------------

def message(number, operation, controls=()):
    return tlv(0x30, integer(number), operation, tlv(0xa0, *controls) if controls else b'')


def result(tag, code, text='', referrals=None):
    uris = tlv(0xa3, *[tlv(4, uri) for uri in referrals]) if referrals else b''
    return tlv(tag, integer(code, 10), tlv(4, ''), tlv(4, text), uris)


def attribute(name, values):
    return tlv(0x30, tlv(4, name), tlv(0x31, *[tlv(4, v) for v in values]))


def entry(dn, attributes):
    return tlv(0x64, tlv(4, dn), tlv(0x30, *attributes))


def paged(cookie):
    return tlv(0x30, tlv(4, PAGED), tlv(4, tlv(0x30, integer(0), tlv(4, cookie))))


class Connection:
    def __init__(self, stream, script):
        self.stream, self.script, self.requests = stream, script, 0

    def send(self, data):
        time.sleep(self.script.get('delay_ms', 0) / 1000)
        step = self.script.get('chunk') or len(data)
        for at in range(0, len(data), max(step, 1)):
            self.stream.sendall(data[at:at + step])

    def serve(self):
        buffer = b''
        while True:
            more = self.stream.recv(65536)
            if not more:
                return
            buffer += more
            while True:
                try:
                    _, body, end = read(buffer, 0)
                except IndexError:
                    break
                buffer = buffer[end:]
                if not self.answer(children(body)):
                    return

    def answer(self, parts):
        """False ends the connection."""
        number, (tag, body) = int.from_bytes(parts[0][1], 'big'), parts[1]
        controls = [children(c) for _, c in children(parts[2][1])] if len(parts) > 2 else []
        self.requests += 1
        if tag == UNBIND or self.requests > self.script.get('close_after', self.requests):
            return False
        if self.requests > self.script.get('mute_after', self.requests) or tag == ABANDON:
            return True
        if 'raw' in self.script:
            self.send(bytes.fromhex(self.script['raw']))
        elif tag == BIND:
            self.send(message(number, result(0x61, *(self.script.get('bind') or [0]))))
        elif tag == EXTENDED:
            self.send(message(number, result(0x78, *(self.script.get('starttls') or NO_CERTIFICATE))))
        elif tag == SEARCH:
            self.search(number, children(body), controls)
        else:
            self.send(message(number, result(tag + 1, *UNKNOWN_OPERATION)))
        return True

    def search(self, number, fields, controls):
        base, scope = fields[0][1].decode(), fields[1][1][0]
        wanted = [name.decode() for _, name in children(fields[7][1])]
        if base == '' and scope == 0:
            self.send(message(number, entry('', self.root_dse())) + message(number, result(0x65, 0)))
        elif self.script.get('search'):
            self.send(message(number, result(0x65, *self.script['search'])))
        elif self.script.get('endless'):
            while True:
                self.send(message(number, entry('CN=again,' + BASE, [attribute('cn', ['again'])])))
        elif scope == 0:
            self.one(number, base, wanted)
        else:
            self.many(number, controls)

    def root_dse(self):
        values = {'defaultNamingContext': [BASE], 'rootDomainNamingContext': [BASE],
                  'configurationNamingContext': ['CN=Configuration,' + BASE],
                  'schemaNamingContext': ['CN=Schema,CN=Configuration,' + BASE],
                  'namingContexts': [BASE, 'CN=Configuration,' + BASE, 'CN=Schema,CN=Configuration,' + BASE],
                  'dnsHostName': ['dc1.fabrikam.example'], 'supportedControl': [PAGED],
                  'serverName': ['CN=DC1,CN=Servers,CN=Default-First-Site-Name,CN=Sites,CN=Configuration,' + BASE],
                  'supportedSASLMechanisms': ['GSSAPI', 'GSS-SPNEGO', 'EXTERNAL', 'DIGEST-MD5'],
                  'domainFunctionality': ['7'], 'forestFunctionality': ['7'], 'domainControllerFunctionality': ['7'],
                  'currentTime': [time.strftime('%Y%m%d%H%M%S.0Z', time.gmtime())]}
        values.update(self.script.get('root_dse', {}))
        return [attribute(name, value) for name, value in values.items()]

    def one(self, number, base, wanted):
        """The entry at the base, its members in ranges."""
        attributes = [attribute('cn', ['x' * self.script.get('huge_value', 1)])]
        members = self.script.get('members', 0)
        asked = [w for w in wanted if w.lower().split(';')[0] == 'member']
        if asked and members:
            low, high = 0, MAX_RANGE - 1
            explicit = ';range=' in asked[0].lower()
            if explicit:
                first, _, last = asked[0].split('=')[1].partition('-')
                low = int(first)
                high = low + MAX_RANGE - 1 if last == '*' else min(int(last), low + MAX_RANGE - 1)
            if self.script.get('range_never_ends'):
                low, high = 0, MAX_RANGE - 1
            if low >= members:
                self.send(message(number, result(0x65, *BAD_RANGE)))
                return
            values = ['CN=m%05d,%s' % (i, BASE) for i in range(low, min(high + 1, members))]
            if members <= MAX_RANGE and not explicit:
                attributes.append(attribute('member', values))
            else:
                end = '*' if high >= members - 1 else str(high)
                attributes.append(attribute('member;range=%d-%s' % (low, end), values))
                if not explicit:
                    attributes.append(attribute('member', []))
        self.send(message(number, entry(base, attributes)) + message(number, result(0x65, 0)))

    def many(self, number, controls):
        """A page of entries and the reference that Windows adds for the other partitions."""
        count, size, at, with_pages = self.script.get('entries', 0), MAX_PAGE, 0, False
        for control in controls:
            if control[0][1].decode() == PAGED:
                value = children(children(control[-1][1])[0][1])
                size = min(MAX_PAGE, int.from_bytes(value[0][1], 'big') or MAX_PAGE)
                at, with_pages = int(value[1][1] or b'0'), True
        if with_pages and at and at >= self.script.get('page_dies_at', at + 1):
            self.send(message(number, result(0x65, *BAD_COOKIE)))
            return
        out = b''.join(message(number, entry('CN=e%05d,%s' % (i, BASE), [attribute('cn', ['e%05d' % i])]))
                       for i in range(at, min(count, at + size)))
        out += message(number, tlv(0x73, tlv(4, 'ldap://DomainDnsZones.fabrikam.example/DC=DomainDnsZones,' + BASE)))
        more = at + size < count
        if with_pages:
            cookie = str(at + size) if more else ''
            if self.script.get('page_never_ends'):
                cookie = '0'
            out += message(number, result(0x65, 0), [paged(cookie)])
        else:
            out += message(number, result(0x65, 4 if more else 0))
        self.send(out)


def handle(stream, context, script):
    try:
        if context:
            stream = context.wrap_socket(stream, server_side=True)
        Connection(stream, script).serve()
    except (OSError, IndexError, ValueError):
        pass  # the other side went away, or spoke no LDAP
    finally:
        stream.close()


def main(words):
    context = None
    if words[0] == '--tls':
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(words[1], words[2])
        words = words[3:]
    address, port, script = words
    with open(script, encoding='utf-8') as file:
        script = json.load(file)
    listener = socket.socket()
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    listener.bind((address, int(port)))
    listener.listen(16)
    print('ready', listener.getsockname()[1], flush=True)

    def accept():
        while True:
            stream, _ = listener.accept()
            threading.Thread(target=handle, args=(stream, context, script), daemon=True).start()
    threading.Thread(target=accept, daemon=True).start()
    sys.stdin.read()


if __name__ == '__main__':
    if len(sys.argv) not in (4, 7):
        sys.exit(__doc__)
    main(sys.argv[1:])
