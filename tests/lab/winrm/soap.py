#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""Envelopes of the lab's WinRM server: requests are read and checked, answers, items and faults written as Windows
writes them (DSP0226; [MS-WSMV] 2.2.4, 3.1.4). The shapes follow recordings of Windows servers."""
import re
import uuid
import xml.etree.ElementTree as ElementTree

S = 'http://www.w3.org/2003/05/soap-envelope'
A = 'http://schemas.xmlsoap.org/ws/2004/08/addressing'
W = 'http://schemas.dmtf.org/wbem/wsman/1/wsman.xsd'
P = 'http://schemas.microsoft.com/wbem/wsman/1/wsman.xsd'
N = 'http://schemas.xmlsoap.org/ws/2004/09/enumeration'
X = 'http://schemas.xmlsoap.org/ws/2004/09/transfer'
E = 'http://schemas.xmlsoap.org/ws/2004/08/eventing'
RSP = 'http://schemas.microsoft.com/wbem/wsman/1/windows/shell'
F = 'http://schemas.microsoft.com/wbem/wsman/1/wsmanfault'
CIM = 'http://schemas.dmtf.org/wbem/wscim/1/common'
XSI = 'http://www.w3.org/2001/XMLSchema-instance'
WSMID = 'http://schemas.dmtf.org/wbem/wsman/identity/1/wsmanidentity.xsd'
ANONYMOUS = A + '/role/anonymous'
WMI = 'http://schemas.microsoft.com/wbem/wsman/1/wmi/'
CIM_SCHEMA = 'http://schemas.dmtf.org/wbem/wscim/1/cim-schema/2/'
DETAIL = 'http://schemas.dmtf.org/wbem/wsman/1/wsman/faultDetail/'
UNDERSTOOD = {'{%s}%s' % (ns, name) for ns, names in (
    (A, ('To', 'ReplyTo', 'Action', 'MessageID', 'From', 'FaultTo', 'RelatesTo')),
    (W, ('ResourceURI', 'MaxEnvelopeSize', 'OperationTimeout', 'Locale', 'SelectorSet', 'OptionSet', 'FragmentTransfer')),
    (P, ('DataLocale', 'SessionId', 'OperationID', 'SequenceId', 'ActivityId'))) for name in names}
ILLEGAL = re.compile('[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]')


def escape(text):
    return text.replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;').replace('"', '&quot;')


def local(element):
    return element.tag.rpartition('}')[2]


def duration(text):
    """'PT60.000S', 'PT1M' -> seconds; None: not a duration."""
    match = re.fullmatch(r'P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?', text or '')
    if not match or text in ('P', 'PT'):
        return None
    days, hours, minutes, seconds = (float(part or 0) for part in match.groups())
    return ((days * 24 + hours) * 60 + minutes) * 60 + seconds


# Faults ------------------------------------------------------------------------------------------------------------

# code: (s:Value, subcode, w:FaultDetail, reason)
FAULTS = {
    5: ('s:Sender', 'w:AccessDenied', None, 'Access is denied. '),
    87: ('s:Sender', 'w:InvalidParameter', 'InvalidValue', 'The parameter is incorrect. '),
    995: ('s:Receiver', 'w:InternalError', None,
          'The I/O operation has been aborted because of either a thread exit or an application request. '),
    1326: ('s:Sender', 'w:AccessDenied', None, 'The user name or password is incorrect. '),
    2150858752: ('s:Sender', 'a:DestinationUnreachable', None,
                 'The WS-Management service cannot process the request. The service cannot find the resource '
                 'identified by the resource URI and selectors. '),
    2150858753: ('s:Sender', 'a:ActionNotSupported', None,
                 'The WS-Management service cannot process the request because the request contained an action that is '
                 'not supported by the resource. '),
    2150858754: ('s:Sender', 'a:DestinationUnreachable', 'InvalidResourceURI',
                 'The WS-Management service cannot process the request. The resource URI is missing or it has an '
                 'incorrect format. Check the documentation or use the following command for information on how to '
                 'construct a resource URI: "winrm help uris". '),
    2150858778: ('s:Sender', 'n:CannotProcessFilter', None,
                 'The data source could not process the filter. The filter might be missing or it might be invalid. '
                 'Change the filter and try the request again.  '),
    2150858779: ('s:Receiver', 'n:InvalidEnumerationContext', None,
                 'The WS-Management service cannot process the request. The enumeration context is not valid. '),
    2150858780: ('s:Receiver', 'n:InvalidEnumerationContext', None,
                 'The supplied enumeration context has timed out. '),
    2150858790: ('s:Sender', 'w:EncodingLimit', 'MaxEnvelopeSize',
                 'The WS-Management service cannot process the request. The response message is larger than the '
                 'MaxEnvelopeSize of the request. '),
    2150858793: ('s:Receiver', 'w:TimedOut', None,
                 'The WS-Management service cannot complete the operation within the time specified in '
                 'OperationTimeout.  '),
    2150858799: ('s:Sender', 'w:InvalidParameter', 'InvalidValue',
                 'The WS-Management service cannot process the request. MaxElements is larger than MaxBatchItems. '),
    2150858777: ('s:Sender', 'n:FilterDialectRequestedUnavailable', None,
                 'The WS-Management service does not support the requested filter dialect. '),
    2150858810: ('s:Sender', 'w:InvalidParameter', 'InvalidValue',
                 'The WS-Management service cannot process the request because it contains a parameter that is not '
                 'valid. '),
    2150858811: ('s:Sender', 'a:DestinationUnreachable', 'InvalidResourceURI',
                 'The WS-Management service cannot process the request. The resource URI is not registered. '),
    2150858817: ('s:Sender', 'w:SchemaValidationError', None,
                 'The SOAP packet did not match its XML schema. '),
    2150858842: ('s:Sender', 'w:InvalidSelectors', 'InsufficientSelectors',
                 'The WS-Management service cannot process the request because the request did not contain all the '
                 'selectors of the resource. '),
    2150858843: ('s:Sender', 'w:InvalidSelectors', 'UnexpectedSelectors',
                 'The WS-Management service cannot process the request because the request contained invalid selectors '
                 'for the resource. '),
    2150858845: ('s:Sender', 'w:InvalidSelectors', 'InvalidValue',
                 'The WS-Management service cannot process the request because a selector has an invalid value. '),
    2150859002: ('s:Sender', 'w:InvalidSelectors', 'InsufficientSelectors',
                 'The WS-Management service cannot process the request. The class is no singleton and no selectors were '
                 'given. '),
    2150859018: ('s:Receiver', 'w:InternalError', None,
                 'The response contains characters that are not valid in XML. '),
    2150859173: ('s:Sender', 'w:QuotaLimit', None,
                 'The WS-Management service cannot process the request. The maximum number of concurrent shells for this '
                 'user has been exceeded. Close existing shells or raise the quota for this user. '),
    2150859174: ('s:Receiver', 'w:InternalError', None,
                 'The WS-Management service cannot process the request. The maximum number of concurrent operations for '
                 'this user has been exceeded. Close existing operations for this user, or raise the quota for this '
                 'user. '),
    2150859180: ('s:Sender', 'w:AccessDenied', None,
                 'The WS-Management service cannot process the request. Remote shell access is not allowed by policy. '),
    2150859241: ('s:Sender', 'w:QuotaLimit', None,
                 'The WS-Management service cannot process the request. The maximum number of concurrent commands for '
                 'this shell has been exceeded. '),
}
ACTIONS = {'a': A + '/fault', 's': A + '/fault', 'n': N + '/fault', 'x': X + '/fault',
           'w': 'http://schemas.dmtf.org/wbem/wsman/1/wsman/fault'}


class SoapFault(Exception):
    """A fault in one of the forms that Windows uses: plain, text (no detail element of the provider), provider,
    extended (what WMI says of a query), cim (MSFT_WmiError), bare (code only)."""

    def __init__(self, code, text=None, subcode=None, form='plain', provider=None, query=None, header='', detail=None):
        Exception.__init__(self, '%s %s' % (code, text or ''))
        self.code = code
        self.value, self.subcode, self.detail, reason = FAULTS.get(
            code, ('s:Receiver', 'w:InternalError', None, 'The WS-Management service cannot process the request. '))
        self.subcode = subcode or self.subcode
        self.detail = detail or self.detail
        self.reason = reason if code in FAULTS or not text else text
        self.text = text or reason
        self.form = form
        self.provider = provider or ('WMI Provider', r'%systemroot%\system32\WsmWmiPl.dll')
        self.query = query
        self.header = header

    def envelope(self, machine, relates_to):
        code = '<s:Code><s:Value>%s</s:Value>%s</s:Code>' % (
            self.value, '<s:Subcode><s:Value>%s</s:Value></s:Subcode>' % self.subcode if self.subcode else '')
        reason = '<s:Reason><s:Text xml:lang="en-US">%s</s:Text></s:Reason>' % escape(self.reason)
        prefix = (self.subcode or 's:').partition(':')[0]
        return envelope(ACTIONS.get(prefix, ACTIONS['w']), relates_to, 'axenwp',
                        '<s:Fault>%s%s%s</s:Fault>' % (code, reason, self.detail_element(machine)), self.header)

    def detail_element(self, machine):
        if self.form == 'bare':
            return ''
        if self.form == 'cim':
            return '<s:Detail>%s</s:Detail>' % self.cim_error()
        text = escape(self.text)
        if self.form in ('provider', 'extended'):
            if self.form == 'extended':
                text = '<f:WSManFault xmlns:f="%s" Code="%d" Machine="%s"><f:Message>%s</f:Message></f:WSManFault>%s' % (
                    F, self.code, machine, text, self.extended_status())
            text = '<f:ProviderFault provider="%s" path="%s">%s</f:ProviderFault>' % (*map(escape, self.provider), text)
        detail = '<w:FaultDetail>%s%s</w:FaultDetail>' % (DETAIL, self.detail) if self.detail else ''
        return ('<s:Detail>%s<f:WSManFault xmlns:f="%s" Code="%d" Machine="%s"><f:Message>%s</f:Message></f:WSManFault>'
                '</s:Detail>' % (detail, F, self.code, machine, text))

    def extended_status(self):
        return ('<f:ExtendedError><p:__ExtendedStatus xmlns:xsi="%s" xmlns:p="%sroot/cimv2/__ExtendedStatus" xmlns:cim="%s"'
                ' xsi:type="p:__ExtendedStatus_Type"><p:Description xsi:nil="true"/><p:Operation>ExecQuery</p:Operation>'
                '<p:ParameterInfo>%s</p:ParameterInfo><p:ProviderName>WinMgmt</p:ProviderName><p:StatusCode xsi:nil="true"/>'
                '</p:__ExtendedStatus></f:ExtendedError>' % (XSI, WMI, CIM, escape(self.query or '')))

    def cim_error(self):
        def item(name, kind, value):
            if value is None:
                return '<p:%s xsi:nil="true" xsi:type="cim:cim%s"/>' % (name, kind)
            return '<p:%s xsi:type="cim:cim%s">%s</p:%s>' % (name, kind, escape(str(value)), name)
        return ('<p:MSFT_WmiError b:IsCIM_Error="true" xmlns:b="http://schemas.dmtf.org/wbem/wsman/1/cimbinding.xsd" '
                'xmlns:cim="%s" xmlns:p="%sMSFT_WmiError" xsi:type="p:MSFT_WmiError_Type" xmlns:xsi="%s">%s'
                '</p:MSFT_WmiError>' % (CIM, CIM_SCHEMA, XSI, ''.join((
                    item('CIMStatusCode', 'UnsignedInt', {5: 2, 2150858752: 6}.get(self.code, 1)),
                    item('CIMStatusCodeDescription', 'String', None), item('ErrorType', 'UnsignedShort', 0),
                    item('Message', 'String', self.text), item('MessageID', 'String', 'HRESULT 0x%08x' % self.code),
                    item('PerceivedSeverity', 'UnsignedShort', 0), item('ProbableCause', 'UnsignedShort', 0),
                    item('error_Category', 'UnsignedInt', 0), item('error_Code', 'UnsignedInt', self.code),
                    item('error_Type', 'String', 'HRESULT'), item('error_WindowsErrorMessage', 'String', self.text)))))


def not_understood(tag):
    uri, _, name = tag[1:].partition('}')
    fault = SoapFault(0, form='bare', header='<s:NotUnderstood qname="h:%s" xmlns:h="%s"/>' % (name, escape(uri)))
    fault.value, fault.subcode = 's:MustUnderstand', ''
    fault.reason = ('The WS-Management service cannot process a SOAP header in the request that is marked as '
                    'mustUnderstand by the client.  This could be caused by the use of a version of the protocol which is '
                    'not supported, or may be an incompatibility  between the client and server implementations. ')
    return fault


# Requests ------------------------------------------------------------------------------------------------------------

class Request:
    """One envelope, read. What is wrong with it is a SoapFault."""

    def __init__(self, xml):
        self.message_id = None
        self.action = self.resource = ''
        self.max_envelope = None
        self.timeout = 60.0
        self.selectors = {}
        self.options = {}
        self.locale = None
        self.body = None
        try:
            root = ElementTree.fromstring(xml)
        except (ElementTree.ParseError, ValueError, LookupError) as error:
            raise SoapFault(2150858817, 'The SOAP packet is no well-formed XML: %s ' % error)
        header, body = root.find('{%s}Header' % S), root.find('{%s}Body' % S)
        if root.tag != '{%s}Envelope' % S or body is None:
            raise SoapFault(2150858817)
        self.body = body[0] if len(body) else None
        self.identify = self.body is not None and self.body.tag == '{%s}Identify' % WSMID
        self.header = header if header is not None else ()
        for element in self.header:  # first of all, for RelatesTo of a fault
            if element.tag == '{%s}MessageID' % A:
                self.message_id = (element.text or '').strip()
            elif element.tag == '{%s}Action' % A:
                self.action = (element.text or '').strip()

    def check(self):
        for element in self.header:
            must = element.get('{%s}mustUnderstand' % S, '').lower() in ('true', '1')
            name = local(element)
            text = (element.text or '').strip()
            if element.tag not in UNDERSTOOD:
                if must:
                    raise not_understood(element.tag)
            elif name == 'ResourceURI':
                self.resource = text
            elif name == 'MaxEnvelopeSize':
                if not text.isdigit() or int(text) < 8192:
                    raise SoapFault(2150858810, 'MaxEnvelopeSize is %s; at least 8192 is needed. ' % text,
                                    'w:EncodingLimit', detail='MinimumEnvelopeLimit')
                self.max_envelope = int(text)
            elif name == 'OperationTimeout':
                self.timeout = duration(text)
                if self.timeout is None:
                    raise SoapFault(2150858810, 'OperationTimeout is %s. ' % text)
            elif name == 'Locale':
                self.locale = (element.get('{http://www.w3.org/XML/1998/namespace}lang', ''), must)
            elif name == 'SelectorSet':
                self.selectors = {s.get('Name', ''): s.text or '' for s in element}
            elif name == 'OptionSet':
                self.options = {o.get('Name', ''): (o.text or '').strip() for o in element}
        if not self.identify and (not self.action or not self.message_id):
            raise SoapFault(2150858817, 'The header lacks an Action or a MessageID. ', 'a:MessageInformationHeaderRequired')

    def selector(self, name):
        """Names of selectors have no letter case."""
        return next((value for key, value in self.selectors.items() if key.lower() == name.lower()), None)


# Answers -------------------------------------------------------------------------------------------------------------

PREFIXES = {'a': A, 'x': X, 'e': E, 'n': N, 'w': W, 'rsp': RSP, 'p': P}


def declarations(prefixes):
    return ''.join(' xmlns:%s="%s"' % ('rsp' if p == 'r' else p, PREFIXES['rsp' if p == 'r' else p]) for p in prefixes)


def envelope(action, relates_to, prefixes, body, header=''):
    relates = '<a:RelatesTo>%s</a:RelatesTo>' % escape(relates_to) if relates_to else ''
    return ('<s:Envelope xml:lang="en-US" xmlns:s="%s"%s><s:Header><a:Action>%s</a:Action><a:MessageID>uuid:%s</a:MessageID>'
            '<a:To>%s</a:To>%s%s</s:Header><s:Body>%s</s:Body></s:Envelope>' %
            (S, declarations(prefixes), action, str(uuid.uuid4()).upper(), ANONYMOUS, relates, header, body))


def identify(version, profiles):
    more = ''.join('<wsmid:SecurityProfileName>http://schemas.dmtf.org/wbem/wsman/1/wsman/secprofile/%s'
                   '</wsmid:SecurityProfileName>' % profile for profile in profiles)
    return ('<s:Envelope xml:lang="en-US" xmlns:s="%s"><s:Header/><s:Body><wsmid:IdentifyResponse xmlns:wsmid="%s">'
            '<wsmid:ProtocolVersion>%s</wsmid:ProtocolVersion><wsmid:ProductVendor>Microsoft Corporation'
            '</wsmid:ProductVendor><wsmid:ProductVersion>%s</wsmid:ProductVersion>%s</wsmid:IdentifyResponse></s:Body>'
            '</s:Envelope>' % (S, WSMID, W, version,
                               '<wsmid:SecurityProfiles>%s</wsmid:SecurityProfiles>' % more if more else ''))


def tree(nodes, prefix):
    """A tree of winrm/config: a text may have attributes."""
    parts = []
    for name, value in nodes:
        attributes = ''.join(' %s="%s"' % (k, escape(v)) for k, v in getattr(value, 'attributes', {}).items())
        text = tree(value, prefix) if isinstance(value, list) else escape(str(value))
        parts.append('<%s:%s%s>%s</%s:%s>' % (prefix, name, attributes, text, prefix, name))
    return ''.join(parts)


# CIM instances -------------------------------------------------------------------------------------------------------

def class_uri(namespace, cls):
    return '%s%s/%s' % (WMI, namespace.replace('\\', '/'), cls)


def legal(text):
    if ILLEGAL.search(text):
        raise SoapFault(2150859018)
    return escape(text)


class Renderer:
    """Writes instances. `types` is the module that names the kinds of values: Instance, Reference, Datetime."""

    def __init__(self, types):
        self.types = types

    def instance(self, item):
        """The element of an instance, as in the answers to Get and to SELECT *."""
        return ('<p:%s xmlns:xsi="%s" xmlns:p="%s" xmlns:cim="%s" xsi:type="p:%s_Type">%s</p:%s>' %
                (item.cls, XSI, class_uri(item.namespace, item.cls), CIM, item.cls,
                 self.properties(item.props, 'p:'), item.cls))

    def fragment(self, item):
        """The same for SELECT with a list: no namespaces at all, not even around times."""
        return '<w:XmlFragment xmlns:xsi="%s" xmlns:w="%s">%s</w:XmlFragment>' % (XSI, W, self.properties(item.props, ''))

    def properties(self, props, prefix):
        return ''.join(self.property(name, value, prefix) for name, value in props)

    def property(self, name, value, prefix):
        if value is None:
            return '<%s%s xsi:nil="true"/>' % (prefix, name)
        if isinstance(value, (list, tuple)):
            return ''.join(self.property(name, one, prefix) for one in value)
        attributes = ''
        if isinstance(value, self.types.Instance):
            inner = 'q:' if prefix else ''
            attributes = (' xmlns:q="%s" xsi:type="q:%s_Type"' % (class_uri(value.namespace, value.cls), value.cls)
                          if prefix else '')
            text = self.properties(value.props, inner)
        elif isinstance(value, self.types.Reference):
            attributes = ' xmlns:a="%s" xmlns:w="%s"' % (A, W)
            text = self.reference(value)
        elif isinstance(value, self.types.Datetime):
            kind = 'cim:Datetime' if prefix else 'Datetime'
            text = '<%s>%s</%s>' % (kind, value.text(), kind)
        elif isinstance(value, bool):
            text = 'true' if value else 'false'
        else:
            text = legal(str(value))
        return '<%s%s%s>%s</%s%s>' % (prefix, name, attributes, text, prefix, name)

    def reference(self, value):
        keys = ''.join('<w:Selector Name="%s">%s</w:Selector>' % (escape(k), legal(str(v))) for k, v in value.keys.items())
        return ('<a:Address>%s</a:Address><a:ReferenceParameters><w:ResourceURI>%s</w:ResourceURI><w:SelectorSet>%s'
                '</w:SelectorSet></a:ReferenceParameters>' % (ANONYMOUS, class_uri(value.namespace, value.cls), keys))
