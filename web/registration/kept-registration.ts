import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { call } from '../common/api/call.ts';
import type { DraftShelf, Shelved } from '../common/drafts/draft-sync.ts';

const place = 'sur-mesure.reprise';

/**
 * The link that a mail led here with, kept on this device from then on; null for whoever never asked for one. It leaves the address at once: what follows
 * « # » is sent to no server, and a shared screen or a bookmark must not show it.
 */
export function keptLink(): string | null {
  const [, link] = /^#reprise=([\w-]{20,100})$/.exec(location.hash) ?? [];
  try {
    if (link === undefined) return localStorage.getItem(place);
    localStorage.setItem(place, link);
  } catch {
    // Storage may be closed (private browsing): the link serves for this visit.
  }
  if (link !== undefined) history.replaceState(null, '', location.pathname + location.search);
  return link ?? null;
}

/** Once it is sent, or leads nowhere any more. */
export function forgetLink(): void {
  try {
    localStorage.removeItem(place);
  } catch {
    // Nothing was kept where nothing can be.
  }
}

/** Whether its link serves no more here: it leads nowhere, or was sent to somebody else. */
function leadsNowhere({ code }: Refusal): boolean {
  return code === 'draft-gone' || code === 'draft-of-another';
}

/** Where a registration is kept for whoever holds its link. */
export function registrationShelf(link: string): DraftShelf {
  const answered = async (answer: ReturnType<typeof call<'keepRegistration'>>, sent: string | null) => {
    const kept = await answer;
    if (isRefusal(kept)) {
      if (leadsNowhere(kept)) forgetLink();
      return kept;
    }
    const text = kept.text ?? sent;
    const { saved, savedAt } = kept;
    const found = text === null ? null : { text, mark: savedAt, savedAt, byName: null, before: null };
    return { saved, kept: found, others: [] } satisfies Shelved;
  };
  return {
    look: () => answered(call('keepRegistration', { action: 'read', link }), null),
    save: (text, basedOn) => answered(call('keepRegistration', { action: 'save', link, text, basedOn }), text),
    forget: async () => {
      forgetLink();
      await call('keepRegistration', { action: 'forget', link });
    },
    isOver: leadsNowhere,
  };
}
