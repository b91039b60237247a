import { readFileSync } from 'node:fs';
import { loadModel, type Model } from './model-file.ts';

let shared: Model | undefined;

/** The model that comes with the program, read once. */
export function shippedModel(): Model {
  shared ??= loadModel(readFileSync(new URL('./model.bin', import.meta.url)));
  return shared;
}
