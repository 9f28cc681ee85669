#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""One connection to a listener of the lab's WinRM server: HTTP/1.1, the logon, sealed messages ([MS-WSMV] 2.2.9.1), and
everything that a listener is told to do wrong (misbehave.py). A security context lives as long as its connection."""
import asyncio
import base64
import email.utils
import json
import struct
import time

import auth
import misbehave
import soap
from wsman import Answer

HEADERS = 64 * 1024
REASONS = {200: 'OK', 302: 'Found', 400: 'Bad Request', 401: 'Unauthorized', 403: 'Forbidden', 404: 'Not Found',
           405: 'Method Not Allowed', 413: 'Request Entity Too Large', 500: 'Internal Server Error',
           503: 'Service Unavailable'}
NAMES = {'negotiate': 'Negotiate', 'kerberos': 'Kerberos', 'basic': 'Basic realm="WSMAN"', 'certificate': auth.CERTIFICATE}
SEALED = 'multipart/encrypted;protocol="%s";boundary="Encrypted Boundary"'
UNAVAILABLE = b'<html><body><h2>Service Unavailable</h2><hr><p>HTTP Error 503. The service is unavailable.</p></body></html>'


class Gone(Exception):
    """The connection is at its end."""


def open_sealed(body, session):
    """Reads the pairs of parts of a sealed body by their lengths; what does not fit exactly is refused."""
    message = b''
    while True:
        mark = b'Content-Type: application/octet-stream\r\n'
        at = body.find(mark)
        head, sealed = body[:at], body[at + len(mark):]
        length = soap.re.search(rb'OriginalContent: type=[^;]+;charset=[^;]+;Length=(\d+)\r\n', head)
        if at < 0 or not length or len(sealed) < 4:
            raise auth.Refused('parts of the sealed body are missing')
        size = struct.unpack('<I', sealed[:4])[0]
        end = 4 + size + int(length.group(1))
        if size > 256 or end > len(sealed):
            raise auth.Refused('lengths of the sealed body do not fit')
        message += session.unseal(sealed[4:4 + size], sealed[4 + size:end])
        body = sealed[end:]
        if soap.re.match(rb'-- ?Encrypted Boundary--\r\n', body):
            return message
        if not soap.re.match(rb'-- ?Encrypted Boundary\r\n', body):
            raise auth.Refused('no boundary after the sealed data')


def hostile_xml(kind):
    """A body that no client should survive by luck."""
    text = {
        'broken': '<s:Envelope xmlns:s="%s"><s:Body><unclosed>' % soap.S,
        'empty': '',
        'html': '<html><body>It works!</body></html>',
        'deep': '<s:Envelope xmlns:s="%s"><s:Body>%s%s</s:Body></s:Envelope>' % (soap.S, '<a>' * 100000, '</a>' * 100000),
        'wide': '<s:Envelope xmlns:s="%s"><s:Body>%s</s:Body></s:Envelope>' % (soap.S, '<a/>' * 6000000),
        'entities': '<!DOCTYPE s [<!ENTITY a "aaaaaaaaaa">%s]><s:Envelope xmlns:s="%s"><s:Body>&x9;</s:Body></s:Envelope>' % (
            ''.join('<!ENTITY x%d "%s">' % (n, ('&x%d;' % (n - 1) if n else '&a;') * 10) for n in range(10)), soap.S),
        'file': '<!DOCTYPE s [<!ENTITY f SYSTEM "file:///etc/passwd">]><s:Envelope xmlns:s="%s"><s:Body>&f;</s:Body>'
                '</s:Envelope>' % soap.S}
    return text.get(kind, text['broken'])


# What somebody on the way would write: unsealed, and with a fault that says that there is no such thing.
FORGED = ('<s:Envelope xmlns:s="%s"><s:Header/><s:Body><s:Fault><s:Code><s:Value>s:Sender</s:Value></s:Code><s:Detail>'
          '<f:WSManFault xmlns:f="http://schemas.microsoft.com/wbem/wsman/1/wsmanfault" Code="2150858752"/></s:Detail>'
          '</s:Fault></s:Body></s:Envelope>' % soap.S)


class Connection:
    number = 0

    def __init__(self, listener, reader, writer):
        Connection.number += 1
        self.id = Connection.number
        self.listener, self.service = listener, listener.service
        self.reader, self.writer = reader, writer
        self.session = self.handshake = self.token = None
        self.handshakes = 0

    async def run(self):
        self.service.counters['connections'] += 1
        try:
            while True:
                await self.request()
        except (Gone, ConnectionError, asyncio.IncompleteReadError, asyncio.LimitOverrunError, asyncio.TimeoutError,
                asyncio.CancelledError):
            pass
        finally:
            self.writer.close()

    # HTTP -----------------------------------------------------------------------------------------------------------

    async def request(self):
        head = await asyncio.wait_for(self.reader.readuntil(b'\r\n\r\n'), self.listener.idle)
        lines = head.decode('latin-1').split('\r\n')
        parts = lines[0].split(' ')
        self.headers = {}
        for line in lines[1:]:
            name, _, value = line.partition(':')
            self.headers[name.strip().lower()] = value.strip()
        self.log = {'status': 0, 'sent': 0}
        self.started = time.monotonic()
        self.token = None
        self.rule = None
        length = self.headers.get('content-length', '0')
        if len(parts) != 3 or not length.isdigit() or 'transfer-encoding' in self.headers:
            await self.send(400, close=True)
        most = self.listener.max_envelope_kb * 1024 + 4096
        if int(length) > most:
            await self.send(413, close=True)
        if self.headers.get('expect', '').lower() == '100-continue':
            self.writer.write(b'HTTP/1.1 100 Continue\r\n\r\n')
        body = await self.reader.readexactly(int(length))
        self.log['received'] = len(head) + len(body)
        if parts[1].startswith('/lab/'):
            return await self.control(parts[1], body)
        self.service.counters['posts'] += 1
        if self.listener.latency:
            await asyncio.sleep(self.listener.latency)
        if parts[1] != '/wsman' and not parts[1].startswith('/wsman?'):
            return await self.send(404)
        if parts[0] != 'POST':
            return await self.send(405)
        if await self.authenticated(body):
            await self.wsman(body)

    async def send(self, status, body=b'', content_type=None, headers=(), close=False, how=None):
        """One answer; `how`: a rule that spoils its way."""
        date = email.utils.formatdate(time.time() + self.listener.clock_offset, usegmt=True)
        head = ['HTTP/1.1 %d %s' % (status, REASONS.get(status, 'Unknown')), 'Server: Microsoft-HTTPAPI/2.0', 'Date: ' + date]
        if content_type:
            head.append('Content-Type: ' + content_type)
        if self.token is not None and status != 401:
            head.append('WWW-Authenticate: %s' % self.token)
        head += headers
        close = close or bool(how and how.mode == 'close')
        if close:
            head.append('Connection: close')
        if how and how.mode == 'chunked':
            head.append('Transfer-Encoding: chunked')
            pieces = [body[at:at + 1000] for at in range(0, len(body), 1000)] + [b'']
            body = b''.join(b'%x\r\n%s\r\n' % (len(piece), piece) for piece in pieces)
        else:
            head.append('Content-Length: %d' % len(body))
        whole = '\r\n'.join(head).encode() + b'\r\n\r\n' + body
        self.log['status'] = status
        self.log['sent'] = len(whole)
        self.record()
        if how is None or how.mode in ('chunked', 'close'):
            self.writer.write(whole)
            await self.writer.drain()
        else:
            await self.spoil(whole, len(whole) - len(body), how)
        if close:
            raise Gone()

    async def spoil(self, whole, body_at, rule):
        if rule.mode in ('drop-during', 'truncate'):
            self.writer.write(whole[:(body_at + len(whole)) // 2])
        elif rule.mode == 'drop-after':
            self.writer.write(whole)
        elif rule.mode == 'drip':
            for at in range(len(whole)):
                self.writer.write(whole[at:at + 1])
                await self.writer.drain()
                await asyncio.sleep(float(rule.value or 0.05))
            return
        await self.writer.drain()
        if rule.mode == 'drop-during':
            self.writer.transport.abort()  # without the polite end of TLS or TCP
        raise Gone()

    def record(self):
        """A line of the access log."""
        entry = {'time': round(time.time(), 3), 'server': self.service.name, 'port': self.listener.port,
                 'connection': self.id, 'ms': round((time.monotonic() - self.started) * 1000, 1)}
        if self.session:
            entry.update(account=self.session.account, mechanism=self.session.mechanism)
        if self.rule:
            entry['misbehave'] = self.rule.mode
        self.listener.log(json.dumps({**entry, **self.log}, ensure_ascii=False))

    async def control(self, path, body):
        """For tests: counters, new rules, and a fresh start; nobody logs on for these."""
        if path == '/lab/counters':
            result = self.service.counts()
        elif path == '/lab/counters/all':
            result = self.listener.fleet.counts()
        elif path == '/lab/misbehave':
            try:
                self.listener.plan = misbehave.Plan(body.decode())
                result = {'rules': len(self.listener.plan.rules)}
            except ValueError as error:
                return await self.send(400, ('%s\n' % error).encode(), 'text/plain')
        elif path == '/lab/reset':
            self.service.counters.clear()
            self.service.operations.clear()
            self.service.shells.clear()
            self.service.enumerations.clear()
            self.listener.plan = misbehave.Plan()
            result = {}
        else:
            return await self.send(404)
        await self.send(200, json.dumps(result).encode() + b'\n', 'application/json')

    # Logon ----------------------------------------------------------------------------------------------------------

    async def challenge(self, token=None):
        offered = [token] if token else [NAMES[name] for name in self.listener.schemes]
        await self.send(401, headers=['WWW-Authenticate: ' + value for value in offered])

    async def refuse(self, why):
        self.session = self.handshake = None
        self.service.counters['logons_refused'] += 1
        self.log['refused'] = why
        await self.challenge()

    async def authenticated(self, body):
        """Sees to a session; False: an answer has been sent already."""
        value = self.headers.get('authorization')
        if value is None:
            if self.session and self.session.context is not None:
                return True
            self.session = None
            if self.headers.get('wsmanidentify', '').lower() == 'unauthenticated' and self.listener.anonymous:
                return True
            await self.challenge()
            return False
        name, _, token = value.partition(' ')
        scheme = 'certificate' if name.lower() == auth.CERTIFICATE else name.lower()
        if scheme not in self.listener.schemes:
            await self.refuse('the scheme %s is not offered' % name)
            return False
        self.rule = self.listener.plan.next('logon')
        if self.rule and not await self.spoil_logon(scheme):
            return False
        try:
            if scheme in ('basic', 'certificate'):
                self.session = (auth.basic(token, self.service.passwords, self.service.computer) if scheme == 'basic'
                                else self.by_certificate())
                self.logged_on()
                return True
            return await self.leg(scheme, token, body)
        except auth.Refused as error:
            await self.refuse(str(error))
            return False

    async def leg(self, scheme, token, body):
        try:
            token = base64.b64decode(token.strip(), validate=True)
        except ValueError:
            raise auth.Refused('the token is no Base64')
        if self.handshake is None:
            self.session = None
            self.handshake = auth.Handshake(self.listener.acceptor, scheme, self.listener.bindings,
                                            bool(self.listener.strict and self.listener.tls),
                                            self.listener.ticket_service)
        out, session = self.handshake.step(token)
        written = '%s %s' % (scheme.capitalize(), base64.b64encode(out).decode()) if out else None
        if session is None:
            await self.challenge(written)
            return False
        self.handshake = None
        if session.account.lower() in self.listener.refused:
            raise auth.Refused('%s may not log on' % session.account)
        if not (self.rule and self.rule.mode == 'logon-no-token'):
            self.token = written
        self.session = session
        self.logged_on()
        if body:
            return True
        await self.send(200)
        return False

    def by_certificate(self):
        peer = self.writer.get_extra_info('peercert') or {}
        name = next((value for part in peer.get('subject', ()) for key, value in part if key == 'commonName'), None)
        account = self.service.settings.get('certificates', {}).get(name)
        if account is None:
            raise auth.Refused('the client certificate of %s is not mapped to an account' % name)
        return auth.Session('certificate', 'Certificate', '%s\\%s' % (self.service.computer, account))

    def logged_on(self):
        self.service.counters['logons'] += 1
        self.service.counters['logons_' + self.session.mechanism] += 1
        self.log['bound'] = self.session.bound

    async def spoil_logon(self, scheme):
        """True: the logon goes on."""
        rule = self.rule
        if rule.mode == 'logon-endless':
            await self.challenge('%s %s' % (scheme.capitalize(), base64.b64encode(b'\xa1\x07\x30\x05\xa0\x03\x0a\x01\x01').decode()))
        elif rule.mode == 'logon-garbage':
            await self.challenge('%s %s' % (scheme.capitalize(), base64.b64encode(b'no token at all').decode()))
        elif rule.mode == 'logon-refuse':
            await self.refuse('told to')
        elif rule.mode == 'logon-drop':
            self.record()
            raise Gone()
        elif rule.mode == 'logon-mute':
            await self.wait_for_end()
        elif rule.mode != 'logon-no-token':
            return await self.before(rule)
        return rule.mode == 'logon-no-token'

    # WS-Man ---------------------------------------------------------------------------------------------------------

    async def wsman(self, body):
        sealed = self.headers.get('content-type', '').lower().startswith('multipart/')
        if sealed:
            try:
                if self.session is None or self.session.context is None:
                    raise auth.Refused('there is no security context on this connection')
                message = open_sealed(body, self.session)
            except auth.Refused as error:
                self.log['refused'] = str(error)
                self.session = None
                return await self.send(400)
        else:
            message = body
            if self.session and not self.listener.tls and not self.listener.allow_unencrypted:
                self.log['refused'] = 'not encrypted'
                return await self.send(500)
        self.log['protection'] = 'sealed' if sealed else 'tls' if self.listener.tls else 'none'
        try:
            request = soap.Request(message)
        except soap.SoapFault as fault:
            text = fault.envelope(self.service.computer, None).encode()
            return await self.reply(Answer(text, 500, fault.code), sealed, None)
        if self.session is None and not request.identify:
            return await self.challenge()
        self.service.counters['requests'] += 1
        operation = self.service.operation(request)
        self.log['operation'] = operation
        rule = self.rule = self.listener.plan.next(operation)
        if rule and not await self.before(rule):
            return
        answer = self.service.answer(request, self.session, self.listener.max_envelope_kb * 1024, rule)
        while answer.wait:  # for output of a command or a pipeline
            await asyncio.sleep(answer.wait)
            if self.reader.at_eof() or self.writer.is_closing():
                raise Gone()
            answer = self.service.answer(request, self.session, self.listener.max_envelope_kb * 1024, rule)
        self.log.update(detail=answer.detail, items=answer.items, fault=answer.code)
        if rule and rule.mode == 'drop-acted':
            self.record()
            raise Gone()
        await self.reply(answer, sealed, rule)

    async def before(self, rule):
        """What is done instead of, or before, looking at the request. True: go on."""
        mode = rule.mode
        if mode == 'slow':
            await asyncio.sleep(float(rule.value or 5))
            return True
        if mode == '401':
            self.session = None
            await self.challenge()
        elif mode == '503':
            await self.send(503, UNAVAILABLE, 'text/html; charset=us-ascii', close=True)
        elif mode == 'status':
            await self.send(int(rule.value or 500), close=True)
        elif mode == 'empty-500':
            await self.send(500)
        elif mode == 'forged':
            await self.send(int(rule.value or 400), FORGED.encode(), 'application/soap+xml;charset=UTF-8')
        elif mode == 'redirect':
            await self.send(302, headers=['Location: %s' % (rule.value or 'http://127.0.0.1:1/wsman')])
        elif mode == 'drop-before':
            self.record()
            raise Gone()
        elif mode == 'mute':
            await self.wait_for_end()
        elif mode == 'garbage':
            self.record()
            self.writer.write(bytes(range(256)) * 16)
            await self.writer.drain()
            raise Gone()
        elif mode in ('huge', 'headers'):
            await self.flood(mode)
        else:
            return True
        return False

    async def wait_for_end(self):
        self.record()
        while await self.reader.read(65536):
            pass
        raise Gone()

    async def flood(self, mode):
        """Two gigabytes, in the body or in the header."""
        self.record()
        if mode == 'huge':
            piece = bytes(65536)
            protocol = self.session.protocol if self.session else ''
            self.writer.write(('HTTP/1.1 200 OK\r\nContent-Type: %s\r\nContent-Length: %d\r\n\r\n' %
                               (SEALED % protocol, 1 << 31)).encode())
        else:
            piece = b'X-Filler: ' + b'x' * 1000 + b'\r\n'
            self.writer.write(b'HTTP/1.1 200 OK\r\n')
        for _ in range((1 << 31) // len(piece)):
            self.writer.write(piece)
            await self.writer.drain()
        raise Gone()

    async def reply(self, answer, sealed, rule):
        mode = rule.mode if rule else ''
        charset = self.listener.charset
        data = hostile_xml(rule.value).encode() if mode == 'xml' else answer.body
        if charset != 'UTF-8':
            data = data.decode().encode(charset)
        how = rule if mode in ('drop-during', 'drop-after', 'drip', 'truncate', 'chunked', 'close') else None
        if not sealed or mode == 'plaintext':
            return await self.send(answer.status, data, 'application/soap+xml;charset=' + charset, how=how)
        await self.send(answer.status, self.sealed(data, rule), SEALED % self.session.protocol, how=how)

    def sealed(self, data, rule):
        """A sealed body; `rule` may want one of the styles of other servers, which are to be understood, or damage."""
        mode, value = (rule.mode, rule.value) if rule else ('', None)
        style = value if mode == 'style' else ''
        pieces = [data[at:at + 16384] for at in range(0, len(data), 16384)] if style == 'split' else [data]
        tab = b'' if style == 'bare' else b'\t'
        boundary = b'-- Encrypted Boundary' if style == 'blank' else b'--Encrypted Boundary'
        protocol, charset = self.session.protocol.encode(), self.listener.charset.encode()
        parts = []
        for piece in pieces:
            signature, encrypted, length = self.session.seal(piece)
            size = len(signature)
            if mode == 'bad-signature':
                signature = signature[:-1] + bytes([signature[-1] ^ 1])
            elif mode == 'wrong-length':
                length += int(value or 7)
            elif mode == 'wrong-header':
                size = int(value or 0x7fffffff)
            parts += [boundary, b'\r\n', tab, b'Content-Type: ', protocol, b'\r\n', tab, b'OriginalContent: type='
                      b'application/soap+xml;charset=%s;Length=%d\r\n' % (charset, length), boundary, b'\r\n', tab,
                      b'Content-Type: application/octet-stream\r\n', struct.pack('<I', size), signature, encrypted]
        whole = b''.join(parts) + boundary + b'--\r\n'
        return whole[:len(whole) // 2] if mode == 'cut' else whole
