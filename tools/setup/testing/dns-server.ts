import { createSocket } from 'node:dgram';
import { type Answer, decode, encode } from 'dns-packet';

/** What a name has, by type of record, as a zone file would say it. */
export interface Zone {
  readonly [name: string]: {
    readonly TXT?: readonly string[];
    readonly MX?: readonly string[];
    readonly A?: readonly string[];
    readonly CNAME?: string;
  };
}

export interface DnsServer {
  /** « 127.0.0.1:… » */
  readonly address: string;
  readonly serve: (zone: Zone) => void;
  readonly stop: () => Promise<void>;
}

/** A real DNS server over UDP on this machine, that knows one zone and says that anything else does not exist. */
export async function dnsServer(): Promise<DnsServer> {
  let zone: Zone = {};
  const socket = createSocket('udp4');
  socket.on('message', (message, { port, address }) => {
    const query = decode(message);
    const [question] = query.questions ?? [];
    const name = question?.name.toLowerCase() ?? '';
    const answers = question === undefined ? [] : answersTo(zone, name, question.type);
    const NXDOMAIN = 3;
    const flags = 0x0180 | (zone[name] === undefined ? NXDOMAIN : 0);
    socket.send(
      encode({ type: 'response', id: query.id ?? 0, flags, questions: query.questions ?? [], answers }),
      port,
      address,
    );
  });
  await new Promise<void>((resolve) => socket.bind(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${socket.address().port}`,
    serve: (served) => {
      zone = served;
    },
    stop: () => new Promise((resolve) => socket.close(() => resolve())),
  };
}

/** As a resolver answers: through an alias, with what it stands for. */
function answersTo(zone: Zone, name: string, type: string): Answer[] {
  const { TXT = [], MX = [], A = [], CNAME } = zone[name] ?? {};
  const at = { name, ttl: 1, class: 'IN' } as const;
  const alias: Answer[] = CNAME === undefined ? [] : [{ ...at, type: 'CNAME', data: CNAME }];
  if (CNAME !== undefined && type !== 'CNAME') return [...alias, ...answersTo(zone, CNAME, type)];
  switch (type) {
    case 'TXT':
      // In pieces of 255 bytes: what a 2,048-bit key needs.
      return TXT.map((text) => ({ ...at, type: 'TXT', data: text.match(/.{1,255}/gs) ?? [''] }));
    case 'MX':
      return MX.map((exchange, index) => ({ ...at, type: 'MX', data: { preference: index + 1, exchange } }));
    case 'A':
      return A.map((data) => ({ ...at, type: 'A', data }));
    default:
      return alias;
  }
}
