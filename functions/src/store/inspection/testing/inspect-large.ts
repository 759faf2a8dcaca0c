import { randomBytes } from 'node:crypto';
import { peakKilobytes } from '../../testing/peak-memory.ts';
import { inspect } from '../inspect.ts';
import { md5, padding, rc4 } from '../pdf/ciphers.ts';
import { excel, openXml } from './made-archive.ts';
import { deflatedStream, madePdf, madeStream, objectStream } from './made-pdf.ts';

/** Run as a process of its own: makes one file, inspects it, and writes the verdict with the most memory this process ever held (kB). */
const scanned = (): Buffer => {
  const photo = randomBytes(500_000);
  const image = madeStream('/Subtype /Image /Width 2480 /Height 3508 /Filter /DCTDecode', photo);
  return madePdf({
    objects: Object.fromEntries(Array.from({ length: 39 }, (_page, index) => [10 + index, image])),
  });
};

const drawing = (): Buffer => {
  const lines = Array.from({ length: 400_000 }, (_line, index) => `${index * 7} ${(index * 104_729) % 9_999} l`).join(
    '\n',
  );
  const plan = deflatedStream('', Buffer.from(lines));
  const packed = Object.fromEntries(
    Array.from({ length: 20_000 }, (_element, index) => [1_000 + index, '<</S/P/P 3 0 R/K 12>>']),
  );
  return madePdf({ objects: { 4: plan, 10: objectStream(packed), 11: madeStream('', randomBytes(18_000_000)) } });
};

/** Encrypted as « restrict printing » did at first (RC4, 40 bits): one stream of 18 MB that has to be decrypted. */
const encrypted = (): Buffer => {
  const owner = Buffer.alloc(32, 'o');
  const key = md5(padding, owner, Buffer.alloc(4, 0xff)).subarray(0, 5);
  const [o, u] = [owner, rc4(key, padding)].map((bytes) => `<${bytes.toString('hex')}>`);
  return madePdf({
    trailer: `/Encrypt << /Filter /Standard /V 1 /R 2 /P -1 /O ${o} /U ${u} >>`,
    objects: { 10: madeStream('/Filter /FlateDecode', randomBytes(18_500_000)) },
  });
};

const workbook = (): Buffer => openXml(excel, [{ name: 'xl/media/a.png', content: randomBytes(19_500_000) }]);

const files = { scanned, encrypted, drawing, workbook } as const;
const [name] = process.argv.slice(2);
const make = Object.entries(files).find(([known]) => known === name)?.[1];
if (make === undefined) throw new Error(`Which file? ${Object.keys(files).join(', ')}`);
const bytes = make();
const verdict = await inspect(bytes, false);
process.stdout.write(JSON.stringify({ verdict, size: bytes.length, peakKilobytes: peakKilobytes() }));
