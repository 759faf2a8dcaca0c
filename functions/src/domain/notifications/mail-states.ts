/** What becomes of a mail, in the words of the team. */
export const mailStates = {
  pending: { label: 'Va partir', tone: 'waiting' },
  leased: { label: 'Part en ce moment', tone: 'waiting' },
  retry: { label: 'Sera essayé de nouveau', tone: 'waiting' },
  sent: { label: 'Remis au serveur de courriel', tone: 'done' },
  dead: { label: 'Non remis', tone: 'stopped' },
  discarded: { label: 'Abandonné par l’équipe', tone: 'ended' },
  held: { label: 'Attend le courriel du jour ou de la semaine', tone: 'waiting' },
  gathered: { label: 'Dit dans un courriel groupé', tone: 'done' },
  superseded: { label: 'Devenu sans objet avant de partir', tone: 'ended' },
} as const satisfies Record<string, { label: string; tone: 'waiting' | 'done' | 'stopped' | 'ended' }>;
export type MailState = keyof typeof mailStates;

/** Whether a mail may still leave, by itself or gathered in another. */
export function stillWaits(state: MailState): boolean {
  return mailStates[state].tone === 'waiting';
}
