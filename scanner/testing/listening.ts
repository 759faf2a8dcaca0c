import { createServer, type Socket } from 'node:net';

export interface Started {
  readonly port: number;
  stop(): Promise<void>;
}

/** A TCP server of this machine, on a free port; stopping it cuts the lines that are open. */
export async function startListening(serve: (socket: Socket) => void): Promise<Started> {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    // The other side may leave at any moment: some cases are about that.
    socket.on('error', () => socket.destroy());
    serve(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('Not a TCP port.');
  return {
    port: address.port,
    stop: () => {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}
