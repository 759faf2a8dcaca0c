import { randomBytes } from 'node:crypto';

/** Side in pixels of a scanned page: 1 150 × 1 150 × 3 bytes are 4 MB of noise, which no filter makes smaller. */
const SIDE = 1_150;

/** A PDF as a scanner writes it: one picture a page, four megabytes each, that nothing compresses. */
export function scannedPdf(pages: number): Uint8Array {
  const parts: Buffer[] = [Buffer.from('%PDF-1.7\n')];
  const offsets: number[] = [];
  let length = parts[0]?.byteLength ?? 0;
  const add = (content: Buffer) => {
    parts.push(content);
    length += content.byteLength;
  };
  const object = (number: number, dictionary: string, stream?: Buffer) => {
    offsets[number] = length;
    add(Buffer.from(`${number} 0 obj\n${dictionary}\n`));
    if (stream) for (const part of [Buffer.from('stream\n'), stream, Buffer.from('\nendstream\n')]) add(part);
    add(Buffer.from('endobj\n'));
  };
  const pageNumbers = Array.from({ length: pages }, (_page, index) => 3 + index * 3);
  object(1, '<< /Type /Catalog /Pages 2 0 R >>');
  object(2, `<< /Type /Pages /Count ${pages} /Kids [${pageNumbers.map((number) => `${number} 0 R`).join(' ')}] >>`);
  for (const number of pageNumbers) {
    const drawing = Buffer.from('q 595 0 0 595 0 120 cm /Scan Do Q');
    const picture = randomBytes(SIDE * SIDE * 3);
    const resources = `/Resources << /XObject << /Scan ${number + 2} 0 R >> >>`;
    object(number, `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents ${number + 1} 0 R ${resources} >>`);
    object(number + 1, `<< /Length ${drawing.byteLength} >>`, drawing);
    object(
      number + 2,
      `<< /Type /XObject /Subtype /Image /Width ${SIDE} /Height ${SIDE} /ColorSpace /DeviceRGB /BitsPerComponent 8 /Length ${picture.byteLength} >>`,
      picture,
    );
  }
  const lines = offsets.slice(1).map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`);
  const table = `xref\n0 ${offsets.length}\n0000000000 65535 f \n${lines.join('')}`;
  add(Buffer.from(`${table}trailer\n<< /Size ${offsets.length} /Root 1 0 R >>\nstartxref\n${length}\n%%EOF\n`));
  return Buffer.concat(parts);
}
