import type { MailFacts, Reader } from '../domain/notifications/mails.ts';

export type Words = string | ((facts: MailFacts) => string);

/** The words of one mail: its HTML and its text are both made from them. */
export interface MailWords {
  /** Plain, and naming the laureate: experts and staff follow several missions. */
  readonly subject: Words;
  /** The first sentence: what is expected of the reader, « rien » included. */
  readonly lead: Words;
  readonly paragraphs: readonly Words[];
  /** A person's own text, shown as typed and left out when empty. */
  readonly quote: Quote | null;
  /** Names the six digits typed in the open page; null in a mail that carries none. */
  readonly code: Words | null;
  /** A verb and its object. */
  readonly button: Words;
  /** Ends « Vous recevez ce message parce que … ». */
  readonly because: Words;
  /** Whether it recalls the mission: whose, with whom, where it stands. */
  readonly aboutMission: boolean;
}

export interface Quote {
  readonly title: Words;
  readonly text: 'need' | 'reason';
}

export function said(words: Words, facts: MailFacts): string {
  return typeof words === 'string' ? words : words(facts);
}

/** A mail about a mission, which is what most are. */
export function missionMail(words: Pick<MailWords, 'subject' | 'lead'> & Partial<MailWords>): MailWords {
  return {
    paragraphs: [],
    quote: null,
    code: null,
    button: 'Voir la mission',
    because: ({ reader }) => missionReasons[reader],
    aboutMission: true,
    ...words,
  };
}

/** A mail about the reader's own account or sheet. */
export function accountMail(
  words: Pick<MailWords, 'subject' | 'lead' | 'button' | 'because'> & Partial<MailWords>,
): MailWords {
  return { paragraphs: [], quote: null, code: null, aboutMission: false, ...words };
}

const missionReasons: Record<Reader, string> = {
  expert: 'cette mission vous est proposée ou confiée.',
  laureate: 'vous faites partie de l’équipe de la manufacture.',
  staff: 'vous suivez les missions du programme.',
};

export const theNeed: Quote = { title: ({ laureateName }) => `Le besoin décrit par ${laureateName}`, text: 'need' };
export const theReason: Quote = {
  title: ({ byName }) => (byName === '' ? 'La raison donnée' : `Ce qu’écrit ${byName}`),
  text: 'reason',
};
