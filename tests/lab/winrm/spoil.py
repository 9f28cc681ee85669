# SPDX-License-Identifier: Apache-2.0
"""What a server of PowerShell Remoting does wrong on demand (misbehave.py, mode psrp=KIND): with its messages, its
fragments, its objects and its states. docs/internals/lab-winrm.md lists the kinds."""
import struct

import psrp

# Of a pool, when it opens (operation Create).
OPENING = {'broken', 'closed', 'no-capability', 'capability-late', 'version', 'private-garbage', 'never-open', 'opening-only',
           'twice', 'public-key', 'pool-call'}
# Of a pipeline (operation Command).
PIPELINE = {'deep', 'circle', 'refs', 'entities', 'types', 'wide', 'garbage', 'long-text', 'prompt', 'calls', 'flood',
            'silence', 'unknown', 'other-pipeline', 'no-state', 'no-done', 'endless', 'fail', 'disconnect', 'odd-state',
            'errors', 'noise', 'empty-messages'}
# Of one reply (operation Receive).
REPLY = {'cut-fragment', 'long-fragment', 'huge-fragment', 'no-start', 'no-end', 'gap', 'repeat', 'backwards', 'interleave',
         'no-base64', 'short-message', 'split-fragment', 'empty-reply', 'swap'}
KINDS = OPENING | PIPELINE | REPLY
DEPTH = 20000


def error(text='told to'):
    return psrp.Error('RuntimeException', 'System.Management.Automation.RuntimeException', text)


def opening(kind, said):
    """The messages of a pool that opens: (kind, xml)."""
    capability, private, state = said
    if kind in ('broken', 'closed'):
        number = psrp.BROKEN if kind == 'broken' else psrp.CLOSED
        return [capability, private, ('RUNSPACEPOOL_STATE', psrp.pool_state(number, error().record()))]
    return {
        'no-capability': [private, state],
        'capability-late': [state, private, capability],
        'version': [('SESSION_CAPABILITY', psrp.capability('3.0')), private, state],
        'private-garbage': [capability, ('APPLICATION_PRIVATE_DATA', '<Obj RefId="0"><MS><Obj N="Appl'), state],
        'never-open': [capability, private],
        'opening-only': [capability, private, ('RUNSPACEPOOL_STATE', psrp.pool_state(1))],
        'twice': said + said,
        'public-key': [capability, private, ('PUBLIC_KEY_REQUEST', '<S></S>'), state],
        'pool-call': [capability, private, ('RUNSPACEPOOL_HOST_CALL', psrp.host_call(1, 'ReadLine', 11)), state],
    }.get(kind, said)


def hostile(kind):
    """An object that is none, or too much of one."""
    many = ''.join('<S N="p%d">x</S>' % n for n in range(200000)) if kind == 'wide' else ''
    return {
        'deep': '<Obj RefId="0"><LST>' * DEPTH + '</LST></Obj>' * DEPTH,
        'circle': '<Obj RefId="0"><MS><S N="Fact">begin</S><Ref N="Source" RefId="0" /><Obj N="At" RefId="1"><MS><Ref N="a" '
                  'RefId="1" /><Ref N="b" RefId="0" /></MS></Obj></MS></Obj>',
        'refs': '<Obj RefId="0"><TNRef RefId="7" /><MS><Ref N="Fact" RefId="99" /></MS></Obj>',
        'entities': '<!DOCTYPE o [<!ENTITY a "aaaaaaaaaa">%s<!ENTITY f SYSTEM "file:///etc/passwd">]><S>&x9;&f;</S>' % ''.join(
            '<!ENTITY x%d "%s">' % (n, ('&x%d;' % (n - 1) if n else '&a;') * 10) for n in range(10)),
        'types': '<Obj RefId="0"><MS><I32 N="Fact">begin</I32><B N="Source">perhaps</B><DT N="At">yesterday</DT><I64 N="Count">'
                 '99999999999999999999</I64><G N="Guid">no</G><BA N="Data">***</BA><TS N="T">P</TS></MS></Obj>',
        'wide': '<Obj RefId="0"><MS>%s</MS></Obj>' % many,
        'garbage': '\x01\x02 no XML <at> all',
        'long-text': '<S>%s</S>' % ('x' * (16 << 20)),
        'unknown': '<Obj RefId="0"><XYZ N="new">1</XYZ><MS><S N="Fact">new</S><ABC N="Source">later</ABC></MS></Obj>',
    }[kind]


def flood():
    from clixml import custom
    number = 0
    while True:
        number += 1
        yield 'output', custom([('Fact', 'flood'), ('Number', number), ('Text', 'x' * 200)])


