#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""connect_proxy.py ADDRESS PORT [REFUSE]: an HTTP proxy that passes CONNECT (RFC 9110 9.3.6), or refuses with that
status. Prints the target of each."""
import socket
import sys
import threading


def pump(source, target):
    try:
        while True:
            data = source.recv(65536)
            if not data:
                break
            target.sendall(data)
    except OSError:
        pass
    try:
        target.shutdown(socket.SHUT_WR)
    except OSError:
        pass


def serve(client, refuse):
    head = b''
    while b'\r\n\r\n' not in head:
        data = client.recv(65536)
        if not data:
            return
        head += data
    method, target = head.split(b' ')[:2]
    print(method.decode(), target.decode(), flush=True)
    if refuse or method != b'CONNECT':
        client.sendall(b'HTTP/1.1 %s No\r\nContent-Length: 0\r\n\r\n' % (refuse or '405').encode())
        client.close()
        return
    host, port = target.decode().rsplit(':', 1)
    server = socket.create_connection((host.strip('[]'), int(port)))
    client.sendall(b'HTTP/1.1 200 Connected\r\n\r\n')
    threading.Thread(target=pump, args=(server, client), daemon=True).start()
    pump(client, server)


def main():
    listener = socket.create_server((sys.argv[1], int(sys.argv[2])))
    refuse = sys.argv[3] if len(sys.argv) > 3 else None
    print('ready', flush=True)
    while True:
        client, _ = listener.accept()
        threading.Thread(target=serve, args=(client, refuse), daemon=True).start()


if __name__ == '__main__':
    main()
