#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""A small host for tests of the protocol alone: hundreds of items, every kind of value, large items."""
import datetime

import clixml
import psrp
from model import Datetime, Fault, Instance, Reference


class Host:
    @classmethod
    def load(cls, path):
        return cls()

    def query(self, namespace, cls, wql=None):
        words = (wql or 'SELECT * FROM %s' % cls).replace(',', ' , ').split()
        upper = [word.upper() for word in words]
        if 'FROM' not in upper:
            raise Fault(2150858778, 'n:CannotProcessFilter', 'The filter is no query. ')
        cls = words[upper.index('FROM') + 1]
        if cls.lower() == 'win32_service':
            names = [w for w in words[1:upper.index('FROM')] if w != ',']
            rows = [self.service(number) for number in range(200)]
            if names != ['*']:
                rows = [[(k, v) for k, v in row if k in names] for row in rows]
            return [Instance('Win32_Service', namespace, row) for row in rows]
        if cls.lower() == 'win32_operatingsystem':
            when = Datetime(datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.timezone.utc))
            return [Instance('Win32_OperatingSystem', namespace, [
                ('Version', '10.0.20348'), ('LastBootUpTime', when), ('MUILanguages', ['en-US', 'de-DE']),
                ('CSDVersion', None), ('Description', ''), ('Primary', True)])]
        if cls.lower() == 'win32_groupuser':
            return [Instance('Win32_GroupUser', namespace, [
                ('GroupComponent', Reference(namespace, 'Win32_Group', {'Domain': 'SAMPLE', 'Name': 'Administrators'})),
                ('PartComponent', Reference(namespace, 'Win32_UserAccount', {'Domain': 'SAMPLE', 'Name': 'a & b'}))])]
        if cls.lower() == 'large':
            return [Instance('Large', namespace, [('Text', 'x' * 1000000)])]
        if cls.lower() == 'none':
            return []
        raise Fault(2150858778, 'n:CannotProcessFilter', 'The data source could not process the filter. ', 'provider',
                    'The specified class does not exist in the given namespace. ', wql)

    def service(self, number):
        return [('Description', 'service %d with some text to make it long: %s' % (number, 'abc ' * 100)),
                ('Name', 'svc%03d' % number), ('ProcessId', number), ('Started', number % 2 == 0), ('TagId', None)]

    def get(self, namespace, cls, keys):
        if cls.lower() == 'win32_operatingsystem':
            return self.query(namespace, cls, None)[0]
        for item in self.query(namespace, cls, None):
            if dict(item.props).get('Name') == keys.get('Name'):
                return item
        raise Fault(2150858752, 'a:DestinationUnreachable', 'No such instance. ')

    def invoke(self, namespace, cls, method, params):
        return [('sNames', ['one', 'two'])], 0

    def config(self):
        return [('MaxEnvelopeSizekb', '500'), ('Service', [('AllowUnencrypted', 'false')]),
                ('Winrs', [('MaxShellsPerUser', '5'), ('MaxProcessesPerShell', '25')])]

    def config_listeners(self):
        return [[('Address', '*'), ('Transport', 'HTTP'), ('Port', '5985')]]

    def command(self, line, codepage):
        if line.startswith('many '):
            text = 'zwölf €\r\n' * int(line.split()[1])
            return text.encode('utf-8' if codepage == 65001 else 'cp%d' % codepage, 'replace'), b'', 0
        return ('%s\r\n' % line).encode(), b'note\r\n', 7

    def run(self, context, text, arguments):
        """Every kind of event; `source` names what is wanted."""
        import powershell
        for name in str(arguments.get('source') or '').split(','):
            if name == 'values':
                yield 'output', clixml.custom([
                    ('Fact', 'values'), ('Text', 'Zürich \U0001f600 <&> _x0041_ \r\n'), ('Empty', ''), ('Yes', True),
                    ('No', False), ('Small', -7), ('Large', 1 << 40), ('None', None)])
            elif name.startswith('many'):
                for number in range(int(name[4:])):
                    yield 'output', clixml.custom([('Fact', 'item'), ('Number', number), ('Text', 'abc ' * 20)])
            elif name.startswith('large'):
                yield 'output', 'x' * int(name[5:])
            elif name == 'who':
                yield 'output', clixml.custom([('Account', context.account), ('Elevated', context.elevated),
                                               ('Endpoint', context.name), ('Days', arguments.get('days'))])
            elif name == 'hang':
                yield ('forever',)
            elif name:
                yield 'fail', psrp.unknown_command(name)
        if 'source' not in arguments:
            yield from powershell.statements(text)
