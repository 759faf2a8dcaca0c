import type { Page } from 'playwright-core';
import type { ActionName } from '../../functions/src/domain/missions/actions.ts';
import { actionNames, transitionOf } from '../../functions/src/domain/missions/transitions.ts';
import { type Faults, open, seriousFaults, type Watcher } from './looking.ts';
import type { PageState } from './states.ts';

/** Actions whose form opens in its place on the page, and not over it. */
const inPlace: readonly string[] = ['giveFeedback', 'recordSignedDevis'] satisfies readonly ActionName[];

/** Opens the dialog of each action that the page of a mission offers, once an action, and says what is wrong with it. */
export async function dialogsOf(watcher: Watcher, state: PageState, seen: Set<string>): Promise<Faults> {
  const page = await watcher.page(state.reader);
  await open(page, state);
  const others = page.locator('details.other-actions > summary');
  if ((await others.count()) > 0) await others.click();
  const buttons = page.locator('button[id^="action-"]:not([aria-disabled="true"])');
  const ids = await buttons.evaluateAll((all) => all.map((one) => one.id));
  const faults: Faults = [];
  for (const action of actionNames.filter((name) => ids.includes(`action-${name}`) && !seen.has(name))) {
    const { confirm, checks } = transitionOf(action);
    // Done at once: there is nothing to look at.
    if (!confirm && checks.length === 0) continue;
    seen.add(action);
    faults.push(...(await faultsOfDialog(page, action)).map((fault) => `${action}: ${fault}`));
  }
  return faults;
}

async function faultsOfDialog(page: Page, action: string): Promise<Faults> {
  const button = page.locator(`#action-${action}`);
  const dialog = page.locator('dialog[open]');
  await button.focus();
  await page.keyboard.press('Enter');
  if (inPlace.includes(action)) {
    await page.locator('main form').last().waitFor();
    return seriousFaults(page, 'main');
  }
  await dialog.waitFor();
  const faults = (await dialog.locator(':focus').count()) === 0 ? ['the dialog does not take the focus'] : [];
  faults.push(...(await seriousFaults(page, 'dialog[open]')));
  await page.keyboard.press('Escape');
  await dialog.waitFor({ state: 'detached' });
  const back = await button.evaluate((one) => one.ownerDocument.activeElement === one);
  return back ? faults : [...faults, 'the focus does not come back to the button'];
}
