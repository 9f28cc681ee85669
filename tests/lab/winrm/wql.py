# SPDX-License-Identifier: Apache-2.0
"""WQL as WMI understands it: SELECT * | list FROM class [WHERE condition]. Text is compared without case; a property
that is null fulfils no comparison but `= NULL` and `IS NULL`; DMTF text is compared with datetimes as a time, an object
path with references as what it names."""
import re

from model import Reference, bad_filter, identity_of_path, parse_dmtf

_TOKEN = re.compile(r'''\s*(?:
    (?P<string>"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*')
  | (?P<number>[+-]?(?:0[xX][0-9a-fA-F]+|\d+(?:\.\d+)?))
  | (?P<word>[A-Za-z_][\w.]*)
  | (?P<sign><=|>=|<>|!=|[=<>(),*]))''', re.X | re.S)
_RESERVED = {'select', 'from', 'where', 'and', 'or', 'not', 'is', 'null', 'like', 'true', 'false', 'isa'}
_DEPTH = 200


class Invalid(Exception):
    pass


def _tokens(text):
    tokens, at = [], 0
    text = text.strip()
    while at < len(text):
        match = _TOKEN.match(text, at)
        if not match:
            raise Invalid('unexpected %r' % text[at:at + 10])
        at = match.end()
        kind = match.lastgroup
        value = match.group(kind)
        if kind == 'string':
            value = re.sub(r'\\(.)', r'\1', value[1:-1], flags=re.S)
        elif kind == 'number':
            value = float(value) if '.' in value else int(value, 16 if 'x' in value.lower() else 10)
        elif kind == 'word' and value.lower() in _RESERVED:
            kind, value = 'keyword', value.lower()
        tokens.append((kind, value))
    return tokens


class _Parser:
    def __init__(self, text):
        self.tokens, self.at, self.depth = _tokens(text), 0, 0

    def peek(self):
        return self.tokens[self.at] if self.at < len(self.tokens) else (None, None)

    def next(self):
        token = self.peek()
        self.at += 1
        return token

    def take(self, kind, value):
        if self.peek() == (kind, value):
            self.at += 1
            return True
        return False

    def need(self, kind, value=None):
        token = self.next()
        if token[0] != kind or value not in (None, token[1]):
            raise Invalid('expected %s' % (value or kind))
        return token[1]

    def query(self):
        self.need('keyword', 'select')
        names = None
        if not self.take('sign', '*'):
            names = [self.need('word')]
            while self.take('sign', ','):
                names.append(self.need('word'))
        self.need('keyword', 'from')
        cls = self.need('word')
        condition = self.either() if self.take('keyword', 'where') else None
        if self.peek()[0]:
            raise Invalid('unexpected end')
        return names, cls, condition

    def either(self):
        left = self.both()
        while self.take('keyword', 'or'):
            left = ('or', left, self.both())
        return left

    def both(self):
        left = self.single()
        while self.take('keyword', 'and'):
            left = ('and', left, self.single())
        return left

    def single(self):
        self.depth += 1
        if self.depth > _DEPTH:
            raise Invalid('too deep')
        try:
            if self.take('keyword', 'not'):
                return ('not', self.single())
            if self.take('sign', '('):
                inner = self.either()
                self.need('sign', ')')
                return inner
            return self.comparison()
        finally:
            self.depth -= 1

    def literal(self):
        kind, value = self.next()
        if kind in ('string', 'number'):
            return value
        if kind == 'keyword' and value in ('true', 'false'):
            return value == 'true'
        if (kind, value) == ('keyword', 'null'):
            return None
        raise Invalid('expected a constant')

    def comparison(self):
        if self.peek()[0] != 'word':
            value = self.literal()
            sign = self.operator()
            return (_MIRROR[sign], self.need('word'), value)
        name = self.need('word')
        if self.take('keyword', 'is'):
            negative = self.take('keyword', 'not')
            self.need('keyword', 'null')
            return ('<>' if negative else '=', name, None)
        if self.take('keyword', 'not'):
            self.need('keyword', 'like')
            return ('not', ('like', name, self.need('string')))
        if self.take('keyword', 'like'):
            return ('like', name, self.need('string'))
        sign = self.operator()
        value = self.literal()
        if value is None and sign not in ('=', '<>'):
            raise Invalid('NULL is only equal or not')
        return (sign, name, value)

    def operator(self):
        sign = self.need('sign')
        sign = '<>' if sign == '!=' else sign
        if sign not in _MIRROR:
            raise Invalid('expected an operator')
        return sign


