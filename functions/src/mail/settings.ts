import * as z from 'zod';
import { isEmail } from '../domain/email.ts';
import { type Address, oneLine } from './address.ts';

export interface SmtpSettings {
  readonly host: string;
  readonly port: number;
  readonly security: Security;
  readonly credentials: { readonly user: string; readonly password: string } | null;
  readonly from: Address;
  /** Longest silence of the server, and longest attempt in all, in milliseconds: under the functions' own 60 s. */
  readonly silenceMs: number;
  readonly attemptMs: number;
  /** How many mails the provider lets us send in a minute; those of accounts are never held back by it. */
  readonly mailsAMinute: number;
}

/** `tls` from the first byte (port 465), `starttls` required (587), `none` for the inbox of this machine only: mails carry sign-in links. */
export type Security = (typeof securities)[number];
const securities = ['tls', 'starttls', 'none'] as const;

const thisMachine = ['localhost', '127.0.0.1', '::1'];

const environmentSchema = z
  .object({
    SMTP_HOST: z.string().min(1),
    SMTP_PORT: z.coerce.number().int().min(1).max(65_535),
    SMTP_SECURITY: z.enum(securities).default('starttls'),
    SMTP_USER: z.string().default(''),
    SMTP_PASSWORD: z.string().default(''),
    MAIL_FROM: z.string().refine(isEmail, 'must be a plain address: mailbox@domain.tld'),
    MAILS_A_MINUTE: z.coerce.number().int().min(1).max(100_000).default(60),
    MAIL_FROM_NAME: z.string().default('').transform(oneLine),
  })
  .refine(({ SMTP_SECURITY, SMTP_HOST }) => SMTP_SECURITY !== 'none' || thisMachine.includes(SMTP_HOST), {
    path: ['SMTP_SECURITY'],
    message: 'none is for an inbox on this machine: mails carry sign-in links',
  })
  .refine(({ SMTP_USER, SMTP_PASSWORD }) => (SMTP_USER === '') === (SMTP_PASSWORD === ''), {
    path: ['SMTP_PASSWORD'],
    message: 'a user and a password go together',
  });

/** @throws Error that names each variable that is wrong, never its value. */
export function readSmtpSettings(environment: Readonly<Record<string, string | undefined>>): SmtpSettings {
  const parsed = environmentSchema.safeParse(environment);
  if (!parsed.success) throw new Error(`Mail settings: ${z.prettifyError(parsed.error)}`);
  const found = parsed.data;
  return {
    host: found.SMTP_HOST,
    port: found.SMTP_PORT,
    security: found.SMTP_SECURITY,
    credentials: found.SMTP_USER === '' ? null : { user: found.SMTP_USER, password: found.SMTP_PASSWORD },
    from: { name: found.MAIL_FROM_NAME, email: found.MAIL_FROM },
    silenceMs: 15_000,
    attemptMs: 45_000,
    mailsAMinute: found.MAILS_A_MINUTE,
  };
}
