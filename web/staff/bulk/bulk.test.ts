import { describe, expect, test } from 'vitest';
import { bulkLines, isReady, lineFault, matchWords, reportCsv } from './bulk.ts';

const laureates = [
  { laureateId: 'l1', name: 'La Fabrique', reference: 'MP-012', sirets: ['12345678900011'] },
  { laureateId: 'l2', name: 'Le Fournil', reference: null, sirets: [] },
];

/** A file as a chosen folder gives it. */
function found(path: string, content = 'x'): File {
  const file = new File([content], path.split('/').at(-1) ?? path);
  Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}
const line = (path: string, content?: string) => {
  const [only] = bulkLines([found(path, content)], laureates);
  if (only === undefined) throw new Error(`${path} makes no line`);
  return only;
};

describe('the files of a chosen folder', () => {
  test('go to whom their path names, as the piece their name says', () => {
    expect(line('Lot 3/La Fabrique/Candidature.pdf')).toMatchObject({ laureateId: 'l1', piece: 'application' });
    expect(isReady(line('Lot 3/La Fabrique/Candidature.pdf'))).toBe(true);
  });

  test('stay where they are when nobody is named', () => {
    const lost = line('Lot 3/divers.pdf');
    expect(lost.laureateId).toBeNull();
    expect(isReady(lost)).toBe(false);
    expect(isReady({ ...lost, laureateId: 'l2' })).toBe(true);
  });

  test.each(['La Fabrique/.DS_Store', 'La Fabrique/Thumbs.db', 'La Fabrique/~$note.docx'])(
    'leave out what a system put there: %s',
    (path) => expect(bulkLines([found(path)], laureates)).toEqual([]),
  );

  test('are told before they are sent when they would be refused', () => {
    expect(lineFault(line('La Fabrique/plan.dwg'))).toContain('format accepté');
    expect(lineFault(line('La Fabrique/note de cadrage.docx'))).toContain('PDF');
    expect(lineFault(line('La Fabrique/vide.pdf', ''))).toContain('vide');
    expect(isReady(line('La Fabrique/vide.pdf', ''))).toBe(false);
  });
});

test('how each file found its place is said', () => {
  const nameOf = (laureateId: string) => laureates.find((one) => one.laureateId === laureateId)?.name ?? '';
  const words = (path: string) => matchWords(line(path).match, nameOf);
  expect(words('MP-012/x.pdf')).toBe('Reconnu par la référence');
  expect(words('La Fabrique et Le Fournil/x.pdf')).toContain('La Fabrique, Le Fournil');
  expect(words('x.pdf')).toContain('à qui il est');
});

describe('the report', () => {
  test('says what became of each file, and why', () => {
    const csv = reportCsv([
      {
        path: 'a.pdf',
        laureateName: 'La Fabrique',
        piece: 'application',
        step: { name: 'kept', fileId: 'f', before: false },
        reason: '',
      },
      {
        path: 'b.pdf',
        laureateName: 'La Fabrique',
        piece: 'other',
        step: { name: 'failed', message: 'Coupure ; réessayez.', retry: true },
        reason: '',
      },
      { path: 'c.pdf', laureateName: '', piece: 'other', step: undefined, reason: 'Personne n’est nommé.' },
    ]);
    expect(csv.split('\r\n').slice(1)).toEqual([
      '"a.pdf";"La Fabrique";"Candidature à l’AMI";"déposé";""',
      '"b.pdf";"La Fabrique";"Autre document";"échec";"Coupure ; réessayez."',
      '"c.pdf";"";"";"laissé de côté";"Personne n’est nommé."',
      '',
    ]);
  });

  test.each(['=1+1', '+1', '-1', '@x', '\t=1', '＝1'])('never makes a formula of %j', (path) => {
    const csv = reportCsv([{ path, laureateName: '', piece: 'other', step: undefined, reason: '' }]);
    expect(csv).toContain(`"'${path}"`);
  });
});
