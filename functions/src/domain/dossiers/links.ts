import type { Actor } from '../actor.ts';
import type { Instant } from '../calendar.ts';
import { plain } from '../laureates/text.ts';
import { type Refusal, refuse } from '../refusal.ts';
import type { Side } from './pieces.ts';

/** A link of a mission's working folder: what is exchanged elsewhere. Removed, it is kept and no longer shown. */
export interface FolderLink {
  readonly id: string;
  readonly missionId: string;
  /** The laureate that put it, or the one it is for; null when it is for everyone of the mission. */
  readonly laureateId: string | null;
  readonly url: string;
  readonly title: string;
  readonly byUid: string;
  readonly byName: string;
  readonly side: Side;
  readonly at: Instant;
  readonly removedAt: Instant | null;
  readonly removedBy: string | null;
}

export const LONGEST_TITLE = 120;
const LONGEST_ADDRESS = 2_000;
/** More would hide what matters, and every page of the mission reads them all. */
export const MOST_LINKS = 100;

const notSecure = refuse(
  'link-not-https',
  'Cette adresse ne peut pas être partagée : donnez une adresse complète qui commence par https://',
);

/** The address as a browser reads it and the title as shown, or why not. Without a title, the link is named by its site. */
export function checkedLink(typed: { url: string; title: string }): { url: string; title: string } | Refusal {
  const url = URL.parse(typed.url.trim());
  // A name and a password before the site make another site look like one that people know.
  if (url === null || url.protocol !== 'https:' || url.username !== '' || url.password !== '') return notSecure;
  if (!url.hostname.includes('.') || url.href.length > LONGEST_ADDRESS) return notSecure;
  const title = plain(typed.title.replaceAll(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' '));
  if (Array.from(title).length > LONGEST_TITLE)
    return refuse('link-title-too-long', `Raccourcissez le titre : ${LONGEST_TITLE} caractères au plus.`);
  return { url: url.href, title: title === '' ? url.hostname : title };
}

export function removesLink(actor: Actor, link: FolderLink): boolean {
  return actor.kind === 'staff' || ('uid' in actor && actor.uid === link.byUid);
}
