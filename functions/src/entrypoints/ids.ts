import { randomBytes, randomInt } from 'node:crypto';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** Twenty letters and digits, as Firestore's own: about 119 bits, so that nobody guesses another's. */
export function newId(): string {
  return Array.from({ length: 20 }, () => ALPHABET[randomInt(ALPHABET.length)]).join('');
}

/** Six digits, as likely as each other, to type in the open page. */
export function newCode(): string {
  return `${randomInt(1_000_000)}`.padStart(6, '0');
}

/** 32 random bytes for a one-time link. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/** A number that a time-stamp authority repeats in its answer: positive, and never twice the same. */
export function newNonce(): bigint {
  return BigInt(`0x1${randomBytes(12).toString('hex')}`);
}

/** The key of a program: 32 random bytes, behind letters by which a search for leaked secrets knows it. */
export function newApiToken(): string {
  return `sm_${newToken()}`;
}
