import { type Refusal, refuse } from '@sur-mesure/functions/domain/refusal';
import { describe, expect, test } from 'vitest';
import type { DraftStorage } from '../draft.ts';
import { type DraftShelf, DraftSync, type KeptText } from './draft-sync.ts';

function memory(): DraftStorage {
  const held = new Map<string, string>();
  return {
    getItem: (key) => held.get(key) ?? null,
    setItem: (key, value) => void held.set(key, value),
    removeItem: (key) => void held.delete(key),
  };
}

const lost = refuse('connection_lost', 'La connexion a été coupée.');

/** The rule of the server, in one process: what it refuses is tested there. */
class Shelf implements DraftShelf {
  kept: KeptText | null = null;
  network = true;
  writer = 'Noé';
  asked = 0;
  unreadable = '';
  refusal: Refusal | null = null;
  look = async () => this.answer(true);
  isOver = ({ code }: Refusal) => code === 'draft-of-another';
  save = async (text: string, basedOn: number) => {
    this.asked += 1;
    if (this.refusal !== null) return this.refusal;
    if (this.kept !== null && this.kept.mark !== basedOn && this.kept.text !== text) return this.answer(false);
    if (this.network) this.put(text);
    return this.answer(true);
  };
  forget = async () => {
    this.kept = null;
  };
  put(text: string) {
    this.kept = { text, mark: (this.kept?.mark ?? 0) + 1, savedAt: 1, byName: this.writer, before: null };
  }
  private answer(saved: boolean): Refusal | { saved: boolean; kept: KeptText | null; others: [] } {
    return this.network ? { saved, kept: this.kept, others: [] } : lost;
  }
}

function device(shelf: Shelf, storage = memory()) {
  const shown: string[] = [];
  const onText = (text: string) => text !== shelf.unreadable && shown.push(text) > 0;
  const ties = { storage, key: 'form', shelf, now: () => 1_000, onChange: () => undefined };
  return { shown, sync: new DraftSync({ ...ties, onText }), storage };
}

describe('on arrival', () => {
  test('what another device saved is gone on with where nothing was typed', async () => {
    const shelf = new Shelf();
    shelf.put('ailleurs');
    const { sync, shown } = device(shelf);
    await sync.arrive(null);
    expect([shown, sync.state]).toEqual([['ailleurs'], { kind: 'kept', at: 1 }]);
  });

  test('a text that only this device holds is to be saved', async () => {
    const shelf = new Shelf();
    const { sync } = device(shelf);
    await sync.arrive('ici');
    expect(sync.state.kind).toBe('toSave');
    await sync.save();
    expect([sync.state.kind, shelf.kept?.text]).toEqual(['kept', 'ici']);
  });

  test('a later text replaces one that is untouched since it was saved, and is set against one that was changed', async () => {
    const shelf = new Shelf();
    const storage = memory();
    const first = device(shelf, storage);
    await first.sync.arrive('ici');
    await first.sync.save();
    shelf.put('plus tard');
    const untouched = device(shelf, storage);
    await untouched.sync.arrive('ici');
    expect(untouched.shown).toEqual(['plus tard']);
    untouched.sync.typed('plus tard, changé ici');
    shelf.put('encore plus tard');
    const changed = device(shelf, storage);
    await changed.sync.arrive('plus tard, changé ici');
    expect([changed.shown, changed.sync.state.kind]).toEqual([[], 'two']);
  });

  test('without network the device goes on alone, and saves once it is back', async () => {
    const shelf = new Shelf();
    shelf.network = false;
    const { sync } = device(shelf);
    await sync.arrive('ici');
    expect(sync.state).toEqual({ kind: 'here', refusal: lost });
    shelf.network = true;
    await sync.save();
    expect(shelf.kept?.text).toBe('ici');
  });
});

describe('now and then', () => {
  test('what could not be saved is tried again, without a key press', async () => {
    const shelf = new Shelf();
    const { sync } = device(shelf);
    await sync.arrive(null);
    sync.typed('un');
    shelf.network = false;
    await sync.save();
    expect(sync.state).toEqual({ kind: 'here', refusal: lost });
    shelf.network = true;
    await sync.tick();
    expect([shelf.kept?.text, sync.state.kind]).toEqual(['un', 'kept']);
  });

  test('what could not be asked for on arrival is asked for again, and put over nothing typed meanwhile', async () => {
    const shelf = new Shelf();
    shelf.put('ailleurs');
    const [idle, busy] = [device(shelf), device(shelf)];
    shelf.network = false;
    await Promise.all([idle.sync.arrive(null), busy.sync.arrive(null)]);
    shelf.network = true;
    await idle.sync.tick();
    expect([idle.shown, idle.sync.found?.byName]).toEqual([['ailleurs'], 'Noé']);
    const asking = busy.sync.tick();
    busy.sync.typed('ici');
    await asking;
    await busy.sync.save();
    expect([busy.shown, busy.sync.state.kind, shelf.kept?.text]).toEqual([[], 'two', 'ailleurs']);
  });
});

