#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""badsrv.py KIND ADDRESS PORT: a peer that does not play along, for tests of time limits and of hostile bytes.

full     its backlog is full: connecting hangs
mute     accepts and never answers
garbage  answers in another protocol
close    closes after the first bytes
reset    the same, with a reset instead of an end
It prints "ready" once it listens, and ends when its standard input does."""
import socket
import struct
import sys
import threading

kind, address, port = sys.argv[1], sys.argv[2], int(sys.argv[3])
listener = socket.socket()
listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
listener.bind((address, port))
listener.listen(0 if kind == 'full' else 16)
port = listener.getsockname()[1]
kept = []  # connections stay open as long as something holds them
if kind == 'full':
    for _ in range(3):
        client = socket.socket()
        client.setblocking(False)
        try:
            client.connect((address, port))
        except BlockingIOError:
            pass
        kept.append(client)


def serve():
    while True:
        stream, _ = listener.accept()
        kept.append(stream)
        if kind == 'mute':
            continue
        stream.recv(4096)
        if kind == 'garbage':
            stream.sendall(b'HTTP/1.1 400 Bad Request\r\n\r\n')
        elif kind == 'reset':
            stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
        if kind in ('close', 'reset'):
            kept.remove(stream)
            stream.close()


if kind != 'full':
    threading.Thread(target=serve, daemon=True).start()
print('ready', port, flush=True)
sys.stdin.read()
