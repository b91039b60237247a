import type { WebClient } from '@slack/web-api';
import type { Rule } from '../../evaluator/rule.ts';
import type { GatherDigest } from '../../reviews/digests/gather-digest.ts';
import type { DigestStore } from '../../reviews/digests/ports.ts';
import type { TurnOnDigest } from '../../reviews/digests/turn-on-digest.ts';
import type { Clock, SettingsPlace } from '../../reviews/ports.ts';
import type { CallerAt } from '../tell-caller.ts';

/** What answers about digests need. */
export interface DigestParts {
  readonly store: Pick<DigestStore, 'schedule' | 'turnOff' | 'latest'>;
  readonly turnOn: TurnOnDigest;
  readonly gather: GatherDigest;
  readonly clock: Clock;
  /** For so many days reviews are kept, and as far back goes a digest; unset: 395. */
  readonly keptDays?: number;
}

export interface DigestDeps extends DigestParts {
  readonly rules: readonly Rule[];
}

/** Somebody asks about the digest of a channel. */
export interface AskedDigest {
  readonly client: WebClient;
  readonly place: SettingsPlace;
  readonly at: CallerAt;
  /** The same for every delivery of one command. */
  readonly triggerId: string;
}
