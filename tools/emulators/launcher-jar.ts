import { mkdir, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { crc32 } from 'node:zlib';

/**
 * Writes a jar that holds nothing but a manifest, so that `java -jar` finds a main class in jars that name none.
 * Made here and not with the `jar` tool, which a Java without its development kit lacks.
 *
 * @param classPath absolute paths of jars, and of folders when they end with a slash
 */
export async function writeLauncherJar(path: string, mainClass: string, classPath: readonly string[]): Promise<void> {
  const bytes = storedZip('META-INF/MANIFEST.MF', manifest(mainClass, classPath));
  await mkdir(dirname(path), { recursive: true });
  // Two suites may start at once: a reader sees the whole jar or none.
  const draft = `${path}.${process.pid}`;
  await writeFile(draft, bytes);
  await rename(draft, path);
}

export function manifest(mainClass: string, classPath: readonly string[]): string {
  const urls = classPath.map((path) => pathToFileURL(path).href);
  const lines = ['Manifest-Version: 1.0', `Main-Class: ${mainClass}`, `Class-Path: ${urls.join(' ')}`];
  return `${lines.map(wrapped).join('\r\n')}\r\n\r\n`;
}

/** The jar format allows 72 bytes a line; a continuation starts with a space. File URLs are ASCII: bytes are characters. */
function wrapped(line: string): string {
  const [first = '', ...rest] = line.match(/^.{1,72}|.{1,71}/g) ?? [];
  return [first, ...rest.map((piece) => ` ${piece}`)].join('\r\n');
}

/** A zip of one uncompressed file: local header, content, directory of one, end record. */
function storedZip(name: string, text: string): Buffer {
  const content = Buffer.from(text);
  const nameBytes = Buffer.from(name);
  const version = 20;
  const common = Buffer.alloc(26);
  common.writeUInt16LE(version, 0);
  common.writeUInt16LE(0x21, 8); // 1 January 1980: the same jar for the same manifest.
  common.writeUInt32LE(crc32(content), 10);
  common.writeUInt32LE(content.length, 14);
  common.writeUInt32LE(content.length, 18);
  common.writeUInt16LE(nameBytes.length, 22);
  const local = Buffer.concat([uint32(0x04034b50), common, nameBytes, content]);
  const directory = Buffer.concat([uint32(0x02014b50), uint16(version), common, Buffer.alloc(14), nameBytes]);
  const end = [uint32(0x06054b50), uint32(0), uint16(1), uint16(1), uint32(directory.length), uint32(local.length)];
  return Buffer.concat([local, directory, ...end, uint16(0)]);
}

function uint16(value: number): Buffer {
  const bytes = Buffer.alloc(2);
  bytes.writeUInt16LE(value);
  return bytes;
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}
