#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""latency.py MS TO FROM PORT...: passes TCP connections and datagrams on from the address FROM to the address TO, each way
half of MS late, as if the other side were that far away. Prints `ready` when it listens. Bytes are late, not slow: any number of
them may be on their way. The handshake, which costs a round trip, too, is waited for when the first bytes come."""
import asyncio
import sys


async def pump(reader, writer, delay):
    """Reads at once; writes what is due."""
    loop = asyncio.get_running_loop()
    queue = asyncio.Queue()

    async def late():
        while True:
            due, data = await queue.get()
            await asyncio.sleep(due - loop.time())
            if not data:
                if writer.can_write_eof():
                    writer.write_eof()
                return
            writer.write(data)
            await writer.drain()

    writing = asyncio.ensure_future(late())
    try:
        while True:
            data = await reader.read(65536)
            await queue.put((loop.time() + delay, data))
            if not data:
                break
        await writing
    except (ConnectionError, OSError):
        writing.cancel()


async def serve(address, port, delay, reader, writer):
    await asyncio.sleep(2 * delay)  # the handshake
    to = await asyncio.open_connection(address, port)
    await asyncio.gather(pump(reader, to[1], delay), pump(to[0], writer, delay))
    to[1].close()
    writer.close()


class Datagrams(asyncio.DatagramProtocol):
    """A socket to the other side for each question."""

    def __init__(self, address, port, delay, back=None):
        self.to, self.delay, self.back = (address, port), delay, back

    def connection_made(self, transport):
        self.transport = transport

    def datagram_received(self, data, sender):
        asyncio.get_running_loop().call_later(self.delay, self.back or self.ask, data, sender)

    def ask(self, data, sender):
        async def once():
            transport, _ = await asyncio.get_running_loop().create_datagram_endpoint(
                lambda: Datagrams(*self.to, self.delay, lambda data, _: self.transport.sendto(data, sender)), remote_addr=self.to)
            transport.sendto(data)
        asyncio.ensure_future(once())


async def main():
    delay, to, address = float(sys.argv[1]) / 2000, sys.argv[2], sys.argv[3]
    for port in map(int, sys.argv[4:]):
        await asyncio.start_server(lambda r, w, port=port: serve(to, port, delay, r, w), address, port)
        await asyncio.get_running_loop().create_datagram_endpoint(
            lambda port=port: Datagrams(to, port, delay), local_addr=(address, port))
    print('ready', flush=True)
    await asyncio.Event().wait()


if __name__ == '__main__':
    asyncio.run(main())
