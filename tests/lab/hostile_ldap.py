#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""hostile_ldap.py MODE [CERT KEY]: an LDAP server on loopback that misbehaves in one way.

Prints its port, then serves until its standard input ends. HOSTILE_LISTEN=address:port listens there
instead of at a free port of 127.0.0.1. With CERT and KEY it speaks TLS from the first byte, or with HOSTILE_STARTTLS when
it is asked to; HOSTILE_CLIENT_CA names who must have signed the client's certificate. It accepts every simple bind and answers rootDSE; what it does to searches (or to binds)
is MODE. Modes with an argument have it behind a colon: "bind_text:49:8009030C: LdapErr: ...".
"""
import itertools
import os
import socket
import ssl
import sys
import threading
import time

OID_PAGED = b'1.2.840.113556.1.4.319'


def length(n):
    if n < 128:
        return bytes([n])
    b = n.to_bytes((n.bit_length() + 7) // 8, 'big')
    return bytes([0x80 | len(b)]) + b


def tlv(tag, *parts):
    body = b''.join(p.encode() if isinstance(p, str) else p for p in parts)
    return bytes([tag]) + length(len(body)) + body


def integer(n, tag=2):
    return tlv(tag, n.to_bytes(n.bit_length() // 8 + 1, 'big'))


def element(data, at):
    tag, n = data[at], data[at + 1]
    at += 2
    if n & 0x80:
        k = n & 0x7f
        n = int.from_bytes(data[at:at + k], 'big')
        at += k
    return tag, data[at:at + n], at + n


def children(data):
    at, found = 0, []
    while at < len(data):
        tag, value, at = element(data, at)
        found.append((tag, value))
    return found


def result(tag, code, text=b'', referrals=(), extra=b''):
    refs = tlv(0xa3, *[tlv(4, r) for r in referrals]) if referrals else b''
    return tlv(tag, integer(code, 10), tlv(4, ''), tlv(4, text), refs, extra)


def message(number, operation, controls=b''):
    return tlv(0x30, integer(number), operation, tlv(0xa0, controls) if controls else b'')


def attribute(name, values):
    return tlv(0x30, tlv(4, name), tlv(0x31, *[tlv(4, v) for v in values]))


def entry(dn, attributes):
    return tlv(0x64, tlv(4, dn), tlv(0x30, *attributes))


def paged(cookie):
    value = tlv(0x30, integer(0), tlv(4, cookie))
    return tlv(0x30, tlv(4, OID_PAGED), tlv(4, value))


ROOT_DSE = entry('', [
    attribute('dnsHostName', ['evil.example']), attribute('defaultNamingContext', ['DC=evil']),
    attribute('currentTime', ['20300101000000.0Z']), attribute('domainFunctionality', ['7']),
    attribute('serverName', ['CN=EVIL,CN=Servers,CN=Lair,CN=Sites,CN=Configuration,DC=evil'])])


class Hostile:
    def __init__(self, mode):
        self.mode, _, self.argument = mode.partition(':')
        self.deaths = 0
        self.has_certificate = False

    def bind(self, number, value, send):
        choice, credentials = children(value)[2]
        mechanism = children(credentials)[0][1] if choice == 0xa3 else b''
        if self.mode == 'bind_text':
            code, _, text = self.argument.partition(':')
            send(message(number, result(0x61, int(code), text)))
        elif self.mode == 'bind_token':  # a SASL reply of so many bytes
            n = int(self.argument)
            send(message(number, result(0x61, 14, extra=tlv(0x87, bytes(range(0x60, 0x60 + n))))))
        elif self.mode == 'bind_silent':
            pass
        elif self.mode == 'bind_cut':
            return False
        elif self.mode == 'bind_spnego':  # a challenge that is cut off inside NTLM
            token = tlv(0xa1, tlv(0x30, tlv(0xa2, tlv(4, b'NTLMSSP\0\2\0\0\0' + b'\xff' * 40))))
            send(message(number, result(0x61, 14, extra=tlv(0x87, token))))
        elif self.mode == 'external':  # only the SASL mechanism EXTERNAL of who has shown a certificate
            good = mechanism == b'EXTERNAL' and self.has_certificate
            send(message(number, result(0x61, 0 if good else 49, extra=b'' if good else tlv(0x87, ''))))
        else:
            send(message(number, result(0x61, 0)))
        return True

    def search(self, number, base, asked, cookie, send):
        mode = self.mode
        done = message(number, result(0x65, 0))
        if base == '' and mode != 'root_dse_silent':
            send(message(number, ROOT_DSE) + done)
        elif mode == 'endless_pages':  # empty, each with another cookie
            send(message(number, result(0x65, 0), paged(str(int(cookie or b'0') + 1))))
        elif mode == 'same_cookie':
            send(message(number, result(0x65, 0), paged('again')))
        elif mode in ('same_range', 'endless_range', 'no_values'):
            self.ranges(number, asked, send, done)
        elif mode in ('shrinking_range', 'broken_range'):
            if asked[0].lower() == 'member':
                send(message(number, entry(base, [attribute('member;range=0-1', ['CN=a', 'CN=b'])])))
                send(done)
            else:
                send(message(number, result(0x65, 1, '000020EF: SvcErr: DSID-0, problem 5001 (BUSY), data 0'
                                            if mode == 'broken_range' else '00000057: LdapErr: DSID-0C090B76, comment: Error in '
                                                     'attribute conversion operation, data 0, v4f7c')))
        elif mode == 'windows_range':
            self.windows_range(number, base, asked, send, done)
        elif mode == 'never_final':
            for i in itertools.count():
                send(message(number, entry('CN=%d' % i, [attribute('cn', ['x'])])))
        elif mode == 'stops':
            send(message(number, entry('CN=1', [attribute('cn', ['x'])])))
        elif mode == 'half':
            send(message(number, entry('CN=1', [attribute('cn', ['x' * 100])]))[:40])
        elif mode == 'trickle':
            whole = message(number, entry('CN=1', [attribute('cn', ['x' * 2000])]))
            for i in range(len(whole)):
                send(whole[i:i + 1])
                time.sleep(0.1)
        elif mode == 'announce':  # one GiB
            send(b'\x30\x84\x40\x00\x00\x00' + integer(number) + b'\x64\x84\x3f\xff\xff\x00')
        elif mode == 'references':
            for i in itertools.count():
                send(message(number, tlv(0x73, tlv(4, 'ldap://a.example/DC=%d' % i))) * 100)
        elif mode == 'referral':
            send(message(number, result(0x65, 10, '0000202B: RefErr: DSID-0310084B, data 0, 1 access points',
                                        ['ldap://other.example/DC=other,DC=example'])))
        elif mode == 'dead_cookie':
            self.dead_cookie(number, cookie, send)
        elif mode == 'odd_final':  # Samba 4.17 answers an unknown control like this
            send(message(number, result(0x6b, 12, 'Unsupported critical extension')))
        elif mode == 'wrong_id':
            for i in (0x7fffffff, 0, number + 1000):
                send(message(i, result(0x65, 0)))
            send(b'\x30\x10\x02\x09\x01' + bytes(8) + result(0x65, 0))
        elif mode == 'flood':
            for _ in itertools.count():
                send(message(number + 1000, entry('CN=x', [attribute('cn', ['x' * 5000])])) * 20)
        elif mode == 'bytewise':
            whole = b''.join(message(number, entry('CN=%d' % i, [attribute('cn', ['x' * 50])]))
                             for i in range(20)) + done
            for i in range(len(whole)):
                send(whole[i:i + 1])
        elif mode == 'nul_dn':
            send(message(number, entry(b'CN=a\0b', [attribute('cn', ['x'])])) + done)
        elif mode == 'bad_name':
            send(message(number, entry('CN=a', [attribute(b'c\x1bn', ['x'])])) + done)
        elif mode == 'truncated_entry':
            send(message(number, b'\x64\x10\x04\x04CN=a\x30\x40\x30\x05') + done)
        elif mode == 'many_attributes':
            send(message(number, entry('CN=a', [attribute('a%d' % i, ['x']) for i in range(9000)])) + done)
        elif mode == 'same_attribute':
            send(message(number, entry('CN=a', [attribute('cn', ['x'])] * 3)) + done)
        elif mode == 'cut':
            send(message(number, entry('CN=1', [attribute('cn', ['x'])])))
            return False
        elif mode == 'search_text':
            code, _, text = self.argument.partition(':')
            send(message(number, result(0x65, int(code), text)))
        elif mode == 'extended_dn':
            send(message(number, entry('<GUID=00>;<SID=01>;CN=a', [attribute('cn', ['x'])])) + done)
        return True

    def ranges(self, number, asked, send, done):
        name = asked[0]
        low = int(name.split('=')[1].split('-')[0]) if '=' in name else 0
        if self.mode == 'same_range':
            low = 0
        values = [] if self.mode == 'no_values' and low else ['CN=%d' % (low + i) for i in range(50)]
        part = attribute('member;range=%d-%d' % (low, low + 49), values)
        send(message(number, entry('CN=g', [attribute('member', []), part])) + done)

    def windows_range(self, number, base, asked, send, done):
        name, last = asked[0], 3999
        low = int(name.split('=')[1].split('-')[0]) if '=' in name else 0
        high = min(low + 1499, last)
        part = attribute('member;range=%d-%s' % (low, '*' if high == last else high),
                         ['CN=%d' % i for i in range(low - (low > 0), high + 1)])
        empty = [attribute('member', [])] if '=' not in name else []
        send(message(number, entry(base, empty + [part, attribute('cn', ['g'])])) + done)

    def dead_cookie(self, number, cookie, send):
        page = int(cookie or b'0')
        if page == 2 and (self.argument == 'always' or self.deaths == 0):
            self.deaths += 1
            send(message(number, result(0x65, 12, '00000057: LdapErr: DSID-0C090C7D, comment: Error processing '
                                                  'control, data 0, v4f7c')))
            return
        send(message(number, entry('CN=%d' % page, [attribute('cn', ['x'])])) +
             message(number, result(0x65, 0), paged('' if page == 3 else str(page + 1))))


def serve(connection, hostile, context):
    data = b''
    try:
        if hostile.mode == 'mute':
            threading.Event().wait()
        if hostile.mode == 'garbage':
            connection.recv(4096)
            connection.sendall(b'HTTP/1.1 400 Bad Request\r\n\r\n')
            threading.Event().wait()
        while True:
            more = connection.recv(65536)
            if not more:
                return
            data += more
            while len(data) > 2:
                try:
                    tag, body, end = element(data, 0)
                except IndexError:
                    break
                if tag != 0x30 or end > len(data):
                    break
                data = data[end:]
                parts = children(body)
                number, (operation, value) = int.from_bytes(parts[0][1], 'big'), parts[1]
                if operation == 0x60:
                    more = hostile.bind(number, value, connection.sendall)
                elif operation == 0x77 and context:  # StartTLS
                    connection.sendall(message(number, result(0x78, 0)))
                    connection = context.wrap_socket(connection, server_side=True)
                    hostile.has_certificate = bool(connection.getpeercert())
                    more = True
                elif operation == 0x63:
                    fields = children(value)
                    asked = [a.decode() for _, a in children(fields[7][1])]
                    cookie = b''
                    for _, control in children(parts[2][1]) if len(parts) > 2 else []:
                        words = children(control)
                        if words[0][1] == OID_PAGED:
                            cookie = children(children(words[-1][1])[0][1])[1][1]
                    more = hostile.search(number, fields[0][1].decode(), asked, cookie, connection.sendall)
                else:
                    return
                if not more:
                    return
    except (OSError, ValueError):
        pass
    finally:
        connection.close()


def accept(listener, context, mode):
    while True:
        connection, _ = listener.accept()
        hostile = Hostile(mode)
        late = 'HOSTILE_STARTTLS' in os.environ
        try:
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            if context and mode != 'mute' and not late:
                connection = context.wrap_socket(connection, server_side=True)
                hostile.has_certificate = bool(connection.getpeercert())
        except (OSError, ssl.SSLError):
            continue
        threading.Thread(target=serve, args=(connection, hostile, context if late else None), daemon=True).start()


def main():
    context = None
    if len(sys.argv) > 2:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(sys.argv[2], sys.argv[3])
        if 'HOSTILE_CLIENT_CA' in os.environ:
            context.verify_mode = ssl.CERT_REQUIRED
            context.load_verify_locations(os.environ['HOSTILE_CLIENT_CA'])
    address, _, port = os.environ.get('HOSTILE_LISTEN', '127.0.0.1:0').rpartition(':')
    listener = socket.create_server((address, int(port)), backlog=16)
    print(listener.getsockname()[1], flush=True)
    threading.Thread(target=accept, args=(listener, context, sys.argv[1]), daemon=True).start()
    sys.stdin.read()


main()
