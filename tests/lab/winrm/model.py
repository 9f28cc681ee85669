# SPDX-License-Identifier: Apache-2.0
"""What a Windows server of the lab gives to those who ask: instances, references, times, and faults. The protocol
side writes them as XML; nothing here knows of XML."""
import datetime
import re

UTC = datetime.timezone.utc


class Fault(Exception):
    """A WS-Man fault. `subcode` is a QName with the prefixes s, a, w, n, p; `text` the reason. `form`: 'wsman' (a
    WSManFault), 'provider' (a WSManFault around a ProviderFault of WMI that says `detail` about `parameter`), 'cim'
    (MSFT_WmiError), 'bare' (no detail). `fault_detail`: last part of a wsman/1/wsman/faultDetail/ URI, or None."""

    def __init__(self, code, subcode, text, form='wsman', detail=None, parameter=None, operation='ExecQuery',
                 fault_detail=None):
        super().__init__('%d %s: %s' % (code, subcode, detail or text))
        self.code, self.subcode, self.text, self.form = code, subcode, text, form
        self.detail, self.parameter, self.operation, self.fault_detail = detail, parameter, operation, fault_detail


def no_resource(what='The specified resource does not exist.'):
    return Fault(2150858752, 'a:DestinationUnreachable',
                 'The service cannot process the request. ' + what)


def no_namespace(namespace):
    return Fault(2150858754, 'a:DestinationUnreachable',
                 'The WS-Management service cannot process the request. The namespace %s is not valid.' % namespace,
                 fault_detail='InvalidResourceURI')


def bad_filter(detail, wql):
    return Fault(2150858778, 'n:CannotProcessFilter',
                 'The data source could not process the filter. The filter might be missing or it might be invalid. '
                 'Change the filter and try the request again.  ', 'provider', detail, wql)


def denied():
    return Fault(5, 'w:AccessDenied', 'Access is denied. ')


class Reference:
    """A reference to an instance."""

    def __init__(self, namespace, cls, keys):
        self.namespace, self.cls, self.keys = namespace, cls, keys

    def path(self):
        quoted = ('%s="%s"' % (k, v.replace('\\', '\\\\').replace('"', '\\"')) for k, v in self.keys.items())
        return '%s.%s' % (self.cls, ','.join(quoted))

    def identity(self):
        """The same for all ways of writing."""
        return self.cls.lower(), tuple(sorted((k.lower(), v.lower()) for k, v in self.keys.items()))

    def __repr__(self):
        return self.path()


_PATH = re.compile(r'(?:\\\\[^\\]+\\)?(?:[A-Za-z0-9_\\/]+:)?(\w+)\.(.*)', re.S)
_KEY = re.compile(r'''\s*(\w+)\s*=\s*("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[^,'"]+)\s*(,|$)''', re.S)


def identity_of_path(path):
    """What Reference.identity() says of a path as text; None where it is none."""
    match = _PATH.fullmatch(path)
    if not match:
        return None
    keys, rest = [], match.group(2)
    while rest:
        part = _KEY.match(rest)
        if not part:
            return None
        value = part.group(2).strip()
        if value[0] in '"\'':
            value = re.sub(r'\\(.)', r'\1', value[1:-1])
        keys.append((part.group(1).lower(), value.lower()))
        rest = rest[part.end():]
    return match.group(1).lower(), tuple(sorted(keys))


class Datetime:
    """A point in time, with the offset that the server gives it."""

    def __init__(self, when):
        self.when = when

    def text(self):
        """As it stands in cim:Datetime: fractions without zeros at the end, Z for UTC."""
        text = self.when.strftime('%Y-%m-%dT%H:%M:%S')
        if self.when.microsecond:
            text += ('.%06d' % self.when.microsecond).rstrip('0')
        offset = self.when.utcoffset()
        if not offset:
            return text + 'Z'
        minutes = int(offset.total_seconds() // 60)
        return text + '%s%02d:%02d' % ('+' if minutes > 0 else '-', abs(minutes) // 60, abs(minutes) % 60)

    def __repr__(self):
        return self.text()


def parse_dmtf(text):
    """yyyymmddHHMMSS.mmmmmm+UUU as a datetime; None where it is none."""
    match = re.fullmatch(r'(\d{14})\.(\d{6})([+-]\d{3})', text)
    if not match:
        return None
    try:
        when = datetime.datetime.strptime(match.group(1), '%Y%m%d%H%M%S')
    except ValueError:
        return None
    zone = datetime.timezone(datetime.timedelta(minutes=int(match.group(3))))
    return when.replace(microsecond=int(match.group(2)), tzinfo=zone)


class Instance:
    """`props`: (name, value); a value is None, text, Datetime, Reference, Instance, or a list of those. `rendered` is
    for the protocol side, which may keep there what it made of it: an instance never changes."""
    __slots__ = ('cls', 'namespace', 'props', 'rendered')

    def __init__(self, cls, namespace, props):
        self.cls, self.namespace, self.props, self.rendered = cls, namespace, props, None

    def value(self, name):
        """For tests."""
        return next(v for n, v in self.props if n.lower() == name.lower())

    def __repr__(self):
        return '%s%r' % (self.cls, self.props)
