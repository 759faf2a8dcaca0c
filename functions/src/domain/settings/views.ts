import type { ProgrammeSettings } from '../programme/settings.ts';
import type { SettingsChange } from './change.ts';

/** The settings in force, and how they came to be so. */
export interface SettingsView {
  /** False for an observer, who reads. */
  readonly acts: boolean;
  readonly settings: ProgrammeSettings;
  /** Newest first. */
  readonly history: readonly SettingsChange[];
}
