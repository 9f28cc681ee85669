#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""How clients of the lab's WinRM server log on, and how messages are sealed afterwards.

Negotiate (SPNEGO with Kerberos or NTLM inside, and both without SPNEGO), Kerberos, Basic and client certificates, as
Windows' WinRM service accepts them: RFC 4559, RFC 5929, [MS-WSMV] 2.2.9.1 and 3.1.4. Keys come from the keytab
($KRB5_KTNAME), passwords of NTLM from $NTLM_USER_FILE.
"""
import base64
import hashlib
import os
import ssl
import struct

# Tickets are not looked up in a file of used ones: that file is synced to the disk at each logon.
os.environ.setdefault('KRB5RCACHENAME', 'none:')

import gssapi  # noqa: E402
import gssapi.raw as raw  # noqa: E402

SPNEGO = gssapi.OID.from_int_seq('1.3.6.1.5.5.2')
KERBEROS = gssapi.OID.from_int_seq('1.2.840.113554.1.2.2')
NTLM = gssapi.OID.from_int_seq('1.3.6.1.4.1.311.2.2.10')
NAMES = {KERBEROS: 'Kerberos', NTLM: 'NTLM'}
CHANNEL_BOUND = 0x800  # GSS_C_CHANNEL_BOUND_FLAG: without it the client sent no bindings
CERTIFICATE = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/https/mutual'

# Object identifiers of signatures with a digest other than SHA-256, as they stand in a certificate (RFC 5929 4.1).
DIGESTS = ((bytes.fromhex('2a864886f70d01010c'), 'sha384'), (bytes.fromhex('2a864886f70d01010d'), 'sha512'),
           (bytes.fromhex('2a8648ce3d040303'), 'sha384'), (bytes.fromhex('2a8648ce3d040304'), 'sha512'))


class Refused(Exception):
    """A logon or a sealed message that is not accepted; the text is for the log."""


def normal(account):
    """'auditor@FABRIKAM.EXAMPLE', 'FABRIKAM.EXAMPLE\\auditor' -> 'FABRIKAM\\auditor': one spelling for all schemes."""
    account = account.rstrip('\0')
    if '\\' in account:
        domain, name = account.split('\\', 1)
    else:
        name, _, domain = account.partition('@')
    return '%s\\%s' % (domain.split('.')[0].upper(), name) if domain else name


def channel_bindings(certificate_file):
    """tls-server-end-point of the server's own certificate."""
    with open(certificate_file) as file:
        der = ssl.PEM_cert_to_DER_cert(file.read().split('-----END CERTIFICATE-----')[0] + '-----END CERTIFICATE-----\n')
    digest = next((name for oid, name in DIGESTS if oid in der), 'sha256')
    return raw.ChannelBindings(application_data=b'tls-server-end-point:' + hashlib.new(digest, der).digest())


class Acceptor:
    """Credentials for one set of mechanisms; made once, they serve all connections."""
    made = {}

    def __init__(self, kerberos, ntlm):
        inner = ([KERBEROS] if kerberos else []) + ([NTLM] if ntlm else [])
        self.all = gssapi.Credentials(usage='accept', mechs=[SPNEGO] + inner)
        raw.set_neg_mechs(self.all, inner)
        self.kerberos = gssapi.Credentials(usage='accept', mechs=[KERBEROS]) if kerberos else None

    @classmethod
    def get(cls, kerberos=True, ntlm=True):
        key = (kerberos, ntlm)
        if key not in cls.made:
            cls.made[key] = cls(kerberos, ntlm)
        return cls.made[key]


class Handshake:
    """A logon by GSS-API on one connection, leg by leg. `service`: the class of names ("host") whose tickets are
    accepted, as where HTTP/server belongs to another account; None: all in the keytab."""

    def __init__(self, acceptor, scheme, bindings, strict, service):
        credentials = acceptor.kerberos if scheme == 'kerberos' else acceptor.all
        if credentials is None:
            raise Refused('no Kerberos here')
        self.scheme = scheme
        self.strict = strict
        self.service = service
        self.context = gssapi.SecurityContext(creds=credentials, usage='accept', channel_bindings=bindings)

    def step(self, token):
        """Returns the token for the client and, when it is complete, the session."""
        try:
            out = self.context.step(token)
            complete = self.context.complete  # an error may have been kept back until now
        except gssapi.exceptions.GSSError as error:
            raise Refused(' '.join(str(error).split()))
        except Exception as error:  # python-gssapi on tokens that no mechanism knows
            raise Refused(repr(error))
        if not complete:
            if not out:
                raise Refused('no progress')
            return out, None
        flags = int(self.context.actual_flags)
        if self.strict and not flags & CHANNEL_BOUND:
            raise Refused('no channel bindings')
        if self.service and self.context.mech == KERBEROS:
            target = str(self.context.target_name)
            if target.split('/')[0].lower() != self.service.lower():
                raise Refused('the ticket is for %s' % target)
        return out, Session(self.scheme, NAMES.get(self.context.mech, str(self.context.mech)),
                            normal(str(self.context.initiator_name)), self.context, bool(flags & CHANNEL_BOUND))


class Session:
    """Who is at the other end, by what, and the keys."""

    def __init__(self, scheme, mechanism, account, context=None, bound=False):
        self.scheme = scheme
        self.mechanism = mechanism
        self.account = account
        self.context = context
        self.bound = bound

    @property
    def protocol(self):
        return 'application/HTTP-%s-session-encrypted' % ('Kerberos' if self.scheme == 'kerberos' else 'SPNEGO')

    def seal(self, message):
        """Returns signature, data, and the length that is announced."""
        if self.mechanism == 'NTLM':
            sealed = self.context.wrap(message, True).message
            return sealed[:16], sealed[16:], len(message)
        iov = raw.IOV(raw.IOVBufferType.header, message, raw.IOVBufferType.padding, std_layout=False)
        raw.wrap_iov(self.context, iov, confidential=True)
        padding = iov[2].value or b''
        return iov[0].value, iov[1].value + padding, len(message) + len(padding)

    def unseal(self, signature, data):
        self.check_layout(signature)
        try:
            result = self.context.unwrap(signature + data)
        except gssapi.exceptions.GSSError as error:
            raise Refused(' '.join(str(error).split()))
        if not result.encrypted:
            raise Refused('signed but not sealed')
        return result.message

    def check_layout(self, signature):
        """GSS-API reads signature and data as one, Windows does not: it wants the cut where its own is.

        RFC 4121 4.2.4: 16 bytes of token, then rotated to the front (RRC) the encrypted copy of it and the checksum,
        then the confounder."""
        if self.mechanism == 'NTLM':
            if len(signature) != 16:
                raise Refused('NTLM signature of %d bytes' % len(signature))
        elif signature[:2] == b'\x05\x04':
            rotated = struct.unpack('>H', signature[6:8])[0]
            if rotated < 28 or len(signature) != 32 + rotated:
                raise Refused('Kerberos signature of %d bytes with RRC %d' % (len(signature), rotated))


def basic(token, passwords, computer):
    """Local accounts only, as on Windows."""
    try:
        name, _, password = base64.b64decode(token).decode().partition(':')
    except ValueError as error:
        raise Refused('Basic: %s' % error)
    name = name.split('\\', 1)[-1]
    if name.lower() not in passwords or passwords[name.lower()] != password:
        raise Refused('Basic: wrong name or password')
    return Session('basic', 'Basic', '%s\\%s' % (computer, name))
