#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Envelopes of the lab's WinRM server without a network: shapes beside recordings of Windows servers (folder of the
recordings as argument; without it those tests are skipped), headers, values, rules of misbehaviour, sealed lengths."""
import datetime
import os
import struct
import sys
import unittest
import xml.etree.ElementTree as ElementTree

sys.dont_write_bytecode = True
import auth  # noqa: E402
import connection  # noqa: E402
import misbehave  # noqa: E402
import model  # noqa: E402
import sample  # noqa: E402
import soap  # noqa: E402
import wsman  # noqa: E402

RECORDED = os.path.join(sys.argv.pop(), 'winrm') if len(sys.argv) > 1 else ''
XSI = '{%s}' % soap.XSI


def shape(element, path=''):
    """Names of elements and attributes, in order; texts only where they are names themselves."""
    path += '/' + element.tag
    rows = [(path, tuple(sorted(element.attrib)))]
    for child in element:
        if soap.local(child) != 'ActivityId':
            rows += shape(child, path)
    return rows


def recorded(name):
    return ElementTree.parse(os.path.join(RECORDED, name)).getroot()


def service():
    class Description:
        host = sample.Host()
        config = {}
    return wsman.Service('sample.example', Description, {})


def request(action, resource, body='', header=''):
    return soap.Request(
        '<s:Envelope xmlns:s="%s" xmlns:a="%s" xmlns:w="%s" xmlns:n="%s" xmlns:rsp="%s"><s:Header><a:To>http://x/</a:To>'
        '<a:Action>%s</a:Action><a:MessageID>uuid:1</a:MessageID><w:ResourceURI>%s</w:ResourceURI>%s</s:Header><s:Body>%s'
        '</s:Body></s:Envelope>' % (soap.S, soap.A, soap.W, soap.N, soap.RSP, action, resource, header, body))


SESSION = auth.Session('basic', 'Basic', 'SAMPLE\\auditor')


def answer(*arguments):
    return ElementTree.fromstring(service().answer(request(*arguments), SESSION, 512000).body)


@unittest.skipUnless(os.path.isdir(RECORDED), 'no recordings')
class Shapes(unittest.TestCase):
    def same(self, ours, name, prune=()):
        theirs = recorded(name)
        for element in theirs.iter():
            for child in list(element):
                if soap.local(child) in prune:
                    element.remove(child)
        self.assertEqual(shape(ours), shape(theirs))

    def fault(self, *arguments, **more):
        return ElementTree.fromstring(soap.SoapFault(*arguments, **more).envelope('HOST', 'uuid:1'))

    def test_timed_out(self):
        self.same(self.fault(2150858793), 'wsman-fault/pywinrm-2150858793-timedout.xml')

    def test_provider(self):
        self.same(self.fault(87, form='provider'), 'wsman-fault/pypsrp-87-invalid-parameter.xml')

    def test_class_absent(self):
        fault = wsman.Service.fault_of_model(model.bad_filter('The specified class does not exist. ', 'SELECT 1'))
        ours = ElementTree.fromstring(fault.envelope('HOST', 'uuid:1'))
        self.same(ours, 'wsman-fault/winrb-soap_fault_v2.xml')
        self.assertEqual(soap.SoapFault(2150858778).subcode, fault.subcode)
        theirs = recorded('wsman-fault/winrb-soap_fault_v2.xml')
        for root in (ours, theirs):
            self.assertEqual([e.get('Code') for e in root.iter('{%s}WSManFault' % soap.F)], ['2150858778'] * 2)
            self.assertEqual(root.find('.//{%s}Subcode/{%s}Value' % (soap.S, soap.S)).text, 'n:CannotProcessFilter')
            self.assertEqual(root.find('.//{%s}Action' % soap.A).text, soap.N + '/fault')

    def test_cim_error(self):
        ours, theirs = self.fault(2150859173, form='cim'), recorded('wsman-fault/winrb-wmi_error_v2.xml')
        values = [{soap.local(e): e.text for e in root.find('.//{%s}Detail' % soap.S)[0]} for root in (ours, theirs)]
        self.assertLessEqual(set(values[0]), set(values[1]))
        self.assertEqual(values[0]['MessageID'], values[1]['MessageID'])
        self.assertEqual(values[0]['error_Code'], values[1]['error_Code'])

    def test_not_understood(self):
        ours = ElementTree.fromstring(soap.not_understood('{urn:x}Y').envelope('HOST', 'uuid:1'))
        self.same(ours, 'wsman-fault/pypsrp-mustunderstand.xml')

    def test_config(self):
        # Namespaces and the leaves that the sample has; the order of Windows is the host model's business.
        ours = answer(soap.X + '/Get', wsman.CONFIG)
        theirs = recorded('config/wsman_update_envelope_size_500/00-response.xml')
        self.assertLessEqual(set(shape(ours)), set(shape(theirs)))

    def test_shell(self):
        one, cmd = service(), wsman.CMD

        def ask(action, body='', header=''):
            return ElementTree.fromstring(one.answer(request(action, cmd, body, header), SESSION, 512000).body)
        made = ask(soap.X + '/Create', '<rsp:Shell><rsp:InputStreams>stdin</rsp:InputStreams><rsp:OutputStreams>stdout '
                   'stderr</rsp:OutputStreams></rsp:Shell>')
        folder = 'winrs/client_execute_cmd/'
        self.same(made, folder + '00-response.xml')
        selector = ('<w:SelectorSet><w:Selector Name="ShellId">%s</w:Selector></w:SelectorSet>' %
                    made.find('.//{%s}ShellId' % soap.RSP).text)
        ran = ask(wsman.SHELL + '/Command', '<rsp:CommandLine><rsp:Command>x</rsp:Command></rsp:CommandLine>', selector)
        self.same(ran, folder + '01-response.xml')
        number = ran.find('.//{%s}CommandId' % soap.RSP).text
        got = ask(wsman.SHELL + '/Receive', '<rsp:Receive><rsp:DesiredStream CommandId="%s">stdout stderr'
                  '</rsp:DesiredStream></rsp:Receive>' % number, selector)
        self.assertEqual(set(shape(got)), set(shape(recorded(folder + '02-response.xml'))))
        self.same(ask(wsman.SHELL + '/Signal', '<rsp:Signal CommandId="%s"><rsp:Code>%s/signal/terminate</rsp:Code>'
                      '</rsp:Signal>' % (number, wsman.SHELL), selector), folder + '03-response.xml')
        self.same(ask(soap.X + '/Delete', '', selector), folder + '04-response.xml')
        self.same(ask(soap.X + '/Delete', '', selector), 'winrs/winrs_bad_cmd_id/02-response.xml')

    def enumerate(self, query):
        one = service()
        root = ElementTree.fromstring(one.answer(request(
            soap.N + '/Enumerate', soap.WMI + 'root/cimv2/*', '<n:Enumerate><w:OptimizeEnumeration/><w:MaxElements>32000'
            '</w:MaxElements><w:Filter Dialect="http://schemas.microsoft.com/wbem/wsman/1/WQL">%s</w:Filter></n:Enumerate>'
            % query), SESSION, 153600).body)
        return one, root

    def pulled(self, one, root):
        context = root.find('.//{%s}EnumerationContext' % soap.N).text
        return ElementTree.fromstring(one.answer(request(
            soap.N + '/Pull', soap.WMI + 'root/cimv2/*', '<n:Pull><n:EnumerationContext>%s</n:EnumerationContext>'
            '<n:MaxElements>32000</n:MaxElements></n:Pull>' % context), SESSION, 153600).body)

    def skeleton(self, root):
        """Everything but what is inside of the items."""
        return sorted({row for row in shape(root) if 'Items/' not in row[0]})

    def test_enumeration(self):
        names = 'wsman-enum/server_2012/Win32_Service_star_00%d.xml'
        one, root = self.enumerate('SELECT * FROM Win32_Service')
        self.assertEqual(self.skeleton(root), self.skeleton(recorded(names % 0)))
        items = [r.find('.//{%s}Items' % soap.W)[0] for r in (root, recorded(names % 0))]
        self.assertEqual(items[0].tag, items[1].tag)
        self.assertEqual(items[0].attrib, items[1].attrib)
        root = self.pulled(one, root)
        self.assertEqual(self.skeleton(root), self.skeleton(recorded(names % 1)))
        while root.find('.//{%s}EndOfSequence' % soap.N) is None:
            root = self.pulled(one, root)
        self.assertEqual(self.skeleton(root), self.skeleton(recorded(names % 3)))

    def test_single(self):
        _, root = self.enumerate('SELECT * FROM Win32_OperatingSystem')
        self.assertEqual(self.skeleton(root), self.skeleton(recorded('wsman-enum/server_2012/Win32_Processor_star_000.xml')))

    def test_fragment(self):
        _, root = self.enumerate('SELECT Name FROM Win32_Service')
        theirs = recorded('wsman-enum/server_2012/Win32_Service_all_000.xml')
        tag = '{%s}XmlFragment' % soap.W
        self.assertEqual([r.find('.//{%s}Items' % soap.W)[0].tag for r in (root, theirs)], [tag, tag])
        self.assertEqual(root.find('.//Name').text, 'svc000')
        times = recorded('wsman-enum/server_2012/Win32_OperatingSystem_all_000.xml')
        self.assertIsNotNone(times.find('.//LastBootUpTime/Datetime'))  # without a namespace there
        when = model.Datetime(datetime.datetime(2026, 1, 2, tzinfo=datetime.timezone.utc))
        self.assertEqual(wsman.renderer.property('LastBootUpTime', when, ''),
                         '<LastBootUpTime><Datetime>2026-01-02T00:00:00Z</Datetime></LastBootUpTime>')

    def test_identify(self):
        for version, profiles, name in (('x', ('http/basic', 'y'), '2012r2-authenticated'), ('x', (), '2008r2-unauthenticated')):
            rows = [[row[0] for row in shape(root)] for root in (
                ElementTree.fromstring(soap.identify(version, profiles)), recorded('identify/%s.xml' % name))]
            self.assertEqual(*rows)


class Values(unittest.TestCase):
    def test_kinds(self):
        inner = model.Instance('Inner', 'root/x', [('A', '1'), ('B', None)])
        item = model.Instance('Outer', 'root/x', [
            ('Null', None), ('Empty', ''), ('Text', ' a<b&"c" '), ('List', ['1', '2']), ('NoList', []), ('One', inner),
            ('Ref', model.Reference('root/x', 'Other', {'K': '<&>'}))])
        root = ElementTree.fromstring(wsman.renderer.instance(item))
        uri = '{%sroot/x/Outer}' % soap.WMI
        self.assertEqual([soap.local(e) for e in root], ['Null', 'Empty', 'Text', 'List', 'List', 'One', 'Ref'])
        self.assertEqual(root.find(uri + 'Null').get(XSI + 'nil'), 'true')
        self.assertEqual(root.find(uri + 'Text').text, ' a<b&"c" ')
        self.assertTrue(root.find(uri + 'One').get(XSI + 'type').endswith(':Inner_Type'))
        self.assertEqual([e.tag for e in root.find(uri + 'One')], ['{%sroot/x/Inner}%s' % (soap.WMI, n) for n in 'AB'])
        self.assertEqual(root.find('.//{%s}Selector' % soap.W).text, '<&>')

    def test_illegal_characters(self):
        with self.assertRaises(soap.SoapFault) as caught:
            wsman.renderer.property('X', 'a\x01', 'p:')
        self.assertEqual(caught.exception.code, 2150859018)

    def test_durations(self):
        self.assertEqual([soap.duration(t) for t in ('PT60.000S', 'PT1M', 'P1DT1H', 'P', 'PT', '60', None, 'PT-1S')],
                         [60, 60, 90000, None, None, None, None, None])


class Rules(unittest.TestCase):
    def play(self, rules, operations):
        plan = misbehave.Plan(rules)
        found = [plan.next(operation) for operation in operations]
        return [rule and rule.mode for rule in found]

    def test_counting(self):
        self.assertEqual(self.play('denied@2', ['Get'] * 3), [None, 'denied', None])
        self.assertEqual(self.play('denied@2+', ['Get'] * 3), [None, 'denied', 'denied'])
        self.assertEqual(self.play('mute', ['Get'] * 2), ['mute', 'mute'])
        self.assertEqual(self.play('lost-context@Pull:2', ['Pull', 'Get', 'Pull', 'Pull']), [None, None, 'lost-context', None])
        self.assertEqual(self.play('drip@Pull', ['Get', 'Pull', 'Pull']), [None, 'drip', 'drip'])
        self.assertEqual(self.play('401@1 503@2', ['Get'] * 3), ['401', '503', None])

    def test_logons_count_apart(self):
        self.assertEqual(self.play('denied@1 slow@logon:2', ['logon', 'Get', 'logon']), [None, 'denied', 'slow'])
        self.assertEqual(self.play('logon-drop', ['Get', 'logon']), [None, 'logon-drop'])
        self.assertEqual(self.play('logon-failure@1', ['logon', 'Get']), [None, 'logon-failure'])

    def test_mistakes(self):
        for text in ('nonsense', 'denied@', 'denied@x1', 'drip=1=2@@', 'denied@logon:1', 'denied@0'):
            with self.assertRaises(ValueError, msg=text):
                misbehave.Plan(text)


class Sealed(unittest.TestCase):
    class Session:
        def unseal(self, signature, data):
            return signature[:1] + data

    def body(self, size=4, length=None, data=b'data', end=b'--Encrypted Boundary--\r\n'):
        return (b'--Encrypted Boundary\r\n\tContent-Type: application/HTTP-SPNEGO-session-encrypted\r\n\tOriginalContent: type='
                b'application/soap+xml;charset=UTF-8;Length=%d\r\n--Encrypted Boundary\r\n\tContent-Type: application/'
                b'octet-stream\r\n' % (len(data) if length is None else length) + struct.pack('<I', size) + b'sign' + data + end)

    def test_lengths(self):
        self.assertEqual(connection.open_sealed(self.body(), self.Session()), b'sdata')
        for wrong in (self.body(size=5), self.body(size=3), self.body(length=3), self.body(length=5), self.body(size=1 << 31),
                      self.body(size=300, data=bytes(400), length=104), self.body(end=b''), b'', b'--Encrypted Boundary\r\n', self.body()[:-30]):
            with self.assertRaises(auth.Refused):
                connection.open_sealed(wrong, self.Session())

    def test_data_that_looks_like_a_boundary(self):
        data = b'--Encrypted Boundary--\r\n'
        self.assertEqual(connection.open_sealed(self.body(data=data), self.Session()), b's' + data)

    def test_layout(self):
        session = auth.Session('negotiate', 'Kerberos', 'x')
        good = b'\x05\x04\x06\xff\x00\x00\x00\x1c' + bytes(52)
        session.check_layout(good)
        for wrong in (good + b'x', good[:-1], good[:7] + b'\x00' + good[8:],
                      good[:7] + b'\x00' + good[8:32]):
            with self.assertRaises(auth.Refused):
                session.check_layout(wrong)

    def test_names(self):
        for name in ('auditor@FABRIKAM.EXAMPLE', 'FABRIKAM\\auditor', 'fabrikam.example\\auditor\0'):
            self.assertEqual(auth.normal(name), 'FABRIKAM\\auditor')


if __name__ == '__main__':
    unittest.main()
