import { buffer } from 'node:stream/consumers';
import type { Locator, Page } from 'playwright-core';
import { beforeAll, describe, expect, it } from 'vitest';
import { fromBufferPromise } from 'yauzl';
import { readText } from '../../functions/src/documents/testing/raster.ts';
import { type ExpertOfTests, publishedExpert } from '../experts.ts';
import { type LaureateOfTests, laureateWith, play } from '../programme.ts';
import { samplePdf } from '../sample-pdf.ts';
import { openJourney } from './journey.ts';
import { readInPage, type Visitor } from './visitor.ts';

/** What a laureate puts in its dossier, from a phone, and what the expert sees of it. */
const journey = openJourney('files');
let laureate: Visitor;
let expert: Visitor;
let missionAddress = '';

beforeAll(async () => {
  const [manufacture, atelier]: [LaureateOfTests, ExpertOfTests] = await Promise.all([
    laureateWith(10_000_00),
    publishedExpert(),
  ]);
  const { missionId } = await play(manufacture.signatory, null, manufacture.laureateId, {
    action: 'request',
    input: { expertId: atelier.expertId, subthemes: ['4.2'], need: 'Revoir les tarifs.', needId: null, shareWith: [] },
  });
  await play(atelier.person, missionId, null, { action: 'declareNoInterest', input: { declares: true } });
  await play(atelier.person, missionId, null, { action: 'accept', input: {} });
  missionAddress = `/expert?mission=${missionId}`;
  laureate = await journey.comes('laureate', 360, manufacture.signatory);
  expert = await journey.comes('expert', 1280, atelier.person);
});

const pdf = (name: string, text: string) => ({
  name,
  mimeType: 'application/pdf',
  buffer: Buffer.from(samplePdf(text)),
});

/** Presses the button as a person does, and answers the browser's own window. */
async function choose(page: Page, zone: Locator, files: Parameters<Locator['setInputFiles']>[0]): Promise<void> {
  const [chooser] = await Promise.all([page.waitForEvent('filechooser'), zone.getByLabel(/^Choisir/).click()]);
  await chooser.setFiles(files);
}

/** The names of an archive, each with its bytes. */
async function unzipped(archive: Buffer): Promise<ReadonlyMap<string, Buffer>> {
  const content = new Map<string, Buffer>();
  const zip = await fromBufferPromise(archive);
  for await (const entry of zip.eachEntry())
    content.set(entry.fileName, await buffer(await zip.openReadStreamPromise(entry)));
  return content;
}

const openPlan = (page: Page) => page.getByRole('button', { name: /Ouvrir Autre document/ });

describe('the files of a dossier, in the browser', () => {
  it('go up one by one, and stand in the dossier once verified', async () => {
    const { page } = laureate;
    await page.goto('/laureat?dossier=oui');
    await choose(page, page.locator('#deposit-application'), pdf('candidature.pdf', 'Notre candidature'));
    // The first verification starts the process that verifies: seconds on a machine at rest, more beside other tests.
    await page.getByRole('button', { name: /Ouvrir Candidature/ }).waitFor({ timeout: 60_000 });
    await choose(page, page.locator('#deposit-other'), pdf('plan.pdf', 'Plan de la filature'));
    await page.getByText('« plan.pdf » est déposé et vérifié').waitFor();
    await openPlan(page).waitFor();
  });

  it('are read in the page, as text too', async () => {
    const { page } = laureate;
    const reader = await readInPage(page, /Ouvrir Autre document/);
    await reader.getByText('Plan de la filature').waitFor();
    await reader.getByText('sur 1').waitFor();
    expect(await reader.locator('canvas').evaluate((canvas) => canvas.clientWidth)).toBeGreaterThan(200);
    await page.keyboard.press('Escape');
    await reader.waitFor({ state: 'detached' });
  });

  it('are shown to the expert when the laureate shares them, and no longer when it stops', async () => {
    const shared = laureate.page.getByRole('switch', { name: /Partager avec les experts/ });
    await expert.page.goto(missionAddress);
    await expert.page.getByRole('button', { name: /Ouvrir Candidature/ }).waitFor();
    expect(await openPlan(expert.page).count()).toBe(0);

    await shared.click();
    await laureate.page.getByText('Document partagé').waitFor();
    await expert.page.reload();
    await openPlan(expert.page).waitFor();

    await shared.click();
    await laureate.page.getByText('Partage arrêté').waitFor();
    await expert.page.reload();
    await expert.page.getByRole('button', { name: /Ouvrir Candidature/ }).waitFor();
    expect(await openPlan(expert.page).count()).toBe(0);
  });

  it('are replaced, and the version before stays', async () => {
    const { page } = laureate;
    await page.getByRole('button', { name: 'Remplacer « plan.pdf »' }).click();
    await choose(page, page.locator('[id^="replace-"]'), pdf('plan corrigé.pdf', 'Plan avec la cour'));
    await page.getByRole('button', { name: 'Ouvrir Autre document, version 2' }).waitFor();
    await page.getByText('1 version précédente').click();
    await page.getByText('plan.pdf', { exact: true }).waitFor();
  });

  it('come down together, with their list', async () => {
    const { page } = laureate;
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: /Télécharger tout/ }).click(),
    ]);
    const content = await unzipped(await buffer(await download.createReadStream()));
    expect([...content.keys()]).toEqual([
      'Autre document/plan corrigé.pdf',
      'Autre document/Anciennes versions/plan.pdf',
      'Candidature à l’AMI/candidature.pdf',
      'Contenu.txt',
    ]);
    expect(content.get('Autre document/plan corrigé.pdf')).toEqual(Buffer.from(samplePdf('Plan avec la cour')));
    expect(content.get('Contenu.txt')?.toString()).toMatch(/SHA-256 : [0-9a-f]{64}/);
  });

  it('are prepared by the server as an archive, with the missions, the subsidy and a manifest', async () => {
    const { page } = laureate;
    await page.getByRole('button', { name: 'Préparer l’archive' }).click();
    const ready = page.getByRole('button', { name: 'Télécharger l’archive' });
    // The first step starts its process, as the first verification did.
    await ready.waitFor({ timeout: 60_000 });
    await page.getByText(/Prête\s: .*préparée le/).waitFor();
    expect(await page.locator('html').evaluate((html) => html.scrollWidth)).toBeLessThanOrEqual(360);
    const [download] = await Promise.all([page.waitForEvent('download'), ready.click()]);
    expect(download.suggestedFilename()).toMatch(/ - archive du \d{4}-\d{2}-\d{2}\.zip$/);
    const names = [...(await unzipped(await buffer(await download.createReadStream()))).keys()];
    for (const name of [/Autre document\/.* - plan corrigé\.pdf$/, /Anciennes versions\/.* - plan\.pdf$/])
      expect(names).toContainEqual(expect.stringMatching(name));
    for (const name of [/^Missions\/.*\/Journal\.csv$/, /Registre\.json$/, /^manifest\.json$/])
      expect(names).toContainEqual(expect.stringMatching(name));
  });

  it('include the note as a PDF, asked for by a button and saved once it is made', async () => {
    const { page } = laureate;
    await page.goto('/laureat?note=oui');
    const [download] = await Promise.all([
      page.waitForEvent('download', { timeout: 60_000 }),
      page.getByRole('button', { name: 'Télécharger la version 1 (PDF)' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^Note de cadrage, version 1, .*\.pdf$/);
    const text = (await readText(await buffer(await download.createReadStream()))).join(' ');
    expect(text).toContain('Revoir nos tarifs.');
  });
});
