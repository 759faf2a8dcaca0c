import { connect, createServer, type Socket } from 'node:net';

/**
 * Stands between the functions and the emulator as the network stands between them and the real database: whatever one says reaches the other
 * `milliseconds` later, in order. A process of its own, so that waiting costs the measured one nothing.
 * Usage: node distance.ts <host> <port> <milliseconds>; prints the port it listens on.
 */
const [host = '127.0.0.1', port = '0', milliseconds = '0'] = process.argv.slice(2);

function carry(from: Socket, to: Socket): void {
  from.on('data', (chunk) => setTimeout(() => to.write(chunk), Number(milliseconds)));
  from.on('end', () => setTimeout(() => to.end(), Number(milliseconds)));
  from.on('error', () => to.destroy());
}

const server = createServer({ noDelay: true }, (near) => {
  const far = connect({ host, port: Number(port), noDelay: true });
  carry(near, far);
  carry(far, near);
});
server.listen(0, host, () => {
  const address = server.address();
  process.stdout.write(`${typeof address === 'object' ? address?.port : ''}\n`);
});
