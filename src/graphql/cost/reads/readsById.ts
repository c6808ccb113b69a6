import type { Moment } from '../moments.js';
import type { Part, Path } from '../part.js';
import { Populations, type Population } from '../population.js';
import { batchesOf, pagesOf } from '../requests.js';

type Times = ReadonlyMap<Moment, number>;

/** What is asked for at one moment. */
interface Asked {
  /** By ids that the operation names. */
  readonly named: Set<string>;
  readonly surely: Set<string>;
  /** By ids that something else tells. */
  readonly referred: Populations;
  path: Path | null;
  /** The most that one place asks for; `path` leads there. */
  largest: number;
}

/**
 * Reads of records of one kind by id. Those of one moment travel together, wherever in the operation they are
 * wanted; those of a later moment follow.
 */
export class ReadsById {
  private readonly asked = new Map<Moment, Asked>();

  /**
   * @param isSure whether they are read for certain.
   */
  ask(moment: Moment, ids: Iterable<string>, isSure: boolean, path: Path | null): void {
    const asked = this.at(moment);
    const named = new Set(ids);
    for (const id of named) {
      asked.named.add(id);
      if (isSure) asked.surely.add(id);
    }
    lead(asked, named.size, path);
  }

  refer(moment: Moment, population: Population, path: Path | null): void {
    const asked = this.at(moment);
    asked.referred.add(population);
    lead(asked, population.most, path);
  }

  /** Each moment's requests. */
  parts(times: Times): Part[] {
    return [...this.asked].map(([moment, { named, surely, referred, path }]) => ({
      path,
      least: pagesOf(surely.size),
      most: batchesOf(named.size + referred.most, times.get(moment) ?? 1),
      advice:
        named.size > referred.most
          ? 'ask for fewer ids'
          : 'make the list around it shorter, or leave it out',
    }));
  }

  /** Most requests of all moments together, where no more records than these are there to be referred to. */
  mostOf(records: number, times: Times): number {
    let ids = 0;
    let names = 0;
    let batches = 0;
    for (const [moment, { named, referred }] of this.asked) {
      const count = named.size + referred.most;
      ids += count;
      names += named.size;
      batches += Math.min(count, times.get(moment) ?? 1);
    }
    // Each is asked for once: among so many batches, so many ids can be spread.
    return batchesOf(Math.min(ids, names + records), batches);
  }

  private at(moment: Moment): Asked {
    let asked = this.asked.get(moment);
    if (asked === undefined) {
      asked = {
        named: new Set(),
        surely: new Set(),
        referred: new Populations(),
        path: null,
        largest: 0,
      };
      this.asked.set(moment, asked);
    }
    return asked;
  }
}

function lead(asked: Asked, count: number, path: Path | null): void {
  if (count <= asked.largest) return;
  asked.largest = count;
  asked.path = path;
}