test('a text that the page cannot read is neither taken for its own nor saved over', async () => {
  const shelf = new Shelf();
  shelf.put('d’une page plus récente');
  shelf.unreadable = 'd’une page plus récente';
  const { sync } = device(shelf);
  await sync.arrive(null);
  expect([sync.state.kind, sync.found]).toEqual(['two', undefined]);
  sync.typed('ici');
  await sync.save();
  if (sync.state.kind === 'two') sync.takeTheirs(sync.state.theirs);
  expect([sync.state.kind, shelf.kept?.text, sync.leftHere()]).toEqual(['two', 'd’une page plus récente', null]);
});

describe('two people on one draft', () => {
  async function both() {
    const shelf = new Shelf();
    shelf.put('commun');
    const [one, other] = [device(shelf), device(shelf)];
    await Promise.all([one.sync.arrive(null), other.sync.arrive(null)]);
    other.sync.typed('de l’autre');
    await other.sync.save();
    return { shelf, one, other };
  }

  test('whoever typed nothing sees the later text offered, and takes it when it wants', async () => {
    const { one } = await both();
    await one.sync.look();
    expect([one.shown, one.sync.later?.text]).toEqual([['commun'], 'de l’autre']);
    if (one.sync.later) one.sync.takeTheirs(one.sync.later);
    expect([one.shown.at(-1), one.sync.later]).toEqual(['de l’autre', null]);
  });

  test('whoever typed meanwhile saves nothing until it has chosen, and what it leaves is given back', async () => {
    const { shelf, one } = await both();
    one.sync.typed('le mien');
    await one.sync.save();
    const { state } = one.sync;
    expect([state.kind, shelf.kept?.text]).toEqual(['two', 'de l’autre']);
    await one.sync.save();
    expect(shelf.kept?.text).toBe('de l’autre');
    if (state.kind === 'two') one.sync.takeTheirs(state.theirs);
    expect([one.shown.at(-1), one.sync.leftHere()]).toEqual(['de l’autre', 'le mien']);
    await one.sync.putBack('le mien');
    expect([shelf.kept?.text, one.sync.state.kind]).toEqual(['le mien', 'kept']);
  });

  test('or puts its own over it, knowingly', async () => {
    const { shelf, one } = await both();
    one.sync.typed('le mien');
    await one.sync.save();
    if (one.sync.state.kind === 'two') await one.sync.keepMine(one.sync.state.theirs);
    expect([shelf.kept?.text, one.sync.state.kind]).toEqual(['le mien', 'kept']);
  });
});

test('what is typed while a text leaves leaves after it, without another word', async () => {
  const shelf = new Shelf();
  const { sync } = device(shelf);
  await sync.arrive(null);
  sync.typed('un');
  const leaving = sync.save();
  sync.typed('deux');
  await leaving;
  expect([shelf.kept?.text, sync.state.kind]).toEqual(['deux', 'kept']);
});

test('once sent, nothing of it stays here nor there', async () => {
  const shelf = new Shelf();
  const { sync, storage } = device(shelf);
  await sync.arrive('ici');
  await sync.save();
  await sync.forget();
  const again = device(shelf, storage);
  await again.sync.arrive(null);
  expect([shelf.kept, again.sync.state]).toEqual([null, { kind: 'kept', at: null }]);
});

test('once left, it is kept there as it was, and nothing typed since joins it', async () => {
  const shelf = new Shelf();
  shelf.put('de quelqu’un d’autre');
  const { sync, storage } = device(shelf);
  await sync.arrive(null);
  sync.typed('presque parti');
  const leaving = sync.save();
  sync.leave();
  await leaving;
  const keptThen = shelf.kept?.text;
  sync.typed('le mien');
  await sync.save();
  expect(shelf.kept?.text).toBe(keptThen);
  const again = device(shelf, storage);
  await again.sync.arrive('le mien');
  expect(again.sync.state.kind).toBe('two');
});

test('a shelf that is over is asked nothing more, and says why; one that refuses for now is asked again', async () => {
  const shelf = new Shelf();
  const { sync } = device(shelf);
  await sync.arrive(null);
  const type = async (text: string) => {
    sync.typed(text);
    await sync.save();
  };
  shelf.refusal = refuse('draft-names-nobody', 'Écrivez votre adresse.');
  await type('un');
  await type('deux');
  expect(shelf.asked).toBe(2);
  shelf.refusal = refuse('draft-of-another', 'Ce lien est celui de quelqu’un d’autre.');
  await type('trois');
  await type('quatre');
  expect([shelf.asked, shelf.kept, sync.state]).toEqual([3, null, { kind: 'here', refusal: shelf.refusal }]);
});
