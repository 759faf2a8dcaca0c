/** What an expert says of the missions to come: it takes some, will from a month on (`YYYY-MM`), or takes none for now. */
export type ExpertAvailability =
  | { readonly kind: 'open' }
  | { readonly kind: 'from'; readonly month: string }
  | { readonly kind: 'closed' };

/** What a card says of it; null of one that says nothing, or nothing we can read: silence is no refusal. */
export function availabilityOf(card: object): ExpertAvailability | null {
  const said: unknown = Reflect.get(card, 'availability');
  if (typeof said !== 'object' || said === null) return null;
  const kind: unknown = Reflect.get(said, 'kind');
  const month: unknown = Reflect.get(said, 'month');
  if (kind === 'open' || kind === 'closed') return { kind };
  return kind === 'from' && typeof month === 'string' && /^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? { kind, month } : null;
}
