import type { SmtpSettings } from '../../functions/src/mail/settings.ts';
import type { Lookup } from './lookup.ts';

/** `unchecked`: nothing could be said, for want of an answer or of a setting. */
export type Verdict = 'ok' | 'missing' | 'wrong' | 'unchecked';

export interface Finding {
  readonly verdict: Verdict;
  /** What was found, in a few words. */
  readonly found: string;
  /** What to do about it; with `ok`, what would be better. Null when nothing. */
  readonly advice: string | null;
}

/** What the checks may ask of: the settings of a deployment, and the world outside. */
export interface SetupWorld {
  readonly domain: string;
  /** Of the key by which the provider signs; null when nobody said. */
  readonly selector: string | null;
  /** What the provider asks SPF to include; null when nobody said. */
  readonly spfInclude: string | null;
  readonly relayHost: string | null;
  /** Null without a password: the server is then not tried. A sentence when they are not of their shape. */
  readonly smtp: SmtpSettings | string | null;
  readonly lookup: Lookup;
  /** Why the mail server does not let us in; null when it does. */
  readonly whyNoServer: (settings: SmtpSettings) => Promise<string | null>;
}

export interface Check<World = SetupWorld> {
  /** A few letters, for the column of names. */
  readonly name: string;
  readonly judge: (world: World) => Promise<Finding>;
}

export const ok = (found: string, advice: string | null = null): Finding => ({ verdict: 'ok', found, advice });
export const missing = (found: string, advice: string): Finding => ({ verdict: 'missing', found, advice });
export const wrong = (found: string, advice: string): Finding => ({ verdict: 'wrong', found, advice });
export const unchecked = (found: string, advice: string): Finding => ({ verdict: 'unchecked', found, advice });
