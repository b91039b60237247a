import type { DigestFigures, Period } from '../../reviews/digests/figures.ts';
import type { SettingsPlace } from '../../reviews/ports.ts';

/** A digest as the command prints it. */
export interface PrintedDigest {
  readonly place: SettingsPlace;
  readonly period: Period;
  /** IANA name. */
  readonly zone: string;
  readonly figures: DigestFigures;
}
