import { expect, test } from 'vitest';
import { manifest } from './launcher-jar.ts';

const deep = `/sdk/${'a-long-folder-name/'.repeat(12)}emulator.jar`;

test('a manifest line never exceeds the 72 bytes of the format, and unfolds to what was written', () => {
  const text = manifest('com.example.Main', [deep, '/classes/']);
  const lines = text.split('\r\n');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(text.replaceAll('\r\n ', '')).toContain(`Class-Path: file://${deep} file:///classes/\r\n\r\n`);
  expect(lines).toContain('Main-Class: com.example.Main');
});
