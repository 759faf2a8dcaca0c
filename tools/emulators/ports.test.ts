import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import {
  basePorts,
  host,
  isFree,
  portsFor,
  rangeOf,
  requestedOffset,
  requireFreePorts,
  takenMessage,
  withoutOffset,
} from './ports.ts';

describe('the offset a user asks for', () => {
  test.each([
    [[], {}, 0],
    [['--port-offset', '100'], {}, 100],
    [['--reset', '--port-offset=100'], {}, 100],
    [['--port-offset', '+100'], {}, 100],
    [[], { SUR_MESURE_PORT_OFFSET: '200' }, 200],
    [[], { SUR_MESURE_PORT_OFFSET: '' }, 0],
    [['--port-offset', '100'], { SUR_MESURE_PORT_OFFSET: '200' }, 100],
  ])('%j with %j is %i', (commandLine, environment, offset) => {
    expect(requestedOffset(commandLine, environment)).toBe(offset);
  });

  test.each([['ten'], ['-1'], ['1.5'], ['40000'], ['']])('"%s" is refused with the accepted range', (text) => {
    expect(() => requestedOffset(['--port-offset', text], {})).toThrow(/whole number from 0 to \d+, not "/);
  });

  test('a flag without its number is refused', () => {
    expect(() => requestedOffset(['--port-offset'], {})).toThrow('whole number');
  });
});

test('what is typed besides the offset goes on', () => {
  expect(withoutOffset(['--port-offset', '200', '--project', 'unit', '--port-offset=1'])).toEqual([
    '--project',
    'unit',
  ]);
});

describe('the ports of a command', () => {
  test('no port is shared between the commands, so that they run side by side', () => {
    const all = (['start', 'test', 'bench', 'drill'] as const).flatMap((command) => Object.values(portsFor(command)));
    expect(new Set(all).size).toBe(4 * Object.keys(basePorts).length);
  });

  test('every port moves by the offset and stays a port', () => {
    expect(portsFor('test', 100).firestore).toBe(basePorts.firestore + rangeOf.test + 100);
    expect(Math.max(...Object.values(portsFor('bench', requestedOffset(['--port-offset', '36000'], {}))))).toBeLessThan(
      65_536,
    );
  });
});

describe('a taken port', () => {
  const ports = portsFor('test', 4000);
  const server = createServer();
  afterEach(() => new Promise((done) => server.close(done)));

  test('is told with the emulator that needs it and an offset that is free', async () => {
    await new Promise<void>((listening) => server.listen(ports.auth, host, listening));
    await expect(requireFreePorts(ports, ['firestore', 'auth'])).rejects.toThrow(takenMessage(ports, ['auth'], 1000));
  });

  test('does not matter to emulators that need another', async () => {
    await new Promise<void>((listening) => server.listen(ports.auth, host, listening));
    await expect(requireFreePorts(ports, ['firestore'])).resolves.toBeUndefined();
  });
});

describe('a port', () => {
  test('that no browser speaks to is not free: Firestore moved by 2000 would answer to nobody', async () => {
    const moved = portsFor('start', 2_000);
    expect(await isFree(moved.firestore)).toBe(false);
    expect(takenMessage(moved, ['firestore'], 1_000)).toContain('Port 10080 is refused by browsers: the firestore');
    expect(takenMessage(portsFor('start'), ['firestore'], 1_000)).toContain('Port 8080 is taken: the firestore');
  });
});
