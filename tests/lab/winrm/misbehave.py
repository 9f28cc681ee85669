#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""What a listener does wrong, on demand, and when.

A rule is MODE[=VALUE][@[OPERATION:]N[+]]: at the N-th WS-Man request that the listener gets (of that operation:
Identify, Get, Enumerate, Pull, Release, Invoke, Create, Command, Receive, Signal, Delete; or logon for the legs of
logons), from the N-th on with a plus. Without N: always. Several rules are separated by blanks; the first that fits
counts. docs/internals/lab-winrm.md lists the modes.
"""
import re

import spoil

# Decided by the connection: what happens to the answer, or instead of one.
TRANSPORT = {'401', '503', 'status', 'empty-500', 'drop-before', 'drop-acted', 'drop-during', 'drop-after', 'drip',
             'truncate', 'bad-signature', 'wrong-length', 'wrong-header', 'plaintext', 'huge', 'garbage', 'slow', 'mute',
             'redirect', 'headers', 'xml', 'cut', 'style',
             'close', 'chunked', 'forged'}
# Decided by the WS-Man service: the value is the code of the fault.
FAULTS = {'quota-operations': 2150859174, 'quota-shells': 2150859173, 'quota-commands': 2150859241,
          'lost-context': 2150858779, 'old-context': 2150858780, 'denied': 5, 'logon-failure': 1326,
          'timed-out': 2150858793, 'too-large': 2150858790, 'shells-refused': 2150859180, 'aborted': 995}
SERVICE = {'wrong-relates', 'no-relates', 'endless-pull', 'empty-pull', 'fault', 'cim-fault', 'psrp'}
# Of logons.
LOGON = {'logon-endless', 'logon-garbage', 'logon-no-token', 'logon-drop', 'logon-mute', 'logon-refuse', 'slow', '503',
         'status', 'huge', 'headers', 'garbage'}

RULE = re.compile(r'([a-z0-9-]+)(?:=([^@]+))?(?:@(?=.)(?:([A-Za-z]+)(?::(?=.)|$))?(?:([1-9]\d*)(\+)?)?)?$')


class Rule:
    def __init__(self, text):
        match = RULE.match(text)
        if not match:
            raise ValueError("'%s' is no rule: MODE[=VALUE][@[OPERATION:]N[+]]" % text)
        self.mode, self.value, self.operation, number, onwards = match.groups()
        if self.mode.startswith('logon-') and self.mode != 'logon-failure':
            self.operation = 'logon'
        known = LOGON if self.operation == 'logon' else TRANSPORT | SERVICE | set(FAULTS)
        if self.mode not in known:
            raise ValueError("'%s': there is no mode '%s'" % (text, self.mode))
        if self.mode == 'psrp' and self.value not in spoil.KINDS:
            raise ValueError("'%s': there is no kind '%s' of psrp" % (text, self.value))
        self.first = int(number or 1)
        self.last = self.first if number and not onwards else None
        self.seen = 0

    def fits(self, operation):
        if self.operation == 'logon' or operation == 'logon':
            if self.operation != operation:
                return False
        elif self.operation and self.operation.lower() != operation.lower():
            return False
        self.seen += 1
        return self.seen >= self.first and (self.last is None or self.seen <= self.last)


class Plan:
    """The rules of one listener and how far it has come."""

    def __init__(self, text=''):
        self.rules = [Rule(part) for part in (text or '').split()]

    def next(self, operation):
        """What to do with this request: a rule or None."""
        found = None
        for rule in self.rules:  # all of them count on
            if rule.fits(operation) and found is None:
                found = rule
        return found
