/** When somebody is told of an event. What waits is gathered in one mail, with what is expected of its reader. */
export const frequencies = {
  now: { label: 'Tout de suite' },
  daily: { label: 'Chaque jour, en un seul courriel' },
  weekly: { label: 'Chaque semaine, en un seul courriel' },
  never: { label: 'Jamais' },
} as const satisfies Record<string, { readonly label: string }>;
export type Frequency = keyof typeof frequencies;

/** What is gathered, and not sent by itself. */
export type Period = Extract<Frequency, 'daily' | 'weekly'>;
