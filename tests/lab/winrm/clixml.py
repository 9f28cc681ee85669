# SPDX-License-Identifier: Apache-2.0
"""Serialized objects of PowerShell ([MS-PSRP] 2.2.5) as the lab's servers write and read them. Python's own values stand
for the primitives: None, bool, int (32 or 64 bits), str, datetime, uuid.UUID; a value of another type names it
(`Typed`). Each item has numbers of references of its own, as in messages; a document shares them."""
import datetime
import re
import uuid
import xml.etree.ElementTree as ElementTree

NAMESPACE = 'http://schemas.microsoft.com/powershell/2004/04'
ENUM = ('System.Enum', 'System.ValueType', 'System.Object')
CUSTOM = ('System.Management.Automation.PSCustomObject', 'System.Object')
# Windows writes control characters, halves of surrogate pairs and what looks like an escape as _xHHHH_.
ESCAPED = re.compile('[\x00-\x1f\x7f-\x9f\ud800-\udfff\U00010000-\U0010ffff]|_(?=[xX])')
UNESCAPED = re.compile('_[xX]([0-9A-Fa-f]{4})_')


def escape(text):
    def code(match):
        data = match.group().encode('utf-16-be', 'surrogatepass')
        return ''.join('_x%02X%02X_' % pair for pair in zip(data[::2], data[1::2]))
    return ESCAPED.sub(code, text).replace('&', '&amp;').replace('<', '&lt;').replace('>', '&gt;')


def unescape(text):
    """Pairs of surrogates become one character again."""
    plain = UNESCAPED.sub(lambda match: chr(int(match.group(1), 16)), text)
    return plain.encode('utf-16-le', 'surrogatepass').decode('utf-16-le', 'replace')


class Typed:
    """A primitive by the name of its element: Typed('Version', '5.1'), Typed('U32', 7)."""

    def __init__(self, tag, text):
        self.tag, self.text = tag, str(text)


class Long(int):
    """An Int64, however small."""


class Same:
    """An object that stood before in the same item."""

    def __init__(self, of):
        self.of = of


class Raw:
    """What has a form of its own: `text` with %s where the attributes go."""

    def __init__(self, text):
        self.text = text


class Obj:
    """`types`: most derived first. `string`: ToString. `base`: the primitive that is wrapped. `items`: of `container`,
    pairs for DCT. `props`, `notes`: (name, value) of Props and MS; None: the element is not there."""

    def __init__(self, types=(), string=None, base=None, container=None, items=(), props=None, notes=None):
        self.types, self.string, self.base = tuple(types), string, base
        self.container, self.items = container, items
        self.props, self.notes = props, notes


def enum(type_name, text, number):
    return Obj((type_name,) + ENUM, text, number)


def custom(pairs):
    """What [pscustomobject] makes: notes only."""
    return Obj(CUSTOM, notes=list(pairs))


# What powershell.exe writes to its error stream before anything else.
PROGRESS = custom([('SourceId', Typed('I64', 1)), ('Record', Raw(
    '<PR%s><AV>Preparing modules for first use.</AV><AI>0</AI><Nil /><PI>-1</PI><PC>-1</PC><T>Completed</T><SR>-1</SR>'
    '<SD> </SD></PR>'))])


