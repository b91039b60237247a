import { StoreUnavailableError } from '../../reviews/errors.ts';

/** What the database answers; throws StoreUnavailableError when it does not. */
export async function orUnavailable<T>(answer: Promise<T>): Promise<T> {
  try {
    return await answer;
  } catch (cause) {
    throw new StoreUnavailableError(cause);
  }
}
