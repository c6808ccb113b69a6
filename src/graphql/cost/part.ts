/** Response names that lead to a place in an answer, the last one first. */
export interface Path {
  readonly before: Path | null;
  readonly name: string;
}

export function pathAsArray(path: Path | null): string[] {
  const names: string[] = [];
  for (let step = path; step !== null; step = step.before) names.unshift(step.name);
  return names;
}

/** A part of an operation with what it costs at Gong. */
export interface Part {
  readonly path: Path | null;
  readonly least: number;
  /** Infinite where nothing bounds it. */
  readonly most: number;
  /** How to make it cheaper: an imperative. */
  readonly advice: string;
}
