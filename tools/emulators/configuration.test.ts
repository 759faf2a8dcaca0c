import { describe, expect, test } from 'vitest';
import { emulatorConfiguration, emulatorNames, neededPorts } from './configuration.ts';
import { host, portsFor } from './ports.ts';

const ports = portsFor('test');
const repository = {
  firestore: { rules: 'firestore.rules', indexes: 'firestore.indexes.json', location: 'eur3' },
  storage: { rules: 'storage.rules' },
  functions: [{ source: 'functions/dist', runtime: 'nodejs24', predeploy: ['npm run build'] }],
  hosting: { public: 'web/dist', rewrites: [{ source: '/api/**', function: { functionId: 'api' } }] },
  emulators: { auth: { port: 1 } },
};
const options = {
  root: '/repository',
  folder: '/repository/.emulators/demo-x',
  only: emulatorNames,
  ports,
  userInterface: false,
};

describe('the configuration of a run', () => {
  const configuration = emulatorConfiguration(repository, options);

  test('rules and indexes are named absolutely, folders relatively to the generated file', () => {
    expect(configuration).toMatchObject({
      firestore: {
        rules: '/repository/firestore.rules',
        indexes: '/repository/firestore.indexes.json',
        location: 'eur3',
      },
      storage: { rules: '/repository/storage.rules' },
      functions: [{ source: '../../functions/dist', runtime: 'nodejs24' }],
      hosting: { public: '../../web/dist' },
    });
  });

  test('what is deployed otherwise stays as it is, without the hooks of a deployment', () => {
    expect(configuration.hosting).toMatchObject({ rewrites: repository.hosting.rewrites });
    expect(JSON.stringify(configuration)).not.toContain('predeploy');
  });

  test('every emulator listens on the loopback, on its own port and on no port of the repository', () => {
    for (const name of emulatorNames) {
      expect(configuration.emulators).toHaveProperty(name, expect.objectContaining({ host, port: ports[name] }));
    }
    expect(configuration.emulators).toMatchObject({
      ui: { enabled: false },
      firestore: { websocketPort: ports.firestoreWebsocket },
    });
  });

  test('functions can come from another folder', () => {
    const other = emulatorConfiguration(repository, { ...options, functionsSource: '/repository/.local/functions' });
    expect(other.functions).toMatchObject([{ source: '../../.local/functions' }]);
  });

  test('what is not asked for does not listen', () => {
    const { emulators } = emulatorConfiguration(repository, { ...options, only: ['firestore'] });
    expect(Object.keys(Object(emulators)).sort()).toEqual(['firestore', 'hub', 'logging', 'singleProjectMode', 'ui']);
  });
});

test('functions bring Eventarc and Cloud Tasks along, which need their ports too', () => {
  expect(neededPorts(['functions'], false)).toEqual(['hub', 'logging', 'functions', 'eventarc', 'tasks']);
});
