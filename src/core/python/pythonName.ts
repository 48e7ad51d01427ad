/**
 * Hovering is by meaning, not by word: a `PythonName` is what a word of a Python text stands for, written as a note's `hover`
 * would write it.
 */

export type PythonNameKind = 'keyword' | 'builtin' | 'import' | 'attribute' | 'method' | 'decorator' | 'keywordArgument';

export interface PythonName {
  /** `yield`, `print`, `numpy.linalg.svd`, `.select_related`, `sqlalchemy.create_engine(pool_recycle=)`. A decorator has no `@` here. */
  readonly form: string;
  readonly kind: PythonNameKind;
  /** UTF-16 offsets of the word itself, without the chain before it. */
  readonly start: number;
  readonly end: number;
  /** 1: certain. Below 0.5: the receiver is not known, or the name came through `import *`. */
  readonly confidence: number;
}

/** What the word may be called, before it is known where it stands. */
export type NameCandidate = Pick<PythonName, 'form' | 'kind' | 'confidence'>;

/** Best first; of two candidates with the same form the better one stays. */
export function bestFirst(candidates: readonly NameCandidate[]): readonly NameCandidate[] {
  const seen = new Set<string>();
  return [...candidates]
    .sort((left, right) => right.confidence - left.confidence)
    .filter((candidate) => {
      const key = `${candidate.kind} ${candidate.form}`;
      return !seen.has(key) && seen.add(key);
    });
}
