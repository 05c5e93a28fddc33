import type { Clock } from '../../core/clock.js';
import type { DemoPki } from '../pki/demo-pki.js';
import type { Attempt } from '../scenarios/attempt.js';
import type { ApiClient } from './api-client.js';
import type { Cast } from './cast.js';
import type { Narrator } from './narrator.js';

/** The time of a story: it goes on, and the story moves it on. */
export interface StoryTime extends Clock {
  /** Moves to an instant that has not been yet. */
  moveTo(at: Date): void;
  /** Moves on by this many milliseconds. */
  advance(milliseconds: number): void;
}

/** What every chapter works with. */
export interface Scene {
  readonly api: ApiClient;
  readonly clock: StoryTime;
  readonly pki: DemoPki;
  readonly cast: Cast;
  readonly attempts: readonly Attempt[];
  readonly narrator: Narrator;
  /** Publishes the authorities' lists as of now and has the platform fetch them. */
  publishLists(): Promise<void>;
}

const day = 86_400_000;

/** Moves to nine o'clock in Taipei some days on, as the authorities publish new lists. */
export async function nextMorning(scene: Scene, days: number): Promise<void> {
  const taipei = 8 * 3_600_000;
  const today = Math.floor((scene.clock.now().getTime() + taipei) / day) * day - taipei;
  scene.clock.moveTo(new Date(today + days * day + 9 * 3_600_000));
  await scene.publishLists();
}
