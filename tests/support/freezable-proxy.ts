import type { AddressInfo } from 'node:net';
import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands between a program and a server on this machine. Frozen, it takes connections and bytes and says
 * nothing any more, as a cut cable does; what was frozen once stays so.
 */
export async function startFreezableProxy(port: number) {
  const sockets = new Set<Socket>();
  let frozen = false;
  const server = createServer((near) => {
    sockets.add(near);
    near.on('error', () => undefined);
    if (frozen) return void near.resume();
    const far = connect(port, '127.0.0.1');
    sockets.add(far);
    far.on('error', () => near.destroy());
    near.pipe(far);
    far.pipe(near);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    port: (server.address() as AddressInfo).port,
    freeze(): void {
      frozen = true;
      for (const socket of sockets) socket.unpipe().resume();
    },
    /** New connections go through again. */
    mend(): void {
      frozen = false;
    },
    async close(): Promise<void> {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