class Writer:
    def __init__(self):
        self.parts = []
        self.types, self.objects = {}, {}
        self.next = 0

    def attributes(self, name, stream):
        text = '' if stream is None else ' S="%s"' % stream
        return text + ('' if name is None else ' N="%s"' % escape(name).replace('"', '&quot;'))

    def primitive(self, tag, text, name, stream):
        self.parts.append('<%s%s>%s</%s>' % (tag, self.attributes(name, stream), text, tag))

    def put(self, value, name=None, stream=None):
        if value is None:
            self.parts.append('<Nil%s />' % self.attributes(name, stream))
        elif isinstance(value, bool):
            self.primitive('B', 'true' if value else 'false', name, stream)
        elif isinstance(value, int):
            small = -2 ** 31 <= value < 2 ** 31 and not isinstance(value, Long)
            self.primitive('I32' if small else 'I64', int(value), name, stream)
        elif isinstance(value, str):
            self.primitive('S', escape(value), name, stream)
        elif isinstance(value, datetime.datetime):
            self.primitive('DT', value.strftime('%Y-%m-%dT%H:%M:%S.%f') + '0+00:00', name, stream)
        elif isinstance(value, uuid.UUID):
            self.primitive('G', value, name, stream)
        elif isinstance(value, Typed):
            self.primitive(value.tag, escape(value.text), name, stream)
        elif isinstance(value, Raw):
            self.parts.append(value.text % self.attributes(name, stream))
        elif isinstance(value, Same):
            self.parts.append('<Ref%s RefId="%d" />' % (self.attributes(name, stream), self.objects[id(value.of)]))
        else:
            self.object(value, name, stream)

    def object(self, value, name, stream):
        number = self.objects[id(value)] = self.next
        self.next += 1
        attributes = self.attributes(name, stream)
        self.parts.append('<Obj%s RefId="%d">' % (attributes, number))
        if value.types in self.types:
            self.parts.append('<TNRef RefId="%d" />' % self.types[value.types])
        elif value.types:
            number = self.types[value.types] = len(self.types)
            self.parts.append('<TN RefId="%d">%s</TN>' % (number, ''.join('<T>%s</T>' % escape(t) for t in value.types)))
        if value.string is not None:
            self.parts.append('<ToString>%s</ToString>' % escape(value.string))
        if value.base is not None:
            self.put(value.base)
        if value.container:
            self.contents(value)
        for tag, members in (('Props', value.props), ('MS', value.notes)):
            if members is not None:
                self.parts.append('<%s>' % tag)
                for member, inner in members:
                    self.put(inner, member)
                self.parts.append('</%s>' % tag)
        self.parts.append('</Obj>')

    def contents(self, value):
        if not value.items:
            self.parts.append('<%s />' % value.container)
            return
        self.parts.append('<%s>' % value.container)
        for item in value.items:
            if value.container == 'DCT':
                self.parts.append('<En>')
                self.put(item[0], 'Key')
                self.put(item[1], 'Value')
                self.parts.append('</En>')
            else:
                self.put(item)
        self.parts.append('</%s>' % value.container)


def item(value):
    """One item without a root, as in messages."""
    writer = Writer()
    writer.put(value)
    return ''.join(writer.parts)


def document(values):
    """What the standard streams of powershell.exe hold; `values`: (stream, value)."""
    writer = Writer()
    for stream, value in values:
        writer.put(value, stream=stream)
    return '#< CLIXML\r\n<Objs Version="1.1.0.1" xmlns="%s">%s</Objs>' % (NAMESPACE, ''.join(writer.parts))


# Reading -------------------------------------------------------------------------------------------------------------

class Read:
    """What was read: `value` of a primitive (also one that is wrapped), `members` by name, `items` of a list."""

    def __init__(self, tag):
        self.tag = tag
        self.value = self.string = None
        self.types, self.members, self.items = [], {}, []

    def get(self, *path):
        """A member's value by names; None: not there."""
        found = self
        for name in path:
            found = found.members.get(name)
            if found is None:
                return None
        return found


def _tag(element):
    return element.tag.rpartition('}')[2]


def _primitive(tag, text):
    if tag in ('SB', 'By', 'I16', 'U16', 'I32', 'U32', 'I64', 'U64'):
        return int(text)
    if tag == 'B':
        return text == 'true'
    return unescape(text)


def _read(element, objects, types):
    tag = _tag(element)
    if tag == 'Ref':
        return objects[element.get('RefId')]
    read = Read(tag)
    if tag != 'Obj':
        read.value = None if tag == 'Nil' else _primitive(tag, element.text or '')
        return read
    objects[element.get('RefId')] = read
    for child in element:
        name = _tag(child)
        if name == 'TN':
            read.types = types[child.get('RefId')] = [t.text for t in child]
        elif name == 'TNRef':
            read.types = types[child.get('RefId')]
        elif name == 'ToString':
            read.string = unescape(child.text or '')
        elif name in ('Props', 'MS'):
            for member in child:
                read.members[unescape(member.get('N', ''))] = _read(member, objects, types)
        elif name in ('LST', 'IE', 'QUE', 'STK'):
            read.items = [_read(one, objects, types) for one in child]
        elif name == 'DCT':
            read.items = [tuple(_read(one, objects, types) for one in pair) for pair in child]
        else:
            inner = _read(child, objects, types)
            read.value = inner.value
            read.members = {**inner.members, **read.members}
    return read


def read_item(data):
    """Reads one item of a message."""
    text = data.decode('utf-8-sig') if isinstance(data, bytes) else data
    return _read(ElementTree.fromstring(text), {}, {})
