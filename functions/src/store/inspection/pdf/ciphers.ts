import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/** ISO 32000-2, 7.6.4.3: what completes a password to 32 bytes; the whole of an empty one. */
export const padding = Buffer.from('28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a', 'hex');

/** RC4, which OpenSSL no longer has and old documents still use. It encrypts and decrypts alike. */
export function rc4(key: Buffer, bytes: Buffer): Buffer {
  const state = Uint8Array.from({ length: 256 }, (_byte, index) => index);
  const at = (index: number): number => state[index & 255] ?? 0;
  const swap = (one: number, other: number): void => {
    const kept = at(one);
    state[one & 255] = at(other);
    state[other & 255] = kept;
  };
  for (let index = 0, other = 0; index < 256; index += 1) {
    other += at(index) + (key[index % key.length] ?? 0);
    swap(index, other);
  }
  const output = Buffer.allocUnsafe(bytes.length);
  let other = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    other = (other + at(index + 1)) & 255;
    swap(index + 1, other);
    output[index] = (bytes[index] ?? 0) ^ at(at(index + 1) + at(other));
  }
  return output;
}

/** AES with the vector in the first 16 bytes; what is left over at the end is no block. Padding stays: inflating stops before it. */
export function aes(key: Buffer, bytes: Buffer): Buffer {
  const whole = bytes.length - (bytes.length % 16);
  if (whole <= 16) return Buffer.alloc(0);
  return decipher(key, bytes.subarray(0, 16), bytes.subarray(16, whole));
}

export function decipher(key: Buffer, vector: Buffer, blocks: Buffer): Buffer {
  return createDecipheriv(`aes-${key.length * 8}-cbc`, key, vector)
    .setAutoPadding(false)
    .update(blocks);
}

export function md5(...parts: readonly Buffer[]): Buffer {
  return digest('md5', ...parts);
}

function digest(algorithm: string, ...parts: readonly Buffer[]): Buffer {
  const hash = createHash(algorithm);
  for (const part of parts) hash.update(part);
  return hash.digest();
}

const digests = ['sha256', 'sha384', 'sha512'] as const;

/** ISO 32000-2, algorithm 2.B, for the empty password; revision 5 stops at its first line. */
export function passwordHash(salt: Buffer, revision: number): Buffer {
  let key = digest('sha256', salt);
  if (revision < 6) return key;
  for (let round = 0, last = 0; round < 64 || last > round - 32; round += 1) {
    const repeated = Buffer.concat(Array.from({ length: 64 }, () => key));
    const encrypted = createCipheriv('aes-128-cbc', key.subarray(0, 16), key.subarray(16, 32))
      .setAutoPadding(false)
      .update(repeated);
    const choice = encrypted.subarray(0, 16).reduce((sum, byte) => sum + byte, 0) % 3;
    key = digest(digests[choice] ?? 'sha256', encrypted);
    last = encrypted.at(-1) ?? 0;
  }
  return key.subarray(0, 32);
}
