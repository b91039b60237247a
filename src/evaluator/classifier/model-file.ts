import { Vocabulary } from './vocabulary.ts';

export interface ClauseWeights {
  readonly vocabulary: Vocabulary;
  /** Weights of feature i stand at offsets[i] to offsets[i + 1]. */
  readonly offsets: Uint32Array;
  readonly criterion: Uint8Array;
  readonly weight: Int8Array;
  /** Weights of a criterion are stored as whole numbers of this size. */
  readonly scale: readonly number[];
  readonly bias: readonly number[];
}

export interface Model {
  readonly criteria: readonly string[];
  readonly clause: ClauseWeights;
  readonly document: {
    readonly weights: readonly Float64Array[];
    readonly thresholds: readonly number[];
    readonly trusted: readonly string[];
  };
}

/** What stands in the file as text: everything that is short. */
export interface ModelNotes {
  readonly criteria: readonly string[];
  readonly scale: readonly number[];
  readonly bias: readonly number[];
  readonly thresholds: readonly number[];
  /** Criteria whose patterns need no second opinion. */
  readonly trusted: readonly string[];
}

/** "apol" as a number, so that a file of another kind, or a machine of another byte order, is noticed. */
const MAGIC = 0x6c6f7061;
/** Goes up when the layout changes. */
const VERSION = 1;

/** How many of each there are, in the order of the file's head. */
export interface ModelSizes {
  readonly criteria: number;
  /** Weights per criterion in the document model. */
  readonly documentWeights: number;
  readonly features: number;
  /** A power of two. */
  readonly buckets: number;
  readonly weights: number;
  /** Bytes of the notes, which are JSON in UTF-8. */
  readonly notes: number;
}

const SIZES = ['criteria', 'documentWeights', 'features', 'buckets', 'weights', 'notes'] as const;
const HEAD_BYTES = 4 * (2 + SIZES.length);

/** The arrays of a model file, as views on its bytes; little-endian, the widest first, so that none needs padding. */
export function modelViews(bytes: Uint8Array, sizes: ModelSizes) {
  let at = bytes.byteOffset + HEAD_BYTES;
  const view = <T>(
    array: { new (buffer: ArrayBufferLike, from: number, length: number): T; BYTES_PER_ELEMENT: number },
    length: number,
  ): T => {
    const made = new array(bytes.buffer, at, length);
    at += array.BYTES_PER_ELEMENT * length;
    return made;
  };
  return {
    document: view(Float64Array, sizes.criteria * sizes.documentWeights),
    low: view(Int32Array, sizes.features),
    high: view(Int32Array, sizes.features),
    buckets: view(Uint32Array, sizes.buckets + 1),
    offsets: view(Uint32Array, sizes.features + 1),
    criterion: view(Uint8Array, sizes.weights),
    weight: view(Int8Array, sizes.weights),
    notes: view(Uint8Array, sizes.notes),
  };
}

/** How long a file with so much in it is. */
export const modelBytes = (sizes: ModelSizes): number =>
  HEAD_BYTES +
  8 * sizes.criteria * sizes.documentWeights +
  4 * (2 * sizes.features + sizes.buckets + 1 + sizes.features + 1) +
  2 * sizes.weights +
  sizes.notes;

export function writeHead(bytes: Uint8Array, sizes: ModelSizes): void {
  new Uint32Array(bytes.buffer, bytes.byteOffset, 2 + SIZES.length).set([
    MAGIC,
    VERSION,
    ...SIZES.map((name) => sizes[name]),
  ]);
}

function readHead(bytes: Uint8Array): ModelSizes {
  if (bytes.length < HEAD_BYTES) throw new Error(`the model has ${bytes.length} bytes, which is no model`);
  const [magic, version, ...counts] = new Uint32Array(bytes.buffer, bytes.byteOffset, 2 + SIZES.length);
  if (magic !== MAGIC)
    throw new Error('the model does not begin like one, or this machine puts high bytes first');
  if (version !== VERSION)
    throw new Error(`the model has layout ${version} and this program reads ${VERSION}`);
  return Object.fromEntries(SIZES.map((name, i) => [name, counts[i]])) as unknown as ModelSizes;
}

/**
 * A model from the bytes that `scripts/judgement/pack.ts` made. Nothing is copied or decoded: what is read is the
 * file. Throws Error for a file of another kind, layout or length.
 */
export function loadModel(bytes: Uint8Array): Model {
  const sizes = readHead(bytes);
  const length = modelBytes(sizes);
  if (bytes.length !== length)
    throw new Error(`the model has ${bytes.length} bytes and should have ${length}`);
  const { document, low, high, buckets, notes, ...weights } = modelViews(bytes, sizes);
  const { criteria, scale, bias, thresholds, trusted }: ModelNotes = JSON.parse(
    new TextDecoder().decode(notes),
  );
  const width = sizes.documentWeights;
  return {
    criteria,
    clause: { vocabulary: new Vocabulary({ low, high, buckets }), ...weights, scale, bias },
    document: {
      weights: criteria.map((_, c) => document.subarray(c * width, (c + 1) * width)),
      thresholds,
      trusted,
    },
  };
}
