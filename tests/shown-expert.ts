import { expect } from 'vitest';
import { publishedExpert } from './experts.ts';
import { origin } from './suite.ts';

const patience = { timeout: 30_000 };

/** Asks for a public address, as anybody does; a redirection is an answer. */
export function ask(address: string, headers: Record<string, string> = {}): Promise<Response> {
  return fetch(`${origin}${address}`, { headers, redirect: 'manual' });
}

/** The text of a public page. */
export async function pageOf(address: string): Promise<string> {
  return (await ask(address)).text();
}

/** A published expert that the directory shows, in an open programme. */
export async function shownExpert(company?: string) {
  const expert = await publishedExpert(company);
  const card = `/experts/${expert.expertId}`;
  await expect
    .poll(async () => (await pageOf(`/?mots=${encodeURIComponent(expert.company)}`)).includes(card), patience)
    .toBe(true);
  return { ...expert, card };
}
