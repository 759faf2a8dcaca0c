import { isEmail } from '../email.ts';
import { plain } from '../laureates/text.ts';

/** What a visitor writes to an expert from its card, as the form sends it. */
export interface TypedMessage {
  readonly name: string;
  readonly organisation: string;
  readonly email: string;
  readonly message: string;
  /** Nobody sees this field: whoever fills it in is a program. */
  readonly trap: string;
}

export const noMessage: TypedMessage = { name: '', organisation: '', email: '', message: '', trap: '' };

/** The same figures as the fields' own limits. */
export const messageLengths = { name: 100, organisation: 150, email: 254, message: 4_000 } as const;
const SHORTEST_MESSAGE = 20;

export type MessageField = keyof typeof messageLengths;
export type MessageErrors = Partial<Record<MessageField, string>>;

/** What is wrong with each field; nothing when the message may leave. */
export function messageErrors(typed: TypedMessage): MessageErrors {
  const { name, organisation, email, message } = typed;
  return {
    ...(plain(name) === '' && { name: 'Écrivez votre nom : l’expert saura qui lui écrit.' }),
    ...(plain(name).length > messageLengths.name && { name: 'Ce nom est trop long : 100 caractères au plus.' }),
    ...(plain(organisation).length > messageLengths.organisation && {
      organisation: 'Ce nom est trop long : 150 caractères au plus.',
    }),
    ...(!isEmail(email.trim()) && { email: 'Écrivez votre adresse de courriel, comme nom@exemple.fr.' }),
    ...(message.trim().length < SHORTEST_MESSAGE && { message: 'Dites en une phrase au moins ce que vous cherchez.' }),
    ...(message.trim().length > messageLengths.message && {
      message: 'Ce message est trop long : 4 000 caractères au plus.',
    }),
  };
}
