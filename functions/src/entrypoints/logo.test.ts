import { expect, it } from 'vitest';
import { readLogo } from '../documents/pictures/logo.ts';
import { logo } from '../documents/testing/pictures.ts';
import { atelier, bocal } from '../domain/laureates/testing/records.ts';
import { requested, upTo } from '../domain/missions/testing/journeys.ts';
import { isRefusal } from '../domain/refusal.ts';
import { aboutAlone, logoRefusal } from './logo.ts';
import { printedLaureate } from './printed-laureate.ts';

const alone = upTo('awaiting_validation').mission;
const together = upTo('awaiting_validation', requested('bocal')).mission;
const laureates = [atelier, bocal];
const diagnostic = { document: { kind: 'diagnostic', version: 1 } } as const;

it('A document of a mission is about its laureate alone when nobody shares it', () => {
  expect(aboutAlone({ request: diagnostic, mission: alone, laureates, proof: null })?.id).toBe('atelier');
  expect(aboutAlone({ request: diagnostic, mission: together, laureates, proof: null })).toBeNull();
});

it('An attestation is about the laureate that validated, also in a shared mission; what the team alone reads about nobody', () => {
  const attestation = { document: { kind: 'attestation', proofId: 'p1' } } as const;
  const proof = { laureateId: 'bocal' };
  expect(aboutAlone({ request: attestation, mission: together, laureates, proof })?.id).toBe('bocal');
  const feedback = { document: { kind: 'feedback', laureateId: 'atelier' } } as const;
  expect(aboutAlone({ request: feedback, mission: alone, laureates, proof: null })).toBeNull();
});

it('A laureate is printed under its own logo, and under nobody else’s', () => {
  const picture = readLogo(logo, atelier.name);
  if (isRefusal(picture)) throw new Error(picture.message);
  const own = { laureateId: 'atelier', picture };
  expect(printedLaureate(atelier, own)).toEqual({ ...printedLaureate(atelier, null), logo: picture });
  expect(printedLaureate(bocal, own)).not.toHaveProperty('logo');
  expect(printedLaureate(atelier, null)).not.toHaveProperty('logo');
});

it('What documents could not print is refused as a deposit, and what they can is not', async () => {
  expect(await logoRefusal(logo)).toBeNull();
  expect(await logoRefusal(Buffer.from('%PDF-1.7'))).toMatchObject({ code: 'picture-unknown' });
});
