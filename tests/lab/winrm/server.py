#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""server.py FLEET [FOLDER]: WinRM services of Windows servers, for tests; hundreds of them in one process.

FLEET is a YAML file (fleet.py). Into FOLDER go access.log, one JSON object per HTTP request; counters.json at the end;
and the file `ready` as soon as all listeners listen. Ends on SIGTERM. Listens only where FLEET says: loopback."""
import asyncio
import gc
import json
import os
import resource
import signal
import sys

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))


async def serve(path, folder):
    from fleet import Fleet
    log = open(os.path.join(folder, 'access.log'), 'a', buffering=1)
    fleet = Fleet(path, lambda line: log.write(line + '\n'))
    await fleet.start()
    gc.freeze()
    with open(os.path.join(folder, 'ready'), 'w') as file:
        file.write('%d\n' % len(fleet.listeners))
    end = asyncio.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, end.set)
    await end.wait()
    with open(os.path.join(folder, 'counters.json'), 'w') as file:
        json.dump(fleet.counts(), file, indent=1)


def main():
    if len(sys.argv) not in (2, 3):
        sys.exit(__doc__)
    folder = os.path.abspath(sys.argv[2] if len(sys.argv) == 3 else '.')
    os.makedirs(folder, exist_ok=True)
    os.environ['LAB_WINRM_FOLDER'] = folder
    _, most = resource.getrlimit(resource.RLIMIT_NOFILE)
    resource.setrlimit(resource.RLIMIT_NOFILE, (most, most))
    if os.path.exists(os.path.join(folder, 'ready')):
        os.remove(os.path.join(folder, 'ready'))
    try:
        asyncio.run(serve(sys.argv[1], folder))
    except (OSError, ValueError, KeyError) as error:
        sys.exit('%s: %r' % (sys.argv[1], error))
    os._exit(0)  # without waiting for connections that hang by intent


if __name__ == '__main__':
    main()
