/** Records of which only the most is known that there can be. */
export interface Population {
  /** Equal for records that are drawn from the same ones, such as those of one list under two aliases. */
  readonly source: string;
  readonly most: number;
}

/** A sum that counts each source once, by the most that was drawn from it. */
export class Populations {
  private readonly bySource = new Map<string, number>();

  add({ source, most }: Population): void {
    this.bySource.set(source, Math.max(most, this.bySource.get(source) ?? 0));
  }

  get most(): number {
    let sum = 0;
    for (const most of this.bySource.values()) sum += most;
    return sum;
  }
}

/** Names for sources: short ones, however deep in the operation they lie. */
export class Sources {
  private readonly names = new Map<string, string>();
  private count = 0;

  /** The same for the same step from the same source. */
  named(step: string, from = ''): string {
    const key = `${from} ${step}`;
    let name = this.names.get(key);
    if (name === undefined) {
      name = this.create();
      this.names.set(key, name);
    }
    return name;
  }

  /** Both populations together. */
  merge(a: Population, b: Population): Population {
    return a.source === b.source
      ? { source: a.source, most: Math.max(a.most, b.most) }
      : { source: this.create(), most: a.most + b.most };
  }

  private create(): string {
    this.count += 1;
    return `#${this.count}`;
  }
}
