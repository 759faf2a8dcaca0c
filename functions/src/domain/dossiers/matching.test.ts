import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type FileMatch, type KnownLaureate, matchFiles } from './matching.ts';

const fabrique = { laureateId: 'l1', name: 'La Fabrique', reference: 'MP-012', sirets: ['12345678900011'] };
const lac = { laureateId: 'l2', name: 'La Fabrique du Lac', reference: 'MP-013', sirets: ['22345678900027'] };
const etabli = {
  laureateId: 'l3',
  name: 'L’Établi d’Ouessant',
  reference: null,
  sirets: ['32345678900032', '42345678900048'],
};
const laureates: readonly KnownLaureate[] = [fabrique, lac, etabli];

const match = (path: string): FileMatch | undefined => matchFiles([{ path, size: 1 }], laureates)[0];
const whose = (path: string) => {
  const found = match(path);
  return found?.found === 'laureate' ? `${found.laureateId} by ${found.by}` : found?.found;
};
const piece = (name: string) => {
  const found = match(`La Fabrique/${name}`);
  return found?.found === 'laureate' ? found.piece : found?.found;
};

describe('A file is recognised', () => {
  it.each([
    ['the folder’s name', 'Lot 3/La Fabrique/note.pdf', 'l1 by name'],
    ['a name without accents, case and punctuation', 'LOT/letabli/L ETABLI D OUESSANT/x.pdf', 'l3 by name'],
    ['decomposed accents', 'L’E\u0301tabli d’Ouessant/x.pdf', 'l3 by name'],
    ['the file’s own name', 'note - la fabrique.pdf', 'l1 by name'],
    ['the longer of two names, one within the other', 'La Fabrique du Lac/x.pdf', 'l2 by name'],
    ['a reference', 'MP 012 - dossier/x.pdf', 'l1 by reference'],
    ['a SIRET', 'dossiers/12345678900011.pdf', 'l1 by siret'],
    ['a SIRET as people write it', '123 456 789 00011/x.pdf', 'l1 by siret'],
    ['a SIRET it once had', '32345678900032/x.pdf', 'l3 by siret'],
    ['a SIRET rather than a name', 'La Fabrique/22345678900027.pdf', 'l2 by siret'],
    ['a reference rather than a name', 'La Fabrique/MP-013/x.pdf', 'l2 by reference'],
    ['the nearest folder', 'La Fabrique/La Fabrique du Lac/x.pdf', 'l2 by name'],
    ['a path of Windows', 'Lot\\La Fabrique\\x.pdf', 'l1 by name'],
  ])('by %s', (_how, path, expected) => expect(whose(path)).toBe(expected));

  it.each([
    ['by a part of a word', 'La Fabriquerie/x.pdf'],
    ['by a part of a reference', 'MP-0123/x.pdf'],
    ['by digits within a longer number', '9912345678900011/x.pdf'],
    ['by nothing', ''],
    ['without a reference by an empty one', '-/x.pdf'],
  ])('never %s', (_how, path) => expect(match(path)).toEqual({ path, found: 'nobody' }));

  it('by nobody’s guess when it names several', () => {
    const path = 'MP-012 et MP-013/x.pdf';
    expect(match(path)).toEqual({ path, found: 'several', laureateIds: ['l1', 'l2'] });
    const twins = [fabrique, { ...lac, name: 'LA FABRIQUE' }];
    expect(matchFiles([{ path: 'La Fabrique/x.pdf', size: 1 }], twins)).toEqual([
      { path: 'La Fabrique/x.pdf', found: 'several', laureateIds: ['l1', 'l2'] },
    ]);
  });

  it('once: the same name and size again for the same laureate is a duplicate', () => {
    const found = matchFiles(
      [
        { path: 'La Fabrique/Note.pdf', size: 7 },
        { path: 'Copie/MP-012/note.pdf', size: 7 },
        { path: 'MP-012/note.pdf', size: 8 },
        { path: 'MP-013/note.pdf', size: 7 },
      ],
      laureates,
    );
    expect(found.map((one) => one.found)).toEqual(['laureate', 'duplicate', 'laureate', 'laureate']);
    expect(found[1]).toMatchObject({ sameAs: 'La Fabrique/Note.pdf' });
  });
});

describe('What a file is', () => {
  it.each([
    ['Note de cadrage v2.pdf', 'scopingNote'],
    ['NOTE_DE_CADRAGE.pdf', 'scopingNote'],
    ['Candidature AMI.pdf', 'application'],
    ['ami-2022.pdf', 'application'],
    ['Rendu post-incubation.pdf', 'incubationReport'],
    ['Cadrage/scan001.pdf', 'scopingNote'],
    ['Candidature/Note de cadrage.pdf', 'scopingNote'],
    ['photo de l’atelier.jpg', 'other'],
    ['amiante.pdf', 'other'],
  ])('%s', (name, expected) => expect(piece(name)).toBe(expected));
});

describe('Whatever the folders are called', () => {
  const word = fc.constantFrom('La Fabrique', 'lac', 'MP-012', 'MP-013', '12345678900011', 'note', 'é', '..', '-', '');
  const path = fc.array(word, { maxLength: 4 }).map((words) => words.join('/'));
  const found = fc.array(fc.record({ path, size: fc.nat(3) }), { maxLength: 12 });

  it('each file has one answer, in its place, about laureates that there are', () => {
    fc.assert(
      fc.property(found, (files) => {
        const answers = matchFiles(files, laureates);
        expect(answers.map((answer) => answer.path)).toEqual(files.map((file) => file.path));
        for (const answer of answers) {
          const named =
            answer.found === 'laureate' ? [answer.laureateId] : answer.found === 'several' ? answer.laureateIds : [];
          expect(laureates.map(({ laureateId }) => laureateId)).toEqual(expect.arrayContaining([...named]));
          if (answer.found === 'several') expect(new Set(answer.laureateIds).size).toBeGreaterThan(1);
        }
      }),
    );
  });

  it('the order of the laureates changes nothing', () => {
    fc.assert(
      fc.property(found, (files) => {
        const sorted = (answers: FileMatch[]) =>
          answers.map((one) => (one.found === 'several' ? { ...one, laureateIds: one.laureateIds.toSorted() } : one));
        expect(sorted(matchFiles(files, laureates.toReversed()))).toEqual(sorted(matchFiles(files, laureates)));
      }),
    );
  });

  it('a file in a folder that holds one SIRET is that laureate’s', () => {
    fc.assert(
      fc.property(fc.string(), fc.constantFrom(...laureates), (noise, laureate) => {
        const [siret = ''] = laureate.sirets;
        const name = noise.replaceAll(/[\d/\\]/g, '');
        expect(whose(`Lot/${name} ${siret} ${name}/${name}x.pdf`)).toBe(`${laureate.laureateId} by siret`);
      }),
    );
  });
});
