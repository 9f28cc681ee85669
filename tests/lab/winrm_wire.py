#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""winrm_wire.py PORT FILE COMMAND...: runs the command while a packet socket on the loopback interface takes down what
TCP carries from and to that port, and writes the bytes of all packets to FILE. Needs a network namespace of its own."""
import socket
import struct
import subprocess
import sys
import threading
import time


def payload(frame, port):
    """The TCP payload of an Ethernet frame with IPv4 or IPv6, when it concerns the port; else nothing."""
    kind = struct.unpack('!H', frame[12:14])[0]
    if kind == 0x0800:
        at, protocol = 14 + (frame[14] & 15) * 4, frame[23]
    elif kind == 0x86dd:
        at, protocol = 54, frame[20]
    else:
        return b''
    if protocol != 6 or port not in struct.unpack('!HH', frame[at:at + 4]):
        return b''
    return frame[at + (frame[at + 12] >> 4) * 4:]


def main():
    port, path, command = int(sys.argv[1]), sys.argv[2], sys.argv[3:]
    listener = socket.socket(socket.AF_PACKET, socket.SOCK_RAW, socket.htons(3))
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 1 << 24)
    listener.bind(('lo', 0))
    listener.settimeout(0.2)
    seen, over = [], threading.Event()

    def listen():
        while True:
            try:
                seen.append(payload(listener.recv(1 << 18), port))
            except socket.timeout:
                if over.is_set():
                    return

    thread = threading.Thread(target=listen)
    thread.start()
    status = subprocess.call(command)
    time.sleep(0.3)
    over.set()
    thread.join()
    with open(path, 'wb') as file:
        file.write(b'\n'.join(seen))
    sys.exit(status)


if __name__ == '__main__':
    main()