def noise(events):
    """Everything else that a pipeline may say, around what it has to say."""
    yield 'progress', 'Preparing modules for first use.'
    yield 'verbose', "Loading module from path 'C:\\Program Files\\Microsoft Azure AD Sync\\Bin\\ADSync\\ADSync.psd1'."
    yield 'call', -100, 'SetShouldExit', 6, (0,)
    for event in events:
        yield event
        if event[0] == 'output':
            yield 'warning', 'careful _x0041_ & <b>'
            yield 'information', 'by the way'
            yield 'debug', 'deep inside'


def events(kind, honest):
    """The events of a pipeline, spoiled."""
    if kind not in PIPELINE:
        return honest
    return _events(kind, honest)


def _events(kind, honest):
    if kind in ('deep', 'circle', 'refs', 'entities', 'types', 'wide', 'garbage', 'long-text'):
        yield 'raw', 'PIPELINE_OUTPUT', hostile(kind)
        yield from honest
    elif kind == 'unknown':
        yield 'raw', 0x00041fff, hostile('unknown')
        yield 'raw', 'PIPELINE_OUTPUT', hostile('unknown')
        yield 'raw', 0x00091234, 'nothing that anybody could read'
        yield from honest
    elif kind == 'prompt':
        yield 'call', 1, 'PromptForChoice', 26, ('Confirm', 'Are you sure?')
        yield from honest
    elif kind == 'calls':
        for number in range(1, 100000):
            yield 'call', number, 'ReadLine', 11, ()
    elif kind == 'flood':
        yield from flood()
    elif kind == 'silence':
        for event in honest:
            yield event
            if event[0] == 'output':
                break
        yield ('forever',)
    elif kind == 'endless':
        yield from honest
        yield ('forever',)
    elif kind == 'fail':
        yield from honest
        yield 'fail', error()
    elif kind == 'odd-state':
        yield 'raw', 'PIPELINE_STATE', '<Obj RefId="0"><MS><I32 N="PipelineState">77</I32></MS></Obj>'
        yield 'raw', 'PIPELINE_STATE', '<Obj RefId="0"><MS></MS></Obj>'
        yield from honest
    elif kind == 'disconnect':
        yield 'raw', 'PIPELINE_STATE', psrp.pipeline_state(6)
        yield ('forever',)
    elif kind == 'errors':
        for number in range(20000):
            yield 'error', error('error %d' % number)
        yield from honest
    elif kind == 'noise':
        yield from noise(honest)
    elif kind == 'empty-messages':
        yield 'raw', 'PIPELINE_OUTPUT', ''
        yield 'raw', 'ERROR_RECORD', ''
        yield from honest
    else:
        yield from honest


def _parts(piece):
    object_id, fragment_id, flags, length = struct.unpack('>QQBI', piece[:21])
    return object_id, fragment_id, flags, piece[21:21 + length], piece[21 + length:]


def pieces(kind, found):
    """The fragments of one reply, spoiled."""
    if kind not in REPLY or not found:
        return found
    object_id, fragment_id, flags, data, rest = _parts(found[0])
    if kind == 'cut-fragment':
        return found[:-1] + [found[-1][:-7]]
    if kind == 'long-fragment':
        return [psrp.fragment(object_id, fragment_id, flags, data, len(data) + 9) + rest] + found[1:]
    if kind == 'huge-fragment':
        return [psrp.fragment(object_id, fragment_id, flags, data, 0x7fffffff)]
    if kind == 'no-start':
        return [psrp.fragment(object_id, fragment_id, flags & ~psrp.START, data) + rest] + found[1:]
    if kind == 'no-end':
        return [psrp.fragment(object_id, fragment_id, flags & ~psrp.END, data) + rest] + found[1:]
    if kind == 'gap':
        return [psrp.fragment(object_id, fragment_id + 1, flags, data) + rest] + found[1:]
    if kind == 'repeat':
        return [found[0]] + found
    if kind == 'backwards':
        half = len(data) // 2
        return [psrp.fragment(object_id, 1, psrp.END, data[half:]), psrp.fragment(object_id, 0, psrp.START, data[:half])]
    if kind == 'interleave':  # legal between streams, not within one
        half = len(data) // 2
        other = psrp.fragments(object_id + (1 << 32), psrp.message('DEBUG_RECORD', psrp.NONE, psrp.NONE, '<S>x</S>'), 32768)
        return [psrp.fragment(object_id, 0, psrp.START, data[:half])] + other + \
            [psrp.fragment(object_id, 1, psrp.END, data[half:])] + found[1:]
    if kind == 'short-message':
        return [psrp.fragment(object_id, 0, psrp.START | psrp.END, data[:11])] + found[1:]
    if kind == 'split-fragment':  # in two elements
        return [found[0][:30], found[0][30:]] + found[1:]
    if kind == 'swap':
        return found[::-1]
    if kind == 'empty-reply':
        return [b'']
    return [b'']
