import { buffer } from 'node:stream/consumers';
import { expect } from 'vitest';
import { verify } from '../../tools/verify/run.ts';
import { expectAccessible } from './accessible.ts';
import { pdf } from './filling-in.ts';
import type { Visitor } from './visitor.ts';

/** From the page of a mission: its laureate exports the proof, and somebody without an account compares files with it. */
export async function checkProof(laureate: Visitor, anyone: Visitor): Promise<void> {
  const { page } = laureate;
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Exporter la preuve (JSON)' }).click(),
  ]);
  expect(download.suggestedFilename()).toMatch(/^preuve-.+-validation-\d+\.json$/);
  const proof = (await buffer(await download.createReadStream())).toString();
  const answers = await verify({ proof, file: pdf('').buffer, known: [], textOf: async () => null });
  // The record, its place, no time-stamp here, and the file.
  expect(answers.map(({ verdict }) => verdict)).toEqual(['holds', 'holds', 'told', 'holds']);

  const address = await page.getByRole('link', { name: 'Vérifier un fichier' }).getAttribute('href');
  const { page: check, context } = anyone;
  const sent: string[] = [];
  check.on('request', (request) => sent.push(request.postData() ?? ''));
  await check.goto(address ?? '');
  const verdict = (word: string) => check.getByRole('status').getByText(word, { exact: true }).waitFor();
  await check.locator('#file-choice').setInputFiles(pdf('reçu.pdf'));
  await verdict('Identique');
  const changed = Buffer.concat([pdf('').buffer, Buffer.from('\n')]);
  await check.locator('#file-choice').setInputFiles({ ...pdf('retouché.pdf'), buffer: changed });
  await verdict('Différent');
  await check.getByLabel('Numéro de la preuve').fill('');
  await check.getByRole('button', { name: 'Comparer à toutes les preuves' }).click();
  await verdict('Inconnu');
  await context.setOffline(true);
  await check.locator('#file-choice').setInputFiles(pdf('reçu.pdf'));
  await verdict('Pas de comparaison');
  await context.setOffline(false);
  await check.getByRole('button', { name: 'Réessayer' }).click();
  await verdict('Identique');
  expect(sent.filter((body) => body !== '').every((body) => /^\{"data":\{"sha256":"\w{64}",/.test(body))).toBe(true);
  expect(await check.locator('html').evaluate((html) => html.scrollWidth <= html.clientWidth)).toBe(true);
  await expectAccessible(check);
}
