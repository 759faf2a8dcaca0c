import { isRefusal, type Refusal } from '@sur-mesure/functions/domain/refusal';
import { type DraftStorage, forgetDraft, keepDraft, keptDraft } from '../draft.ts';
import { isKnown, type Known } from './known.ts';

/** A text as the server keeps it. */
export interface KeptText {
  readonly text: string;
  /** Names this text among those saved: whoever saves says which one it changes. */
  readonly mark: number;
  readonly savedAt: number;
  /** Who saved it; null where nobody is signed in: it is then the same person, elsewhere. */
  readonly byName: string | null;
  /** The text of somebody else that it took the place of. */
  readonly before: { readonly text: string; readonly byName: string; readonly savedAt: number } | null;
}

export interface Writing {
  readonly name: string;
  readonly since: number;
}

export interface Shelved {
  /** False where another text was saved meanwhile: it is the one given, and nothing was written. */
  readonly saved: boolean;
  readonly kept: KeptText | null;
  readonly others: readonly Writing[];
}

/** Where drafts are kept besides this device. */
export interface DraftShelf {
  readonly look: () => Promise<Shelved | Refusal>;
  /** `basedOn`: the mark of the text that this one changes, 0 where there was none. */
  readonly save: (text: string, basedOn: number) => Promise<Shelved | Refusal>;
  readonly forget: () => Promise<unknown>;
  /** Whether nothing will be kept there any more, so that the device goes on alone. */
  readonly isOver?: (refusal: Refusal) => boolean;
}

export type SyncState =
  /** Asked for on arrival: the form waits for it. */
  | { readonly kind: 'arriving' }
  /** Nothing was typed that is not kept there. */
  | { readonly kind: 'kept'; readonly at: number | null }
  | { readonly kind: 'toSave' }
  | { readonly kind: 'saving' }
  /** On this device alone, and why. */
  | { readonly kind: 'here'; readonly refusal: Refusal }
  /** Two texts that differ: nothing is saved until one is chosen. */
  | { readonly kind: 'two'; readonly theirs: KeptText };

interface Ties {
  readonly storage: DraftStorage;
  readonly key: string;
  readonly shelf: DraftShelf;
  readonly now: () => number;
  /** Another text takes the place of the one in the form; false where the form cannot read it, and stays as it is. */
  readonly onText: (text: string) => boolean;
  readonly onChange: () => void;
}

/**
 * One draft on this device and on the server. The device keeps each key press by itself (`useDraft`); this saves the last text there, one request at a
 * time, and on arrival says which of both is the one to go on with. A text is never put over another that nobody read.
 */
export class DraftSync {
  state: SyncState = { kind: 'arriving' };
  others: readonly Writing[] = [];
  /** The last known on the server. */
  kept: KeptText | null = null;
  /** The text of the server that was put in the form on arrival; undefined where the device went on with its own. */
  found: KeptText | undefined;
  private readonly ties: Ties;
  private text: string | null = null;
  private known: Known;
  private working = false;
  private closed = false;

  constructor(ties: Ties) {
    this.ties = ties;
    const found = keptDraft(ties.storage, `${ties.key}.mark`, isKnown, ties.now());
    this.known = found?.value ?? { mark: 0, untouched: false };
  }

  /** `text`: what this device holds on arrival, null when nothing was ever typed here. */
  async arrive(text: string | null): Promise<void> {
    this.text = text;
    const found = await this.ties.shelf.look();
    if (isRefusal(found)) return this.refused(found);
    this.take(found);
    // Typed while the server was asked, once more: it is saved, or set against what is there.
    if (this.text !== text) return this.begin(this.known.mark);
    const { kept } = found;
    if (kept === null) return text === null ? this.set({ kind: 'kept', at: null }) : this.begin(0);
    if (text === null || text === kept.text || (this.known.untouched && this.known.mark !== kept.mark)) {
      if (this.goOnWith(kept)) this.found = kept;
      return this.ties.onChange();
    }
    return kept.mark === this.known.mark ? this.begin(kept.mark) : this.set({ kind: 'two', theirs: kept });
  }

  /** With each key press. */
  typed(text: string): void {
    this.text = text;
    this.know({ ...this.known, untouched: false });
    if (this.closed) return;
    if (this.state.kind === 'kept' || this.state.kind === 'here') this.set({ kind: 'toSave' });
  }

