import type { Page } from 'playwright-core';
import { beforeAll, expect, it } from 'vitest';
import { newId } from '../../functions/src/entrypoints/ids.ts';
import { directoryEntries } from '../../functions/src/store/directory/index-document.ts';
import { publishedExpert } from '../experts.ts';
import { freshHour } from '../fresh-hour.ts';
import { firestore, inbox } from '../suite.ts';
import { violationsOf } from './accessible.ts';
import { openJourney } from './journey.ts';

/** Somebody who looks for an expert on an old phone, whose browser runs no script. */
const journey = openJourney('directory');
let page: Page;
const mark = newId().slice(0, 8);
const company = `Atelier ${mark}`;
let expert: Awaited<ReturnType<typeof publishedExpert>>;

beforeAll(async () => {
  expert = await publishedExpert(company);
  ({ page } = await journey.comesWithoutScripts('directory', 360));
});

it('is listed by its name once it is published', async () => {
  // Asked of the index and not of the page, which a browser keeps for a minute as it was.
  const indexed = async () =>
    (await directoryEntries(firestore, () => undefined)).some((entry) => entry.company === company);
  await expect.poll(indexed, { timeout: 30_000 }).toBe(true);
  await page.goto(`/?mots=${mark}`);
  expect(await page.getByRole('link', { name: company }).count()).toBe(1);
});

it('finds an expert by theme, department and words, at an address that can be sent to somebody', async () => {
  await page.goto('/');
  await page.getByLabel('Un métier, une matière, un nom').fill(mark);
  await page.getByLabel('Thématique').selectOption({ label: 'Stratégie de développement de ressources' });
  await page.getByLabel('Région ou département').selectOption({ label: 'Finistère (29)' });
  await page.getByRole('button', { name: 'Chercher les experts' }).click();
  await page.getByText('ceux qui couvrent Bretagne, donc Finistère (29)').waitFor();
  const shared = page.url();
  expect(shared).toContain('thematique=4.2');
  await page.goto('about:blank');
  await page.goto(shared);
  expect(await page.getByLabel('Région ou département').inputValue()).toBe('29');
  await page.getByRole('link', { name: company }).waitFor();

  await page.getByRole('link', { name: 'Effacer les critères' }).click();
  await page.getByLabel('Région ou département').selectOption({ label: 'Corse-du-Sud (2A)' });
  await page.getByLabel('Un métier, une matière, un nom').fill(mark);
  await page.getByRole('button', { name: 'Chercher les experts' }).click();
  await page.getByText('Personne ne répond à tous ces critères').waitFor();
});

it('goes from a region of the map to its experts by keyboard', async () => {
  await page.goto(`/?mots=${mark}`);
  const region = page.getByRole('link', { name: /^Bretagne\s: 1\sexpert$/ });
  await region.focus();
  await page.keyboard.press('Enter');
  await page.waitForURL('**territoire=bretagne**');
  expect(await page.getByRole('link', { name: /^Bretagne\s: 1\sexpert$/ }).getAttribute('aria-current')).toBe('true');
  await page.getByRole('link', { name: company }).waitFor();
});

it('writes to an expert from its card: what was wrong is kept and told, what is right leaves once', async () => {
  await freshHour();
  await page.goto(`/?mots=${mark}`);
  await page.getByRole('link', { name: company }).click();
  await page.getByRole('heading', { level: 1, name: company }).waitFor();
  await page.getByRole('heading', { name: 'Territoires' }).waitFor();
  await page.getByLabel('Votre nom').fill('Awa Diop');
  await page.getByLabel('Votre adresse de courriel').fill('awa@exemple');
  await page.getByLabel('Votre message').fill('Nous cherchons à revoir nos tarifs.');
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await page.getByText('Un point à corriger').waitFor();
  expect(await page.getByLabel('Votre message').inputValue()).toBe('Nous cherchons à revoir nos tarifs.');
  await page.getByLabel('Votre adresse de courriel').fill('awa@exemple.fr');
  await page.getByRole('button', { name: 'Envoyer le message' }).click();
  await page.getByRole('heading', { level: 1, name: 'Message envoyé' }).waitFor();
  await page.reload();
  await page.getByRole('heading', { level: 1, name: 'Message envoyé' }).waitFor();
  await inbox.awaitMessage(expert.email, 'Message de l’annuaire');
});

it('asks for no script where scripts may run, and breaks no policy', async () => {
  const looking = await journey.comes('desk', 1280);
  const scripts: string[] = [];
  looking.page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
  });
  for (const address of ['/', `/experts/${expert.expertId}`, '/annuaire/integre']) await looking.page.goto(address);
  expect(scripts).toEqual([]);
  await looking.page.goto('/inscription');
  expect(scripts).not.toEqual([]);
  await looking.context.close();
});

/** What a finger presses; links in a line of text have the room of their line. */
const pressable = 'button, .control, .button, .contact-link, .way-back, summary';

// Both widths and both themes, each once: what a width breaks no theme mends, and tests/pages looks at the other turns.
it.each([
  [360, 'light'],
  [1280, 'dark'],
] as const)('is whole, readable by everyone, %i wide in the %s', async (width, colorScheme) => {
  const looking = await journey.comes(`${width}`, width);
  await looking.page.emulateMedia({ colorScheme });
  for (const address of [
    '/',
    '/?territoire=bretagne',
    '/?mots=introuvable',
    `/experts/${expert.expertId}`,
    '/annuaire/integre',
    '/experts/nobody',
  ]) {
    await looking.page.goto(address);
    expect(await looking.page.evaluate('document.documentElement.scrollWidth <= innerWidth'), address).toBe(true);
    const violations = await violationsOf(looking.page);
    expect(violations.map(({ id, nodes }) => `${address} ${id} ${nodes[0]?.html}`)).toEqual([]);
    for (const pressed of await looking.page.locator('main').locator(pressable).filter({ visible: true }).all())
      expect(
        Math.round((await pressed.boundingBox())?.height ?? 0),
        `${address} ${await pressed.textContent()}`,
      ).toBeGreaterThanOrEqual(44);
  }
  await looking.context.close();
});
