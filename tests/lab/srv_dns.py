#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""srv_dns.py ADDRESS HOST... [SITE/HOST...]: a DNS server that names these hosts as the domain controllers of every
domain and of its sites, where a site has none of its own."""
import socket
import struct
import sys


def name(text):
    return b''.join(bytes([len(part)]) + part.encode() for part in text.split('.')) + b'\0'


def answer(query, hosts):
    at = 12
    while query[at]:
        at += query[at] + 1
    question = query[12:at + 5]
    is_srv = question[-4:-2] == b'\0\x21'
    labels = question[:-4].lower()
    own = [host.split('/')[1] for host in hosts if '/' in host and name(host.split('/')[0].lower() + '._sites')[:-1] in labels]
    hosts = own or [host for host in hosts if '/' not in host]
    records = [b'\xc0\x0c\0\x21\0\x01\0\0\0\0' + struct.pack('>HHHH', 6 + len(name(host)), 0, 100, 389) + name(host)
               for host in hosts] if is_srv else []
    return query[:2] + struct.pack('>HHHHH', 0x8580 if is_srv else 0x8583, 1, len(records), 0, 0) + question + b''.join(records)


server = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
server.bind((sys.argv[1], 53))
print('ready', flush=True)
while True:
    data, peer = server.recvfrom(512)
    server.sendto(answer(data, sys.argv[2:]), peer)