  /** At a pause, when the page is left, when the network is back. */
  async save(): Promise<void> {
    const { text } = this;
    const waits = this.state.kind === 'toSave' || this.state.kind === 'here';
    if (this.closed || !waits || this.working || text === null || this.known.untouched) return;
    this.working = true;
    this.set({ kind: 'saving' });
    const saved = await this.ties.shelf.save(text, this.known.mark);
    this.working = false;
    if (isRefusal(saved)) return this.refused(saved);
    this.take(saved);
    if (!saved.saved && saved.kept !== null) return this.set({ kind: 'two', theirs: saved.kept });
    const same = this.text === text;
    this.know({ mark: saved.kept?.mark ?? 0, untouched: same });
    if (same) return this.set({ kind: 'kept', at: saved.kept?.savedAt ?? null });
    // Typed while the other left: no pause will come for it.
    this.set({ kind: 'toSave' });
    return this.save();
  }

  /** Now and then, while the page is looked at: what is not kept there yet is tried again, whatever stopped it. */
  async tick(): Promise<void> {
    if (this.state.kind === 'kept') return this.look();
    const typedNothing = this.text === null || this.known.untouched;
    if (this.state.kind === 'here' && typedNothing && !this.closed) return this.arrive(this.text);
    return this.save();
  }

  /** Who writes, and whether there is a later text. */
  async look(): Promise<void> {
    if (this.working || this.state.kind !== 'kept') return;
    const found = await this.ties.shelf.look();
    if (isRefusal(found) || this.state.kind !== 'kept') return;
    this.take(found);
    this.ties.onChange();
  }

  /** A later text of somebody else, while nothing was typed here since. */
  get later(): KeptText | null {
    return this.state.kind === 'kept' && this.kept !== null && this.kept.mark !== this.known.mark ? this.kept : null;
  }

  /** The other text: what this device holds is given back by `leftHere`. */
  takeTheirs(theirs: KeptText): void {
    const own = this.text;
    if (this.goOnWith(theirs) && own !== null && own !== theirs.text) {
      keepDraft(this.ties.storage, `${this.ties.key}.left`, own, this.ties.now());
      this.ties.onChange();
    }
  }

  /** This device's own, over the other: the server keeps that one beside it where somebody else wrote it. */
  async keepMine(theirs: KeptText): Promise<void> {
    this.know({ mark: theirs.mark, untouched: false });
    this.set({ kind: 'toSave' });
    await this.save();
  }

  /** An earlier text in the place of the one in the form. */
  async putBack(text: string): Promise<void> {
    if (!this.ties.onText(text)) return;
    this.typed(text);
    await this.save();
  }

  /** What was written here and left for the other text; null when nothing was. */
  leftHere(): string | null {
    return keptDraft(this.ties.storage, `${this.ties.key}.left`, isText, this.ties.now())?.value ?? null;
  }

  /** Once sent. */
  async forget(): Promise<void> {
    for (const part of ['mark', 'left']) forgetDraft(this.ties.storage, `${this.ties.key}.${part}`);
    this.state = { kind: 'kept', at: null };
    this.known = { mark: 0, untouched: true };
    await this.ties.shelf.forget();
  }

  /** From now on this device alone keeps what is typed; what the server keeps stays as it is, for whoever else goes on with it. */
  leave(): void {
    this.closed = true;
    this.text = null;
    this.state = { kind: 'kept', at: null };
    for (const part of ['mark', 'left']) forgetDraft(this.ties.storage, `${this.ties.key}.${part}`);
  }

  /** False where the form cannot read it, written by a later page say: nothing is put over it then unless one chooses so. */
  private goOnWith(kept: KeptText): boolean {
    if (this.text !== kept.text && !this.ties.onText(kept.text)) {
      this.set({ kind: 'two', theirs: kept });
      return false;
    }
    this.text = kept.text;
    this.know({ mark: kept.mark, untouched: true });
    this.set({ kind: 'kept', at: kept.savedAt });
    return true;
  }

  private refused(refusal: Refusal): void {
    this.closed ||= this.ties.shelf.isOver?.(refusal) ?? false;
    this.set({ kind: 'here', refusal });
  }

  private begin(mark: number): void {
    this.know({ mark, untouched: false });
    this.set({ kind: 'toSave' });
  }

  private take({ kept, others }: Shelved): void {
    this.kept = kept;
    this.others = others;
  }

  private know(known: Known): void {
    // The answer to a text that was leaving when the draft was left.
    if (this.closed) return;
    this.known = known;
    keepDraft(this.ties.storage, `${this.ties.key}.mark`, known, this.ties.now());
  }

  private set(state: SyncState): void {
    this.state = state;
    this.ties.onChange();
  }
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}