_MIRROR = {'=': '=', '<>': '<>', '<': '>', '>': '<', '<=': '>=', '>=': '<='}
_COMPARE = {'=': lambda a, b: a == b, '<>': lambda a, b: a != b, '<': lambda a, b: a < b,
            '>': lambda a, b: a > b, '<=': lambda a, b: a <= b, '>=': lambda a, b: a >= b}


def _like(pattern):
    """% any characters, _ one, [a-f] or [abc] one of them, [^a-f] none of them."""
    out, at = '', 0
    while at < len(pattern):
        c = pattern[at]
        end = pattern.find(']', at + 2) if c == '[' else -1
        if c == '%':
            out += '.*'
        elif c == '_':
            out += '.'
        elif end > 0:
            inner = pattern[at + 1:end]
            negative = inner.startswith('^')
            inner = re.escape(inner[1:] if negative else inner).replace('\\-', '-')
            out += '[%s%s]' % ('^' if negative else '', inner)
            at = end
        else:
            out += re.escape(c)
        at += 1
    return re.compile(out, re.I | re.S)


def _number(value):
    if isinstance(value, bool):
        return int(value)
    if isinstance(value, (int, float)):
        return value
    try:
        return int(value, 0)
    except ValueError:
        raise Invalid('not a number: %r' % value) from None


def _boolean(value):
    if isinstance(value, bool):
        return value
    if value in (0, 1):
        return bool(value)
    if isinstance(value, str) and value.lower() in ('true', 'false'):
        return value.lower() == 'true'
    raise Invalid('not a boolean: %r' % value)


def _constant(prop, value):
    """The constant of a comparison in the form in which the property's value is compared."""
    if value is None:
        return None
    if prop.type == 'b':
        return _boolean(value)
    if prop.type == 'd':
        when = parse_dmtf(str(value))
        if not when:
            raise Invalid('not a datetime: %r' % value)
        return when
    if prop.type == 'r':
        identity = identity_of_path(str(value))
        if not identity:
            raise Invalid('not an object path: %r' % value)
        return identity
    if prop.type == 's':
        return str(value).lower()
    return _number(value)


def _compile(node, cls):
    """A function of a row (a dict of Python values by name) for the condition."""
    op = node[0]
    if op in ('and', 'or'):
        left, right = _compile(node[1], cls), _compile(node[2], cls)
        if op == 'and':
            return lambda row: left(row) and right(row)
        return lambda row: left(row) or right(row)
    if op == 'not':
        inner = _compile(node[1], cls)
        return lambda row: not inner(row)
    if node[1].lower() in ('__class', '__this'):
        wanted = str(node[2]).lower()
        return lambda row: _COMPARE.get(op, _COMPARE['='])(row['__CLASS'].lower(), wanted)
    prop = cls.by_name.get(node[1].lower())
    if not prop or prop.array or prop.type == 'o':
        raise Invalid('no property to compare: %s' % node[1])
    name = prop.name
    if op == 'like':
        if prop.type not in ('s', 'd'):
            raise Invalid('LIKE compares text')
        pattern = _like(node[2])
        return lambda row: row.get(name) is not None and pattern.fullmatch(str(row[name])) is not None
    constant = _constant(prop, node[2])
    if constant is None:
        return lambda row: (row.get(name) is None) == (op == '=')
    if prop.type in ('b', 'r') and op not in ('=', '<>'):
        raise Invalid('only equal or not: %s' % node[1])
    return _comparison(prop, op, constant)


def _comparison(prop, op, constant):
    """Of a property that is not null. Text is the common case and gets a function of its own: logs are long."""
    name, compare = prop.name, _COMPARE[op]
    if prop.type == 'r':
        return lambda row: isinstance(row.get(name), Reference) and compare(row[name].identity(), constant)
    if prop.type != 's':
        return lambda row: row.get(name) is not None and compare(row[name], constant)
    if op == '=':
        return lambda row: row.get(name) is not None and row[name].lower() == constant
    return lambda row: row.get(name) is not None and compare(row[name].lower(), constant)


class Query:
    """A parsed query. `cls` is its class as a name; bind() looks at the class itself."""

    def __init__(self, text):
        self.text = text
        try:
            self.names, self.cls, self.condition = _Parser(text).query()
        except Invalid:
            raise bad_filter('The WQL query is invalid. ', text) from None

    def bind(self, cls):
        """(names of the properties that were selected, in lower case, or None for all; test of a row)."""
        try:
            names = None
            if self.names is not None:
                names = {n.lower() for n in self.names}
                for name in names:
                    if name not in cls.by_name and not name.startswith('__'):
                        raise Invalid('no property %s' % name)
            test = _compile(self.condition, cls) if self.condition else lambda row: True
        except Invalid:
            raise bad_filter('The WQL query is invalid. ', self.text) from None
        return names, test
