#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""hosts_winrm.py SNAPSHOT HOST THREADS FIRST COUNT: asks COUNT hosts of the lab from number FIRST on what syncaudit asked
HOST, with python3-winrm. The questions come from the footprint in SNAPSHOT: every query, instance, method and command
line of it, once, in its order; enumerations are pulled to their end. What came through PowerShell Remoting, which
python3-winrm does not speak, is asked as its run_ps does: a shell and powershell.exe -EncodedCommand for each source.
Answers are parsed as XML and dropped, what PowerShell says is dropped as it is.

NTLM with sealed messages: python3-winrm seals with Kerberos only with a library that Debian 12 lacks."""
import base64
import concurrent.futures
import os
import re
import sqlite3
import sys
import uuid
import xml.etree.ElementTree as ElementTree
from xml.sax.saxutils import escape

CONF = os.path.join(os.environ['LAB'], 'run', 'legacy.cnf')
if os.environ.get('OPENSSL_CONF') != CONF:  # ntlm-auth needs MD4; the library is loaded with this configuration
    with open(CONF, 'w') as conf:
        conf.write('openssl_conf = i\n[i]\nproviders = p\n[p]\ndefault = d\nlegacy = l\n[d]\nactivate = 1\n[l]\nactivate = 1\n')
    os.environ['OPENSSL_CONF'] = CONF
    os.execv(sys.executable, [sys.executable] + sys.argv)

import winrm  # noqa: E402
from winrm.exceptions import WinRMTransportError  # noqa: E402

WSMAN = 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd'
ENUMERATION = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration'
GET = 'http://schemas.xmlsoap.org/ws/2004/09/transfer/Get'
URI = 'http://schemas.microsoft.com/wbem/wsman/1/'
HEAD = ('<s:Envelope xmlns:s="http://www.w3.org/2003/05/soap-envelope" xmlns:a="http://schemas.xmlsoap.org/ws/2004/08/addressing" '
        'xmlns:w="%s" xmlns:n="%s"><s:Header><a:To>%%s</a:To><a:ReplyTo><a:Address s:mustUnderstand="true">'
        'http://schemas.xmlsoap.org/ws/2004/08/addressing/role/anonymous</a:Address></a:ReplyTo><a:Action s:mustUnderstand="true">'
        '%%s</a:Action><a:MessageID>uuid:%%s</a:MessageID><w:ResourceURI s:mustUnderstand="true">%%s</w:ResourceURI>'
        '<w:MaxEnvelopeSize s:mustUnderstand="true">512000</w:MaxEnvelopeSize><w:OperationTimeout>PT20S</w:OperationTimeout>'
        '%%s</s:Header><s:Body>%%s</s:Body></s:Envelope>') % (WSMAN, ENUMERATION)
SCRIPTS = os.path.join(os.path.dirname(os.path.abspath(__file__)), '..', '..', 'transports', 'psrp', 'scripts')
HKLM = '<p:hDefKey>2147483650</p:hDefKey>'


def questions(path):
    """(operation, detail) in their order, each question once; a Pull belongs to its Enumerate, and the output of a command
    and its end to the command."""
    with sqlite3.connect('file:%s?mode=ro' % path, uri=True) as db:
        rows = db.execute("SELECT operation, detail FROM footprint WHERE protocol = 'wsman' AND operation IN "
                          "('Get', 'Enumerate', 'Invoke', 'Create', 'Command', 'Delete') ORDER BY id").fetchall()
        pipelines = db.execute("SELECT detail FROM footprint WHERE protocol = 'psrp' AND operation = 'pipeline'").fetchall()
    rows, seen, shells = [row for row in rows if not row[1].startswith('powershell ')], set(), 0
    asked = []
    for row in rows:  # the shell of PowerShell Remoting ends without a name
        shells += {'Create': 1, 'Delete': -1}.get(row[0], 0)
        if shells >= 0 and (row[0] in ('Create', 'Delete') or not (row in seen or seen.add(row))):
            asked.append(row)
        shells = max(shells, 0)
    return asked + [('powershell', name) for row in pipelines for name in row[0].split(', ')]


def script(name):
    """As powershell.exe gets it from syncaudit: comments, empty lines and indentation are taken off."""
    def lines(part):
        with open(os.path.join(SCRIPTS, part + '.ps1')) as file:
            return [line.strip() for line in file if line.strip() and not line.strip().startswith('#')]
    body = lines('run_history_short' if name == 'run_history' else name)
    return '\n'.join(["$Source='%s';$Days=7;$MaxRuns=5000" % name] + lines('prelude') + lines('module') +
                     ["Invoke-Source '%s' {" % name] + body + ['}'])


def resource(short):
    """The footprint names root/NAMESPACE/CLASS and winrm/config/...; both begin differently."""
    return URI + 'wmi/' + short if short.startswith('root/') else URI + 'config' + short[len('winrm/config'):]


class Host:
    def __init__(self, name, password):
        self.url = 'http://%s:5985/wsman' % name
        self.client = winrm.Protocol(self.url, transport='ntlm', username='FABRIKAM\\auditor', password=password,
                                     message_encryption='always', read_timeout_sec=120, operation_timeout_sec=100)
        self.faults = self.said = 0

    def post(self, action, uri, body, selectors=''):
        text = HEAD % (self.url, action, str(uuid.uuid4()).upper(), uri, selectors, body)
        try:
            reply = self.client.transport.send_message(text)
        except WinRMTransportError as error:  # what it makes of any 500
            self.faults += 1
            reply = error.response_text
        return ElementTree.fromstring(reply if isinstance(reply, bytes) else reply.encode())

    def enumerate(self, detail):
        space, _, query = detail.partition(': ')
        uri = resource(space + '/*' if query else space)
        text = '<w:Filter Dialect="%sWQL">%s</w:Filter>' % (URI, escape(query)) if query else ''
        root = self.post(ENUMERATION + '/Enumerate', uri, '<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000'
                         '</w:MaxElements>%s</n:Enumerate>' % text)
        while True:
            context = root.find('.//{%s}EnumerationContext' % ENUMERATION)
            if context is None or not context.text:
                return
            root = self.post(ENUMERATION + '/Pull', uri, '<n:Pull><n:EnumerationContext>%s</n:EnumerationContext>'
                             '<n:MaxElements>32000</n:MaxElements></n:Pull>' % context.text)

    def get(self, detail):
        path, _, keys = detail.partition(' ')
        names = re.findall(r'([A-Za-z0-9_]+)=(\S+)', keys)
        selectors = '<w:SelectorSet>%s</w:SelectorSet>' % ''.join(
            '<w:Selector Name="%s">%s</w:Selector>' % (n, escape(v)) for n, v in names) if names else ''
        self.post(GET, resource(path), '', selectors)

    def invoke(self, detail):
        method, _, key = detail.partition(' ')
        class_name, _, method = method.partition('.')
        uri = URI + 'wmi/root/default/' + class_name
        name = ''
        if method.startswith('Get'):
            key, _, value = key.rpartition(' ')
            name = '<p:sValueName>%s</p:sValueName>' % escape(value)
        self.post('%s/%s' % (uri, method), uri, '<p:%s_INPUT xmlns:p="%s">%s<p:sSubKeyName>%s</p:sSubKeyName>%s</p:%s_INPUT>' %
                  (method, uri, HKLM, escape(key), name, method))

    def create(self, _):
        self.shell = self.client.open_shell(codepage=65001)

    def command(self, detail):
        command = self.client.run_command(self.shell, detail)
        try:
            self.client.get_command_output(self.shell, command)
        finally:
            self.client.cleanup_command(self.shell, command)

    def delete(self, _):
        self.client.close_shell(self.shell)

    def powershell(self, name):
        encoded = base64.b64encode(script(name).encode('utf-16-le')).decode()
        shell = self.client.open_shell()
        try:
            command = self.client.run_command(shell, 'powershell -encodedcommand ' + encoded)
            self.said += len(self.client.get_command_output(shell, command)[0])
            self.client.cleanup_command(shell, command)
        finally:
            self.client.close_shell(shell)


def audit(number, like, asked, password):
    name = 'many-%03d.fabrikam.example' % number
    host = Host(name, password)
    short, own = like.split('.')[0], name.split('.')[0]
    for operation, detail in asked:
        getattr(host, operation.lower())(detail.replace(short.upper(), own.upper()).replace(short, own))
    return host.faults, host.said


def main():
    snapshot, like, threads, first, count = sys.argv[1], sys.argv[2], *map(int, sys.argv[3:6])
    asked = questions(snapshot)
    with open(os.path.join(os.environ['LAB_PASSWORDS'], 'raw', 'auditor')) as file:
        password = file.read()
    with concurrent.futures.ThreadPoolExecutor(threads) as pool:
        results = list(pool.map(lambda n: audit(n, like, asked, password), range(first, first + count)))
    print('%d questions, %d faults in all, %.0f kB of output of PowerShell each' %
          (len(asked), sum(r[0] for r in results), sum(r[1] for r in results) / count / 1000))


if __name__ == '__main__':
    main()
