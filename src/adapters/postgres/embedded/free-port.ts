import { createServer, type Server } from 'node:net';

/** A TCP port on the loopback that nobody listened on a moment ago: the wanted one if it is free. */
export async function freePort(wanted = 0): Promise<number> {
  const server = createServer();
  const listening = (await listens(server, wanted)) || (await listens(server, 0));
  const address = server.address();
  await new Promise((resolve) => server.close(resolve));
  if (!listening || address === null || typeof address === 'string') throw new Error('no free TCP port');
  return address.port;
}

function listens(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const failed = (): void => resolve(false);
    server.once('error', failed).listen(port, '127.0.0.1', () => {
      server.off('error', failed);
      resolve(true);
    });
  });
}
